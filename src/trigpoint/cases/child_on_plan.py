"""A child who is the subject of a child protection plan at a date."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import Breakdown, CaseView, Child, Date, Flag, Key, Text


class ChildOnPlan(CaseView, PersonBreakdowns, TeamBreakdowns, state=True, needs=("ssd_cp_plans",)):
    """One row per child with a plan open at the date; of several plans our own that started first."""

    id = Key("Child")
    child = Child()
    family = Text("Family")
    category = Breakdown("Category of abuse")
    initial_category = Breakdown("Category of abuse at the start")
    plan = Text("Child protection plan")
    started_on = Date("Date the plan started")
    is_other_authority = Flag("Plan of another authority, held here for a time")
    has_earlier_plan = Flag("The child had an earlier plan")
    has_earlier_plan_within_24_months = Flag("The child had an earlier plan that ended within the 24 months before")
    has_earlier_plan_unmerged = Flag("The child had an earlier plan, same-day restarts taken as new plans")
    has_earlier_plan_within_24_months_unmerged = Flag(
        "The child had an earlier plan that ended within the 24 months before, same-day restarts taken as new plans"
    )
    is_over_12_months = Flag("On the plan for more than 12 months")
    is_over_15_months = Flag("On the plan for more than 15 months")
    is_over_18_months = Flag("On the plan for more than 18 months")
    is_over_24_months = Flag("On the plan for more than 24 months")
    is_3_months = Flag("On the plan for three months")
    is_91_days = Flag("On the plan for 91 days")
    is_review_late = Flag("A review was late, or is overdue")
    is_review_late_in_days = Flag("A review was late, or is overdue, at 91 and 183 days")
