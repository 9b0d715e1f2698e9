"""Rule 1010."""

from trigpoint.quality.care import latest
from trigpoint.quality.return_rule import Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.quality.stays import is_open
from trigpoint.records.returns.ssda903 import OC3, Episodes


def _is_lost(row: OC3) -> bool:
    before = latest(row.child.last_year)
    return before is not None and is_open(before) and not row.child.rows(Episodes)


rule_1010 = ReturnRule(
    code="1010",
    title="A care leaver was still in care at the end of last year's return, but has no episode this year",
    mend="return how and when the last episode went on or ended",
    source=SOURCE,
    lists=OC3,
    fields=("IN_TOUCH", "ACTIV", "ACCOM", "DECOM", "DEC"),
    reads=(Episodes,),
    needs=frozenset({Need.LAST_YEAR}),
    fails=_is_lost,
    examples="""
        fails: OC3; last year Episodes DECOM=01/05/2025 DEC=01/06/2025; last year Episodes DECOM=01/06/2025
        passes: OC3; last year Episodes DECOM=01/05/2025; last year Episodes DECOM=01/06/2025 DEC=01/07/2025
        passes: OC3; last year Episodes DECOM=01/06/2025; Episodes DECOM=01/06/2025
        passes: OC3
    """,
)
