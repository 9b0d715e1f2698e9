"""Rule 516."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

rule_516 = ReturnRule(
    code="516",
    title="A former foster carer is given special guardianship, and the child was not in a foster placement",
    mend="correct the reason for leaving care, or the placement type",
    source=SOURCE,
    lists=Episodes,
    fields=("REC", "PLACE"),
    fails=lambda row: row.REC in {"E45", "E46"} and row.PLACE not in {"U1", "U2", "U3", "U4", "U5", "U6"},
    examples="""
        fails: Episodes REC=E45 PLACE=K2
        fails: Episodes REC=E46
        passes: Episodes REC=E45 PLACE=U1
        passes: Episodes REC=E46 PLACE=U6
        passes: Episodes REC=E47 PLACE=K2
    """,
)
