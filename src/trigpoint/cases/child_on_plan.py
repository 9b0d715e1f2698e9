"""A child who is the subject of a child protection plan at a date."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import Breakdown, CaseView, Child, Date, Flag, Key, Text


class ChildOnPlan(CaseView, PersonBreakdowns, TeamBreakdowns, state=True, needs=("ssd_cp_plans",)):
    """One row per child with a plan open at the date; of several plans our own that started first."""

    id = Key("Child")
    child = Child()
    category = Breakdown("Category of abuse")
    plan = Text("Child protection plan")
    started_on = Date("Date the plan started")
    is_other_authority = Flag("Plan of another authority, held here for a time")
    has_earlier_plan = Flag("The child had an earlier plan")
    has_earlier_plan_within_24_months = Flag("The child had an earlier plan that ended within the 24 months before")
    has_earlier_plan_unmerged = Flag("The child had an earlier plan, same-day restarts taken as new plans")
    has_earlier_plan_within_24_months_unmerged = Flag(
        "The child had an earlier plan that ended within the 24 months before, same-day restarts taken as new plans"
    )
