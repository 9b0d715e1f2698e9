"""Rule 4004."""

from __future__ import annotations

from collections.abc import Iterator

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.need import inside
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns import Collection, ReturnRow
from trigpoint.records.returns.cin_census import CINdetails, CINplanDates


def _with_two_open(collection: Collection) -> Iterator[ReturnRow]:
    for row in collection.rows(CINdetails):
        plans = inside(row, CINplanDates)
        if sum(not plan.filled("CINPlanEndDate") for plan in plans) > 1:
            yield from plans


rule_4004 = ReturnRule(
    code="4004",
    title="More than one child in need plan of a referral is open",
    mend="end the plans that are over, and keep one of those recorded twice",
    source=SOURCE,
    lists=CINplanDates,
    fields=("CINPlanEndDate", "CINPlanStartDate"),
    reads=(CINdetails,),
    finds=_with_two_open,
    examples="""
        fails: CINdetails; CINplanDates; CINplanDates; CINplanDates CINPlanEndDate=01/05/2025
        passes: CINdetails; CINplanDates; CINplanDates CINPlanEndDate=01/05/2025
        passes: CINdetails; CINplanDates; CINdetails; CINplanDates
    """,
)
