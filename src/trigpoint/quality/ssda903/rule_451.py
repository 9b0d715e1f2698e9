"""Rule 451."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.quality.stays import is_open
from trigpoint.records.returns.ssda903 import Episodes

rule_451 = ReturnRule(
    code="451",
    title="The child is still shown in care under a freeing order",
    mend="record the order that the child is under now, or end the episode",
    source=SOURCE,
    lists=Episodes,
    fields=("LS", "DEC", "REC"),
    until=2024,
    fails=lambda row: row.LS == "D1" and is_open(row) and not row.REC,
    examples="""
        fails: Episodes LS=D1
        passes: Episodes LS=D1 DEC=01/05/2023
        passes: Episodes LS=D1 REC=X1
        passes: Episodes LS=E1
    """,
)
