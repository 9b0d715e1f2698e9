"""Rule 631."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import PrevPerm

rule_631 = ReturnRule(
    code="631",
    title="Earlier permanence is not one of the codes",
    mend="choose the kind of earlier permanence: P1, P2, P3, P4, or Z1 for none",
    source=SOURCE,
    lists=PrevPerm,
    fields=("PREV_PERM",),
    fails=lambda row: row.PREV_PERM and row.PREV_PERM not in {"P1", "P2", "P3", "P4", "Z1"},
    examples="""
        fails: PrevPerm PREV_PERM=P5
        passes: PrevPerm PREV_PERM=P4
        passes: PrevPerm PREV_PERM=Z1
        passes: PrevPerm
    """,
)
