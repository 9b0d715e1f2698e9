"""Rule 373."""

from trigpoint.quality.ages import is_younger
from trigpoint.quality.care import born
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes, Header

rule_373 = ReturnRule(
    code="373",
    title="A child under 4 is placed in a residential school",
    mend="correct the placement type, or the date of birth",
    source=SOURCE,
    lists=Episodes,
    fields=("PLACE", "DECOM", "DOB"),
    fails=lambda row: row.PLACE == "S1" and is_younger(born(row.child), 4, row.DECOM),
    reads=(Header,),
    examples="""
        fails: Header DOB=02/05/2022; Episodes DECOM=01/05/2026 PLACE=S1
        passes: Header DOB=02/05/2022; Episodes DECOM=02/05/2026 PLACE=S1
        passes: Header; Episodes DECOM=01/05/2026 PLACE=S1
        fails: Header DOB=02/05/2022; Episodes DECOM=01/05/2026 DEC=01/06/2026 PLACE=S1
    """,
)
