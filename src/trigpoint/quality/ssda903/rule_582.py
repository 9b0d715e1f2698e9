"""Rule 582."""

from trigpoint.quality.adopted import ADOPTED
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import AD1, Episodes


def _is_same_day(row: Episodes) -> bool:
    return row.REC in ADOPTED and row.DEC is not None and any(one.DATE_MATCH == row.DEC for one in row.child.rows(AD1))


rule_582 = ReturnRule(
    code="582",
    title="The child was matched with adopters on the very day of adoption",
    mend="check the date of matching against the date of the adoption order",
    source=SOURCE,
    severity="query",
    lists=Episodes,
    fields=("DEC", "REC", "DATE_MATCH"),
    reads=(AD1,),
    fails=_is_same_day,
    examples="""
        fails: Episodes DEC=01/06/2026 REC=E11; AD1 DATE_MATCH=01/06/2026
        fails: Episodes DEC=01/06/2026 REC=E12; AD1 DATE_MATCH=01/06/2026
        passes: Episodes DEC=01/06/2026 REC=E11; AD1 DATE_MATCH=31/05/2026
        passes: Episodes DEC=01/06/2026 REC=E13; AD1 DATE_MATCH=01/06/2026
        passes: Episodes REC=E11; AD1
    """,
)
