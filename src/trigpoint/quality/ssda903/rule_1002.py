"""Rule 1002."""

from trigpoint.quality.return_rule import Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import OC3, Episodes


def _is_unknown(row: OC3) -> bool:
    before = row.child.last_year
    return not row.child.rows(Episodes) and not (before and before.rows(Episodes))


rule_1002 = ReturnRule(
    code="1002",
    title="A care leaver has no episode of care this year or last year",
    mend="take the care leaver row out, or return the missing episodes",
    source=SOURCE,
    lists=OC3,
    fields=("IN_TOUCH", "ACTIV", "ACCOM"),
    reads=(Episodes,),
    needs=frozenset({Need.LAST_YEAR}),
    fails=_is_unknown,
    examples="""
        fails: OC3; Episodes child=2
        passes: OC3; Episodes
        passes: OC3; last year Episodes
    """,
)
