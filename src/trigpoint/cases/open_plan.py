"""A child protection plan that is open at a date."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import Breakdown, CaseView, Child, Date, Flag, Key


class OpenPlan(CaseView, PersonBreakdowns, TeamBreakdowns, state=True, needs=("ssd_cp_plans",)):
    """One row per child protection plan open at the date."""

    id = Key("Child protection plan")
    child = Child()
    category = Breakdown("Category of abuse")
    initial_category = Breakdown("Category of abuse at the start")
    started_on = Date("Date the plan started")
    is_other_authority = Flag("Plan of another authority, held here for a time")
    is_730_days = Flag("Open for 730 days, the day itself counted")
    is_2_years = Flag("Open for two calendar years")
    is_730_days_merged = Flag("Open for 730 days since the first of plans that followed one another")
    is_2_years_merged = Flag("Open for two calendar years since the first of plans that followed one another")
