"""The children in need census: its groups and their items, declared once. Source: DfE's census schema, 2017 to 2026."""

from __future__ import annotations

from datetime import date

from trigpoint.records.returns.form import ReturnRow, birth, code, due, number, past, text


class Header(ReturnRow):
    """One row: the collection and who sent it."""

    Collection: str | None = text()
    Year: int | None = number()
    ReferenceDate: date | None = due()
    LEA: str | None = text()


class ChildIdentifiers(ReturnRow):
    """One row for each child. GenderCurrent became Sex in 2024/25."""

    LAchildID: str | None = text()
    UPN: str | None = text()
    FormerUPN: str | None = text()
    UPNunknown: str | None = code("UNKNOWN_UPN")
    PersonBirthDate: date | None = birth()
    ExpectedPersonBirthDate: date | None = due()
    GenderCurrent: str | None = code("GENDER", until=2024)
    Sex: str | None = code("SEX", since=2025)
    PersonDeathDate: date | None = past()


class ChildCharacteristics(ReturnRow):
    """One row for each child."""

    Ethnicity: str | None = code("ETHNIC")


class Disabilities(ReturnRow):
    """A disability of a child, or NONE."""

    Disability: str | None = code("DISABILITY")


class CINdetails(ReturnRow):
    """An episode of need, from referral to closure."""

    CINreferralDate: date | None = past()
    ReferralSource: str | None = code("REFERRAL_SOURCE")
    PrimaryNeedCode: str | None = code("PRIMARY_NEED")
    CINclosureDate: date | None = past()
    ReasonForClosure: str | None = code("REASON_FOR_CLOSURE")
    DateOfInitialCPC: date | None = past()
    ReferralNFA: str | None = text()


class Assessments(ReturnRow, lies_in="CINdetails"):
    """An assessment within an episode of need."""

    AssessmentActualStartDate: date | None = past()
    AssessmentInternalReviewDate: date | None = due()
    AssessmentAuthorisationDate: date | None = past()


class AssessmentFactorsList(ReturnRow, lies_in="Assessments"):
    """A factor of an assessment, which it lies within."""

    AssessmentFactors: str | None = code("ASSESSMENT_FACTORS")


class CINplanDates(ReturnRow, lies_in="CINdetails"):
    """A child in need plan within an episode of need."""

    CINPlanStartDate: date | None = past()
    CINPlanEndDate: date | None = past()


class Section47(ReturnRow, lies_in="CINdetails"):
    """A section 47 enquiry within an episode of need."""

    S47ActualStartDate: date | None = past()
    InitialCPCtarget: date | None = due()
    DateOfInitialCPC: date | None = past()
    ICPCnotRequired: str | None = text()


class ChildProtectionPlans(ReturnRow, lies_in="CINdetails"):
    """A child protection plan within an episode of need."""

    CPPstartDate: date | None = past()
    CPPendDate: date | None = past()
    InitialCategoryOfAbuse: str | None = code("CATEGORY_OF_ABUSE")
    LatestCategoryOfAbuse: str | None = code("CATEGORY_OF_ABUSE")
    NumberOfPreviousCPP: int | None = number()


class Reviews(ReturnRow, lies_in="ChildProtectionPlans"):
    """A review of the child protection plan that it lies within."""

    CPPreviewDate: date | None = past()


MODULES: tuple[type[ReturnRow], ...] = (
    Header,
    ChildIdentifiers,
    ChildCharacteristics,
    Disabilities,
    CINdetails,
    Assessments,
    AssessmentFactorsList,
    CINplanDates,
    Section47,
    ChildProtectionPlans,
    Reviews,
)
"""Every group in the order of the census."""
