"""Rule 1014."""

from collections.abc import Iterator

from trigpoint.quality.leavers import is_told
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.quality.stays import overlaps_year
from trigpoint.records.returns import Collection, ReturnRow
from trigpoint.records.returns.ssda903 import OC3, UASC, Episodes


def _without_care(collection: Collection) -> Iterator[ReturnRow]:
    for row in collection.rows(UASC):
        told = [leaver for leaver in row.child.rows(OC3) if is_told(leaver)]
        if told and not any(map(overlaps_year, row.child.rows(Episodes))):
            yield from (row, *told)


rule_1014 = ReturnRule(
    code="1014",
    title="An unaccompanied young person is returned as a care leaver without having been in care this year",
    mend="take the care leaver row or the unaccompanied row out, or return the episodes of the year",
    source=SOURCE,
    lists=OC3,
    fields=("IN_TOUCH", "ACTIV", "ACCOM", "DUC", "DECOM", "DEC"),
    reads=(UASC, Episodes),
    finds=_without_care,
    examples="""
        fails: *UASC; *OC3 IN_TOUCH=YES; Episodes DECOM=01/05/2025 DEC=31/03/2026
        fails: *UASC; *OC3 ACCOM=B1; Episodes DECOM=01/04/2027
        fails: *UASC; *OC3 ACTIV=F1; OC3
        passes: UASC; OC3 IN_TOUCH=YES; Episodes DECOM=01/05/2025 DEC=01/04/2026
        passes: UASC; OC3 IN_TOUCH=YES; Episodes DECOM=31/03/2027
        passes: UASC; OC3; Episodes DECOM=01/05/2025 DEC=31/03/2026
        passes: OC3 IN_TOUCH=YES
    """,
)
