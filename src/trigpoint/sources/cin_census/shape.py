"""How the census nests and orders its elements: groups, items, and the groups that only hold one repeated item.

Source: DfE's schema of the children in need census, 2017 to 2026; the items themselves are declared in
`records.returns.cin_census`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from trigpoint.records.returns import ReturnRow, cin_census


@dataclass(frozen=True)
class Repeated:
    """An element that holds nothing but one item, as often as it occurs: each is a row of its own."""

    tag: str
    item: str
    module: type[ReturnRow]


@dataclass(frozen=True)
class Group:
    """An element that is a row of its module; `inside` are its items by name and its groups, in their order.

    `also` is another way of writing its name.
    """

    tag: str
    module: type[ReturnRow]
    inside: tuple[str | Group | Repeated, ...]
    also: str = ""

    @cached_property
    def by_tag(self) -> dict[str, str | Group | Repeated]:
        """What may stand inside, by the name of its element."""
        found: dict[str, str | Group | Repeated] = {}
        for one in self.inside:
            found[one if isinstance(one, str) else one.tag] = one
            if isinstance(one, Group) and one.also:
                found[one.also] = one
        return found


IDENTIFIERS = Group(
    "ChildIdentifiers",
    cin_census.ChildIdentifiers,
    (
        "LAchildID",
        "UPN",
        "FormerUPN",
        "UPNunknown",
        "PersonBirthDate",
        "ExpectedPersonBirthDate",
        "GenderCurrent",
        "Sex",
        "PersonDeathDate",
    ),
)
CHARACTERISTICS = Group(
    "ChildCharacteristics",
    cin_census.ChildCharacteristics,
    ("Ethnicity", Repeated("Disabilities", "Disability", cin_census.Disabilities)),
)
DETAILS = Group(
    "CINdetails",
    cin_census.CINdetails,
    (
        "CINreferralDate",
        "ReferralSource",
        "PrimaryNeedCode",
        "CINclosureDate",
        "ReasonForClosure",
        "DateOfInitialCPC",
        Group(
            "Assessments",
            cin_census.Assessments,
            (
                "AssessmentActualStartDate",
                "AssessmentInternalReviewDate",
                "AssessmentAuthorisationDate",
                Repeated("FactorsIdentifiedAtAssessment", "AssessmentFactors", cin_census.AssessmentFactorsList),
            ),
        ),
        Group("CINPlanDates", cin_census.CINplanDates, ("CINPlanStartDate", "CINPlanEndDate"), also="CINplanDates"),
        Group(
            "Section47",
            cin_census.Section47,
            ("S47ActualStartDate", "InitialCPCtarget", "DateOfInitialCPC", "ICPCnotRequired"),
        ),
        "ReferralNFA",
        Group(
            "ChildProtectionPlans",
            cin_census.ChildProtectionPlans,
            (
                "CPPstartDate",
                "CPPendDate",
                "InitialCategoryOfAbuse",
                "LatestCategoryOfAbuse",
                "NumberOfPreviousCPP",
                Repeated("Reviews", "CPPreviewDate", cin_census.Reviews),
            ),
        ),
    ),
)
CHILD: dict[str, Group] = {group.tag: group for group in (IDENTIFIERS, CHARACTERISTICS, DETAILS)}
"""The groups of a child, in their order."""
