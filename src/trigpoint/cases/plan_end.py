"""The end of a child protection plan."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import Breakdown, CaseView, Child, Date, Flag, Key, Number


class PlanEnd(CaseView, PersonBreakdowns, TeamBreakdowns, needs=("ssd_cp_plans",)):
    """One row per child protection plan that ended."""

    id = Key("Child protection plan")
    child = Child()
    category = Breakdown("Category of abuse")
    initial_category = Breakdown("Category of abuse at the start")
    started_on = Date("Date the plan started")
    ended_on = Date("Date the plan ended")
    is_other_authority = Flag("Plan of another authority, held here for a time")
    is_continued = Flag("Another plan began the day it ended")
    is_ended_before_start = Flag("Ended before it started")
    three_months_on = Date("Three months after the start", "No start recorded", limit=True)
    three_months_merged_on = Date("Three months after the start of the first plan", "No start recorded", limit=True)
    two_years_on = Date("Two years after the start", "No start recorded", limit=True)
    two_years_merged_on = Date("Two years after the start of the first plan", "No start recorded", limit=True)
    days = Number("Days the plan lasted, the last day counted", "No start recorded")
    days_merged = Number("Days that plans following one another lasted, the last day counted", "No start recorded")
