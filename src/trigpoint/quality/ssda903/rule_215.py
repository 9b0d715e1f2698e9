"""Rule 215."""

from collections.abc import Iterator

from trigpoint.quality.filled import HEALTH, LEAVING, any_filled
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns import Collection, ReturnRow
from trigpoint.records.returns.ssda903 import OC2, OC3


def _in_both(collection: Collection) -> Iterator[ReturnRow]:
    for row in collection.rows(OC3):
        answered = [one for one in row.child.rows(OC2) if any_filled(one, HEALTH)]
        if answered and any_filled(row, LEAVING):
            yield from (row, *answered)


rule_215 = ReturnRule(
    code="215",
    title="The child is returned both as a care leaver and with the health of children looked after",
    mend="keep the care leaver's details or the child's health, whichever the young person is",
    source=SOURCE,
    who="performance team",
    lists=OC3,
    fields=(
        "IN_TOUCH",
        "ACTIV",
        "ACCOM",
        "CONVICTED",
        "HEALTH_CHECK",
        "IMMUNISATIONS",
        "TEETH_CHECK",
        "HEALTH_ASSESSMENT",
        "SUBSTANCE_MISUSE",
        "INTERVENTION_RECEIVED",
        "INTERVENTION_OFFERED",
    ),
    reads=(OC2,),
    finds=_in_both,
    examples="""
        fails: *OC3 IN_TOUCH=YES; *OC2 CONVICTED=0
        passes: OC3 IN_TOUCH=YES; OC2 SDQ_SCORE=5
        passes: OC3; OC2 CONVICTED=0
        passes: OC3 IN_TOUCH=YES; OC2 child=2 CONVICTED=0
    """,
)
