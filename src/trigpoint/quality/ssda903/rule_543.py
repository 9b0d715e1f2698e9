"""Rule 543."""

from trigpoint.quality.ages import is_aged
from trigpoint.quality.care import is_continuously_looked_after
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import OC2, Episodes

rule_543 = ReturnRule(
    code="543",
    title="It is not recorded whether a child of 10 or over, in care all year, was convicted",
    mend="record whether the child was convicted or given a final warning in the year",
    source=SOURCE,
    lists=OC2,
    fields=("CONVICTED", "DOB"),
    fails=lambda row: (
        not row.CONVICTED and is_aged(row.DOB, 10, row.collection.last_day) and is_continuously_looked_after(row.child)
    ),
    reads=(Episodes,),
    examples="""
        fails: Episodes DECOM=01/05/2025; OC2 DOB=31/03/2017
        passes: Episodes DECOM=01/05/2025; OC2 DOB=01/04/2017
        passes: Episodes DECOM=01/05/2025; OC2 DOB=31/03/2017 CONVICTED=0
        passes: Episodes DECOM=01/05/2025 DEC=30/03/2027 REC=E4A; OC2 DOB=31/03/2017
        passes: Episodes DECOM=01/05/2025; OC2
    """,
)
