"""Rule 529."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

_NOT_THEIRS = frozenset({"A3", "A4", "A5", "A6", "K1", "K2", "P1", "U1", "U2", "U3", "U4", "U5", "U6"})


rule_529 = ReturnRule(
    code="529",
    title="Another public body is shown as provider of a placement that it cannot provide",
    mend="correct the placement type or the kind of provider",
    source=SOURCE,
    lists=Episodes,
    fields=("PLACE", "PLACE_PROVIDER"),
    fails=lambda row: row.PLACE_PROVIDER == "PR3" and row.PLACE in _NOT_THEIRS,
    examples="""
        fails: Episodes PLACE=A3 PLACE_PROVIDER=PR3
        fails: Episodes PLACE=U6 PLACE_PROVIDER=PR3
        passes: Episodes PLACE=R3 PLACE_PROVIDER=PR3
        passes: Episodes PLACE=A3 PLACE_PROVIDER=PR1
    """,
)
