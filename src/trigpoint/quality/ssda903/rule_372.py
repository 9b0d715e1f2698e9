"""Rule 372."""

from trigpoint.quality.ages import is_younger
from trigpoint.quality.care import born
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes, Header

rule_372 = ReturnRule(
    code="372",
    title="A child under 10 is placed in a young offender institution or prison",
    mend="correct the placement type, or the date of birth",
    source=SOURCE,
    lists=Episodes,
    fields=("PLACE", "DECOM", "DOB"),
    fails=lambda row: row.PLACE == "R5" and is_younger(born(row.child), 10, row.DECOM),
    reads=(Header,),
    examples="""
        fails: Header DOB=02/05/2016; Episodes DECOM=01/05/2026 PLACE=R5
        passes: Header DOB=02/05/2016; Episodes DECOM=02/05/2026 PLACE=R5
        passes: Header; Episodes DECOM=01/05/2026 PLACE=R5
        fails: Header DOB=02/05/2016; Episodes DECOM=01/05/2026 DEC=01/06/2026 PLACE=R5
    """,
)
