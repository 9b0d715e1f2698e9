"""Rule 562."""

from trigpoint.quality.care import earliest, latest
from trigpoint.quality.days import is_before
from trigpoint.quality.return_rule import Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes


def _is_changed(row: Episodes) -> bool:
    if row is not earliest(row.child) or not is_before(row.DECOM, row.collection.first_day):
        return False
    before = latest(row.child.last_year)
    return before is None or before.DECOM != row.DECOM


rule_562 = ReturnRule(
    code="562",
    title="The episode that ran on from last year does not begin on the day that last year's return gave",
    mend="give the episode the start date of the child's latest episode of last year's return",
    source=SOURCE,
    lists=Episodes,
    fields=("DECOM",),
    needs=frozenset({Need.LAST_YEAR}),
    fails=_is_changed,
    examples="""
        fails: last year Episodes DECOM=01/05/2025; *Episodes DECOM=02/05/2025; Episodes DECOM=01/05/2026
        fails: Episodes DECOM=31/03/2026
        fails: last year Episodes DECOM=01/05/2025; last year Episodes DECOM=01/07/2025; Episodes DECOM=01/05/2025
        passes: last year Episodes DECOM=01/05/2025; last year Episodes DECOM=01/07/2025; Episodes DECOM=01/07/2025
        passes: last year Episodes DECOM=01/05/2025; Episodes DECOM=01/04/2026
        passes: last year Episodes DECOM=01/05/2025; Episodes DECOM=01/05/2025; Episodes DECOM=01/06/2025
    """,
)
