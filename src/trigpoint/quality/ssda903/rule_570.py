"""Rule 570."""

from trigpoint.quality.days import is_after
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Missing

rule_570 = ReturnRule(
    code="570",
    title="A missing episode begins after the end of the collection year",
    mend="correct its first day, or leave the episode to next year's return",
    source=SOURCE,
    lists=Missing,
    fields=("MIS_START",),
    fails=lambda row: is_after(row.MIS_START, row.collection.last_day),
    examples="""
        fails: Missing MIS_START=01/04/2027
        passes: Missing MIS_START=31/03/2027
        passes: Missing
    """,
)
