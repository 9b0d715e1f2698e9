"""Rule 702."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import DoLo

rule_702 = ReturnRule(
    code="702",
    title="A deprivation of liberty order does not end after it began",
    mend="correct the start or the end of the order",
    source=SOURCE,
    lists=DoLo,
    fields=("DOLO_START", "DOLO_END"),
    since=2027,
    fails=lambda row: row.DOLO_START and row.DOLO_END and row.DOLO_END <= row.DOLO_START,
    doubt="Whether an order may begin and end on the same day is to be asked of DfE; such an order is found here",
    examples="""
        fails: DoLo DOLO_START=02/05/2026 DOLO_END=02/05/2026
        fails: DoLo DOLO_START=02/05/2026 DOLO_END=01/05/2026
        passes: DoLo DOLO_START=02/05/2026 DOLO_END=03/05/2026
        passes: DoLo DOLO_START=02/05/2026
    """,
)
