"""Rule 704."""

from trigpoint.quality.care import is_in_year
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import DoLo

rule_704 = ReturnRule(
    code="704",
    title="A deprivation of liberty order ended outside the collection year",
    mend="correct the end of the order; return only orders that ended in the year or still last",
    source=SOURCE,
    lists=DoLo,
    fields=("DOLO_END",),
    since=2027,
    fails=lambda row: row.DOLO_END and not is_in_year(row.child, row.DOLO_END),
    examples="""
        fails: DoLo DOLO_END=31/03/2026
        fails: DoLo DOLO_END=01/04/2027
        passes: DoLo DOLO_END=01/04/2026
        passes: DoLo DOLO_END=31/03/2027
        passes: DoLo
    """,
)
