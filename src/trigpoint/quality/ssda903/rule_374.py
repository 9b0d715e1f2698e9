"""Rule 374."""

from trigpoint.quality.ages import is_younger
from trigpoint.quality.care import born
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes, Header

rule_374 = ReturnRule(
    code="374",
    title="A child under 14 is shown as placed in residential employment",
    mend="correct the placement type, or the date of birth",
    source=SOURCE,
    lists=Episodes,
    fields=("PLACE", "DECOM", "DOB"),
    fails=lambda row: row.PLACE == "P3" and is_younger(born(row.child), 14, row.DECOM),
    reads=(Header,),
    examples="""
        fails: Header DOB=02/05/2012; Episodes DECOM=01/05/2026 PLACE=P3
        passes: Header DOB=02/05/2012; Episodes DECOM=02/05/2026 PLACE=P3
        passes: Header; Episodes DECOM=01/05/2026 PLACE=P3
        fails: Header DOB=02/05/2012; Episodes DECOM=01/05/2026 DEC=01/06/2026 PLACE=P3
    """,
)
