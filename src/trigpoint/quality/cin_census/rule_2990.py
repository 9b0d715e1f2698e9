"""Rule 2990."""

from __future__ import annotations

from collections.abc import Iterator

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.need import inside
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns import Collection, ReturnRow
from trigpoint.records.returns.cin_census import ChildProtectionPlans, CINdetails, CINplanDates, Section47


def _went_on(collection: Collection) -> Iterator[ReturnRow]:
    for row in collection.rows(CINdetails):
        if row.ReasonForClosure in {"RC8", "RC9"}:
            further = [*inside(row, Section47), *inside(row, ChildProtectionPlans), *inside(row, CINplanDates)]
            if further or row.filled("DateOfInitialCPC"):
                yield from (row, *further)


rule_2990 = ReturnRule(
    code="2990",
    title="A referral closed after its assessment holds a conference, an enquiry or a plan",
    mend="give the reason for closure that fits what was done, or move what belongs to another referral",
    source=SOURCE,
    lists=CINdetails,
    fields=("ReasonForClosure", "DateOfInitialCPC"),
    reads=(CINplanDates, Section47, ChildProtectionPlans),
    finds=_went_on,
    examples="""
        fails: CINdetails ReasonForClosure=RC8 DateOfInitialCPC=01/05/2025
        fails: *CINdetails ReasonForClosure=RC9; *Section47; *CINplanDates; *ChildProtectionPlans; Assessments
        passes: CINdetails ReasonForClosure=RC8; Assessments
        passes: CINdetails ReasonForClosure=RC7 DateOfInitialCPC=01/05/2025; Section47
        passes: CINdetails ReasonForClosure=RC8; CINdetails; Section47
    """,
)
