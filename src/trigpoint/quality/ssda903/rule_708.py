"""Rule 708."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import DoLo

rule_708 = ReturnRule(
    code="708",
    title="A deprivation of liberty order begins before the child was born or on the day of birth",
    mend="correct the start of the order or the date of birth",
    source=SOURCE,
    lists=DoLo,
    fields=("DOLO_START", "DOB"),
    since=2027,
    fails=lambda row: row.DOLO_START and row.DOB and row.DOLO_START <= row.DOB,
    examples="""
        fails: DoLo DOB=01/05/2012 DOLO_START=01/05/2012
        passes: DoLo DOB=01/05/2012 DOLO_START=02/05/2012
        passes: DoLo DOLO_START=02/05/2012
    """,
)
