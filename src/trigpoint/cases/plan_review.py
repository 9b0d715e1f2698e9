"""A child protection review conference, held or due."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import CaseView, Child, Date, Flag, Key, Text


class PlanReview(CaseView, PersonBreakdowns, TeamBreakdowns, needs=("ssd_cp_plans", "ssd_cp_reviews")):
    """One row per review conference held, and one per plan for the review that is due next."""

    id = Key("Review conference")
    child = Child()
    plan = Text("Child protection plan")
    held_on = Date("Date held", "Not held")
    limit_on = Date("Last day for the review", "No plan start recorded", limit=True)
    limit_in_days_on = Date("Last day for the review, 91 and 183 days", "No plan start recorded", limit=True)
    outcome_on = Date("Date held, or the last day when not held")
    is_held = Flag("Held")
    is_without_plan = Flag("Its plan was not found")
    is_before_plan = Flag("Held on or before the day the plan started")
    is_after_plan = Flag("Held after the plan ended")
    is_other_authority = Flag("Plan of another authority, held here for a time")
