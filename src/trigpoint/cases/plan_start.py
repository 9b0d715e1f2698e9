"""The start of a child protection plan."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import Breakdown, CaseView, Child, Date, Flag, Key


class PlanStart(CaseView, PersonBreakdowns, TeamBreakdowns, needs=("ssd_cp_plans",)):
    """One row per child protection plan that started."""

    id = Key("Child protection plan")
    child = Child()
    category = Breakdown("Category of abuse")
    initial_category = Breakdown("Category of abuse at the start")
    started_on = Date("Date the plan started")
    ended_on = Date("Date the plan ended")
    is_other_authority = Flag("Plan of another authority, held here for a time")
    is_continuation = Flag("Began the day an earlier plan ended")
    has_earlier_plan = Flag("The child had an earlier plan")
    has_earlier_plan_within_24_months = Flag("The child had an earlier plan that ended within the 24 months before")
    has_earlier_plan_unmerged = Flag("The child had an earlier plan, same-day restarts taken as new plans")
    has_earlier_plan_within_24_months_unmerged = Flag(
        "The child had an earlier plan that ended within the 24 months before, same-day restarts taken as new plans"
    )
    core_group_on = Date("Date of the first core group", "Not held", extra=True)
    core_group_limit_on = Date("Last day for the first core group", limit=True, extra=True)
    is_ended_by_core_group_limit = Flag("The plan ended by the last day for the first core group", extra=True)
    is_ended_before_start = Flag("The plan ended before it started")
