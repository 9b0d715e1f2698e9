"""Rule 2885."""

from __future__ import annotations

from trigpoint.quality.census import is_in_census
from trigpoint.quality.cin_census import SOURCE
from trigpoint.quality.need import details, inside, is_yes
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns.cin_census import ChildProtectionPlans, CINdetails, Header, Section47


def _has_no_conference(row: ChildProtectionPlans) -> bool:
    if not is_in_census(row, row.CPPstartDate):
        return False
    episode = details(row)
    held = {row.DateOfInitialCPC for row in inside(episode, Section47) if not is_yes(row.ICPCnotRequired)}
    return row.CPPstartDate not in (held or {episode.DateOfInitialCPC})


rule_2885 = ReturnRule(
    code="2885",
    title="A child protection plan of the year begins on a day on which no initial conference of its referral was held",
    mend="check both days: a plan begins on the day of the conference that decided on it",
    source=SOURCE,
    lists=ChildProtectionPlans,
    fields=("CPPstartDate", "DateOfInitialCPC", "ICPCnotRequired", "ReferenceDate"),
    reads=(Header, CINdetails, Section47),
    fails=_has_no_conference,
    examples="""
        fails: CINdetails; Section47 DateOfInitialCPC=01/05/2025; ChildProtectionPlans CPPstartDate=02/05/2025
        fails: CINdetails DateOfInitialCPC=02/05/2025; Section47 DateOfInitialCPC=01/05/2025;
            ChildProtectionPlans CPPstartDate=02/05/2025
        fails: CINdetails; Section47 DateOfInitialCPC=02/05/2025 ICPCnotRequired=true;
            ChildProtectionPlans CPPstartDate=02/05/2025
        fails: CINdetails DateOfInitialCPC=01/05/2025; ChildProtectionPlans CPPstartDate=02/05/2025
        fails: CINdetails; ChildProtectionPlans CPPstartDate=01/04/2025
        fails: CINdetails; Section47 DateOfInitialCPC=01/05/2025; *ChildProtectionPlans CPPstartDate=02/05/2025;
            ChildProtectionPlans CPPstartDate=01/05/2025
        passes: CINdetails; Section47 DateOfInitialCPC=01/05/2025; Section47 DateOfInitialCPC=02/05/2025;
            ChildProtectionPlans CPPstartDate=02/05/2025
        passes: CINdetails DateOfInitialCPC=02/05/2025; Section47 ICPCnotRequired=1;
            ChildProtectionPlans CPPstartDate=02/05/2025
        passes: CINdetails DateOfInitialCPC=02/05/2025; ChildProtectionPlans CPPstartDate=02/05/2025
        passes: CINdetails; ChildProtectionPlans CPPstartDate=31/03/2025
    """,
)
