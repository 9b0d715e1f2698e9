"""Rule 1000."""

from itertools import chain

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import OC3, Episodes


def _has_died(row: OC3) -> bool:
    before = row.child.last_year
    known = chain(row.child.rows(Episodes), before.rows(Episodes) if before else ())
    return any(episode.REC == "E2" for episode in known)


rule_1000 = ReturnRule(
    code="1000",
    title="A child who has died is returned as a care leaver",
    mend="take the care leaver row out",
    source=SOURCE,
    lists=OC3,
    fields=("IN_TOUCH", "ACTIV", "ACCOM", "REC"),
    reads=(Episodes,),
    fails=_has_died,
    examples="""
        fails: OC3; Episodes REC=E2
        fails: OC3; last year Episodes REC=E2; Episodes REC=X1
        passes: OC3; Episodes REC=E3; last year Episodes REC=E3
        passes: OC3; Episodes child=2 REC=E2
    """,
)
