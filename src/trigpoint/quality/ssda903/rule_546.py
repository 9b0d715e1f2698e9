"""Rule 546."""

from trigpoint.quality.ages import is_aged
from trigpoint.quality.care import is_continuously_looked_after
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import OC2, Episodes

rule_546 = ReturnRule(
    code="546",
    title="A child of 5 or over, in care all year, has an entry for the health checks of younger children",
    mend="leave the entry blank, or correct the date of birth",
    source=SOURCE,
    lists=OC2,
    fields=("HEALTH_CHECK", "DOB"),
    fails=lambda row: (
        row.HEALTH_CHECK and is_aged(row.DOB, 5, row.collection.last_day) and is_continuously_looked_after(row.child)
    ),
    reads=(Episodes,),
    examples="""
        fails: Episodes DECOM=01/05/2025; OC2 DOB=31/03/2022 HEALTH_CHECK=0
        passes: Episodes DECOM=01/05/2025; OC2 DOB=01/04/2022 HEALTH_CHECK=0
        passes: Episodes DECOM=01/05/2025; OC2 DOB=31/03/2022
        passes: Episodes DECOM=01/05/2025 DEC=30/03/2027 REC=E4A; OC2 DOB=31/03/2022 HEALTH_CHECK=0
        passes: Episodes DECOM=01/05/2025; OC2 HEALTH_CHECK=0
    """,
)
