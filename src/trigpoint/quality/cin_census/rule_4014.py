"""Rule 4014."""

from __future__ import annotations

from collections.abc import Iterator

from trigpoint.quality.census import reference_date
from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.spans import overlapping, through
from trigpoint.records.returns import Collection, ReturnRow
from trigpoint.records.returns.cin_census import CINplanDates, Header


def _overlapping(collection: Collection) -> Iterator[ReturnRow]:
    for child in collection.children.values():
        yield from overlapping(child.rows(CINplanDates), lambda row: row.CINPlanStartDate, _last)


def _last(row: CINplanDates) -> int | None:
    return through(row.CINPlanEndDate if row.filled("CINPlanEndDate") else reference_date(row))


rule_4014 = ReturnRule(
    code="4014",
    title="Two child in need plans of the child overlap",
    mend="end the first plan before the next begins, or delete one recorded twice",
    source=SOURCE,
    lists=CINplanDates,
    fields=("CINPlanStartDate", "CINPlanEndDate", "ReferenceDate"),
    reads=(Header,),
    finds=_overlapping,
    examples="""
        fails: CINdetails; *CINplanDates CINPlanStartDate=01/05/2025 CINPlanEndDate=01/06/2025;
            *CINplanDates CINPlanStartDate=01/06/2025; CINdetails child=2;
            CINplanDates child=2 CINPlanStartDate=01/06/2025
        fails: CINdetails; CINplanDates CINPlanStartDate=01/05/2025; CINdetails;
            CINplanDates CINPlanStartDate=31/03/2026
        fails: CINdetails; CINplanDates CINPlanStartDate=01/05/2025 CINPlanEndDate=02/05/2025;
            CINplanDates CINPlanStartDate=01/05/2025 CINPlanEndDate=02/05/2025
        passes: CINdetails; CINplanDates CINPlanStartDate=01/05/2025 CINPlanEndDate=01/06/2025;
            CINplanDates CINPlanStartDate=02/06/2025
        passes: CINdetails; CINplanDates CINPlanStartDate=01/05/2025; CINplanDates CINPlanStartDate=01/04/2026
    """,
)
