"""Rule 545."""

from trigpoint.quality.ages import is_younger
from trigpoint.quality.care import is_continuously_looked_after
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import OC2, Episodes

rule_545 = ReturnRule(
    code="545",
    title="It is not recorded whether the health checks of a child under 5, in care all year, are up to date",
    mend="record whether the checks of the child's health and development are up to date",
    source=SOURCE,
    lists=OC2,
    fields=("HEALTH_CHECK", "DOB"),
    fails=lambda row: (
        not row.HEALTH_CHECK
        and is_younger(row.DOB, 5, row.collection.last_day)
        and is_continuously_looked_after(row.child)
    ),
    reads=(Episodes,),
    examples="""
        fails: Episodes DECOM=01/05/2025; OC2 DOB=01/04/2022
        passes: Episodes DECOM=01/05/2025; OC2 DOB=31/03/2022
        passes: Episodes DECOM=01/05/2025; OC2 DOB=01/04/2022 HEALTH_CHECK=0
        passes: Episodes DECOM=01/05/2025 DEC=30/03/2027 REC=E4A; OC2 DOB=01/04/2022
        passes: Episodes DECOM=01/05/2025; OC2
    """,
)
