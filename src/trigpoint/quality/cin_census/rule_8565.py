"""Rule 8565."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.need import inside
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns import Collection, ReturnRow
from trigpoint.records.returns.cin_census import Assessments, ChildProtectionPlans, CINdetails, CINplanDates, Section47


def _went_on(collection: Collection) -> Iterator[ReturnRow]:
    for row in collection.rows(CINdetails):
        if closed := row.CINclosureDate:
            later = [one for one, days in _events(row) if any(day is not None and closed < day for day in days)]
            yield from (row, *later) if later else ()


def _events(row: CINdetails) -> Iterator[tuple[ReturnRow, tuple[date | None, ...]]]:
    """Everything of an episode of need that must not come after its closure, with its days."""
    yield row, (row.DateOfInitialCPC,)
    for assessment in inside(row, Assessments):
        yield assessment, (assessment.AssessmentActualStartDate, assessment.AssessmentAuthorisationDate)
    for enquiry in inside(row, Section47):
        yield enquiry, (enquiry.S47ActualStartDate, enquiry.DateOfInitialCPC)
    for protection in inside(row, ChildProtectionPlans):
        yield protection, (protection.CPPendDate,)
    for plan in inside(row, CINplanDates):
        yield plan, (plan.CINPlanStartDate, plan.CINPlanEndDate)


rule_8565 = ReturnRule(
    code="8565",
    title="The referral was closed before something that belongs to it",
    mend="close the referral after its last event, or correct the date of that event",
    source=SOURCE,
    lists=CINdetails,
    fields=(
        "CINclosureDate",
        "DateOfInitialCPC",
        "AssessmentActualStartDate",
        "AssessmentAuthorisationDate",
        "S47ActualStartDate",
        "CPPendDate",
        "CINPlanStartDate",
        "CINPlanEndDate",
    ),
    reads=(Assessments, CINplanDates, Section47, ChildProtectionPlans),
    finds=_went_on,
    examples="""
        fails: CINdetails CINclosureDate=01/05/2025 DateOfInitialCPC=02/05/2025
        fails: *CINdetails CINclosureDate=01/05/2025; *Assessments AssessmentActualStartDate=02/05/2025;
            *Assessments AssessmentAuthorisationDate=02/05/2025; Assessments AssessmentActualStartDate=01/05/2025
        fails: *CINdetails CINclosureDate=01/05/2025; *Section47 S47ActualStartDate=02/05/2025;
            *Section47 DateOfInitialCPC=02/05/2025; Section47 DateOfInitialCPC=01/05/2025
        fails: *CINdetails CINclosureDate=01/05/2025; *CINplanDates CINPlanStartDate=02/05/2025;
            *CINplanDates CINPlanEndDate=02/05/2025; CINplanDates CINPlanEndDate=01/05/2025
        fails: *CINdetails CINclosureDate=01/05/2025; *ChildProtectionPlans CPPendDate=02/05/2025;
            ChildProtectionPlans CPPendDate=01/05/2025
        passes: CINdetails CINclosureDate=01/05/2025 DateOfInitialCPC=01/05/2025;
            ChildProtectionPlans CPPstartDate=02/05/2025
        passes: CINdetails; Assessments AssessmentActualStartDate=02/05/2025
    """,
)
