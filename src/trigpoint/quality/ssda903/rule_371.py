"""Rule 371."""

from trigpoint.quality.ages import is_younger
from trigpoint.quality.care import born
from trigpoint.quality.return_rule import Condition, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes, Header

rule_371 = ReturnRule(
    code="371",
    title="A child below the age for it is placed in supported accommodation",
    mend="correct the placement type, or the date of birth",
    source=SOURCE,
    lists=Episodes,
    fields=("PLACE", "DECOM", "DOB"),
    since=2025,
    fails=lambda row: row.PLACE == "K3" and is_younger(born(row.child), 16, row.DECOM),
    reads=(Header,),
    earlier=(
        Condition(
            lists=Episodes,
            until=2023,
            fails=lambda row: row.PLACE == "H5" and is_younger(born(row.child), 14, row.DECOM),
        ),
        Condition(
            lists=Episodes,
            since=2024,
            until=2024,
            fails=lambda row: row.PLACE == "H5" and is_younger(born(row.child), 16, row.DECOM),
        ),
    ),
    examples="""
        fails: Header DOB=02/05/2010; Episodes DECOM=01/05/2026 PLACE=K3
        passes: Header DOB=02/05/2010; Episodes DECOM=02/05/2026 PLACE=K3
        passes: Header; Episodes DECOM=01/05/2026 PLACE=K3
        fails: Header DOB=02/05/2010; Episodes DECOM=01/05/2026 DEC=01/06/2026 PLACE=K3
        fails in 2023: Header DOB=02/05/2008; Episodes DECOM=01/05/2022 PLACE=H5
        passes in 2023: Header DOB=02/05/2008; Episodes DECOM=02/05/2022 PLACE=H5
        fails in 2024: Header DOB=02/05/2007; Episodes DECOM=01/05/2023 PLACE=H5
        passes in 2024: Header DOB=02/05/2007; Episodes DECOM=02/05/2023 PLACE=H5
    """,
)
