"""Rule 571."""

from trigpoint.quality.care import is_in_year
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Missing

rule_571 = ReturnRule(
    code="571",
    title="A missing episode ended outside the collection year",
    mend="correct the day on which it ended; return only episodes that ended in the year or are still open",
    source=SOURCE,
    lists=Missing,
    fields=("MIS_END",),
    fails=lambda row: row.MIS_END and not is_in_year(row.child, row.MIS_END),
    examples="""
        fails: Missing MIS_END=31/03/2026
        fails: Missing MIS_END=01/04/2027
        passes: Missing MIS_END=01/04/2026
        passes: Missing MIS_END=31/03/2027
        passes: Missing
    """,
)
