"""Rule 703."""

from trigpoint.quality.days import is_after
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import DoLo

rule_703 = ReturnRule(
    code="703",
    title="A deprivation of liberty order begins after the end of the collection year",
    mend="correct the start of the order, or leave it to next year's return",
    source=SOURCE,
    lists=DoLo,
    fields=("DOLO_START",),
    since=2027,
    fails=lambda row: is_after(row.DOLO_START, row.collection.last_day),
    examples="""
        fails: DoLo DOLO_START=01/04/2027
        passes: DoLo DOLO_START=31/03/2027
        passes: DoLo
    """,
)
