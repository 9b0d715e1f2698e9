"""Rule 348."""

from trigpoint.quality.return_rule import Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import OC3


def _is_alive(row: OC3) -> bool:
    before = row.child.last_year
    died = before is not None and any(one.IN_TOUCH == "DIED" for one in before.rows(OC3))
    return died and row.IN_TOUCH != "DIED"


rule_348 = ReturnRule(
    code="348",
    title="A care leaver returned as having died last year is returned otherwise this year",
    mend="correct whether you are in touch, or tell DfE that last year's was wrong",
    source=SOURCE,
    lists=OC3,
    fields=("IN_TOUCH",),
    needs=frozenset({Need.LAST_YEAR}),
    since=2026,
    fails=_is_alive,
    examples="""
        fails: last year OC3 IN_TOUCH=DIED; OC3 IN_TOUCH=YES
        fails: last year OC3 IN_TOUCH=DIED; OC3
        passes: last year OC3 IN_TOUCH=DIED; OC3 IN_TOUCH=DIED
        passes: last year OC3 IN_TOUCH=YES; OC3 IN_TOUCH=YES
        passes: OC3 IN_TOUCH=YES
    """,
)
