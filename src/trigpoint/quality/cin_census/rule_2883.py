"""Rule 2883."""

from __future__ import annotations

from trigpoint.quality.census import is_in_census
from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns import Collection
from trigpoint.records.returns.cin_census import ChildProtectionPlans, CINdetails, Header, Section47


def _more_than_conferences(collection: Collection) -> list[ChildProtectionPlans]:
    plans = [row for row in collection.rows(ChildProtectionPlans) if is_in_census(row, row.CPPstartDate)]
    conferences = sum(is_in_census(row, row.DateOfInitialCPC) for row in collection.rows(CINdetails))
    conferences += sum(is_in_census(row, row.DateOfInitialCPC) for row in collection.rows(Section47))
    return plans if len(plans) > conferences else []


rule_2883 = ReturnRule(
    code="2883",
    title="More child protection plans began in the year than initial conferences were held",
    mend="find plans without their conference: record its date, or correct the start of the plan",
    source=SOURCE,
    who="performance team",
    lists=ChildProtectionPlans,
    fields=("CPPstartDate", "DateOfInitialCPC", "ReferenceDate"),
    reads=(Header, CINdetails, Section47),
    finds=_more_than_conferences,
    examples="""
        fails: CINdetails; *ChildProtectionPlans CPPstartDate=01/04/2025; ChildProtectionPlans CPPstartDate=31/03/2025
        fails: CINdetails DateOfInitialCPC=01/05/2025; ChildProtectionPlans CPPstartDate=31/03/2026;
            ChildProtectionPlans CPPstartDate=01/06/2025
        fails: CINdetails DateOfInitialCPC=31/03/2025; ChildProtectionPlans CPPstartDate=01/04/2025
        fails: CINdetails; Section47 DateOfInitialCPC=01/04/2026; ChildProtectionPlans CPPstartDate=01/04/2025
        passes: CINdetails DateOfInitialCPC=01/04/2025; ChildProtectionPlans CPPstartDate=01/04/2025
        passes: CINdetails DateOfInitialCPC=01/05/2025; Section47 DateOfInitialCPC=31/03/2026;
            ChildProtectionPlans CPPstartDate=01/06/2025; ChildProtectionPlans CPPstartDate=01/07/2025
        passes: CINdetails; ChildProtectionPlans CPPstartDate=31/03/2025
    """,
)
