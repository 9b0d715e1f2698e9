"""A visit that was due under a child protection plan."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import CaseView, Child, Date, Flag, Key, Text


class PlanVisitDue(CaseView, PersonBreakdowns, TeamBreakdowns, needs=("ssd_cp_plans", "ssd_cp_visits")):
    """One row per gap before a visit: from the plan's start or the visit before. Each interval has its own last day.

    Gaps between visits alone are rows of their own; they have the last days `..._alone_on` and no other.
    """

    id = Key("Plan and number of the visit")
    child = Child()
    plan = Text("Child protection plan")
    began_on = Date("Visit before, or start of the plan")
    visited_on = Date("Date of the visit", "Not visited")
    is_other_authority = Flag("Plan of another authority, held here for a time")
    limit_plan_on = Date("Last day for the visit: the plan's interval", limit=True)
    limit_10_working_days_on = Date("Last day for the visit: 10 working days", limit=True)
    limit_15_working_days_on = Date("Last day for the visit: 15 working days", limit=True)
    limit_20_working_days_on = Date("Last day for the visit: 20 working days", limit=True)
    limit_28_days_on = Date("Last day for the visit: 28 days", limit=True)
    limit_plan_alone_on = Date("Last day for the visit: the plan's interval, for one alone", limit=True)
    limit_10_working_days_alone_on = Date("Last day for the visit: 10 working days, for one alone", limit=True)
    limit_15_working_days_alone_on = Date("Last day for the visit: 15 working days, for one alone", limit=True)
    limit_20_working_days_alone_on = Date("Last day for the visit: 20 working days, for one alone", limit=True)
    limit_28_days_alone_on = Date("Last day for the visit: 28 days, for one alone", limit=True)
