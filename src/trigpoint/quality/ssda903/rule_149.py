"""Rule 149."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

_REASONS = frozenset(
    {"E11", "E12", "E2", "E3", "E4A", "E4B", "E13", "E41", "E45", "E46", "E47", "E48", "E5", "E6", "E7", "E8", "E9"}
    | {"E14", "E15", "E16", "E17", "X1"}
)

rule_149 = ReturnRule(
    code="149",
    title="The reason why the episode ended has a code that the return does not know",
    mend="choose why the episode ended: X1 when care goes on, else why the child left",
    source=SOURCE,
    lists=Episodes,
    fields=("REC",),
    fails=lambda row: row.REC is not None and row.REC not in _REASONS,
    examples="""
        fails: Episodes REC=E1
        fails: Episodes REC=E10
        passes: Episodes REC=X1
        passes: Episodes REC=E4A
        passes: Episodes REC=E17
        passes: Episodes
    """,
)
