"""Rule 370."""

from trigpoint.quality.ages import is_younger
from trigpoint.quality.care import born
from trigpoint.quality.return_rule import Condition, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes, Header

rule_370 = ReturnRule(
    code="370",
    title="A child below the age for it is placed in independent living",
    mend="correct the placement type, or the date of birth",
    source=SOURCE,
    lists=Episodes,
    fields=("PLACE", "DECOM", "DOB"),
    since=2024,
    until=2024,
    fails=lambda row: row.PLACE == "P2" and is_younger(born(row.child), 16, row.DECOM),
    reads=(Header,),
    earlier=(
        Condition(
            lists=Episodes,
            until=2023,
            fails=lambda row: row.PLACE == "P2" and is_younger(born(row.child), 15, row.DECOM),
        ),
    ),
    examples="""
        fails in 2024: Header DOB=02/05/2007; Episodes DECOM=01/05/2023 PLACE=P2
        passes in 2024: Header DOB=02/05/2007; Episodes DECOM=02/05/2023 PLACE=P2
        passes in 2024: Header; Episodes DECOM=01/05/2023 PLACE=P2
        fails in 2024: Header DOB=02/05/2007; Episodes DECOM=01/05/2023 DEC=01/06/2023 PLACE=P2
        fails in 2023: Header DOB=02/05/2007; Episodes DECOM=01/05/2022 PLACE=P2
        passes in 2023: Header DOB=02/05/2007; Episodes DECOM=02/05/2022 PLACE=P2
    """,
)
