"""Rule 358."""

from trigpoint.quality.ages import is_younger
from trigpoint.quality.care import born
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes, Header

rule_358 = ReturnRule(
    code="358",
    title="A legal status of youth justice is given to a child under 10",
    mend="correct the legal status, or the date of birth if the child was 10",
    source=SOURCE,
    lists=Episodes,
    fields=("LS", "DECOM", "DOB"),
    fails=lambda row: row.LS in {"J1", "J2", "J3"} and is_younger(born(row.child), 10, row.DECOM),
    reads=(Header,),
    examples="""
        fails: Header DOB=02/05/2016; Episodes DECOM=01/05/2026 LS=J1
        passes: Header DOB=02/05/2016; Episodes DECOM=02/05/2026 LS=J3
        passes: Header DOB=02/05/2016; Episodes DECOM=01/05/2026 LS=E1
        passes: Header; Episodes DECOM=01/05/2026 LS=J2
    """,
)
