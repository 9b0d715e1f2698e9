"""The second review of a period of care, and the plan for permanence."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import CaseView, Child, Date, Key


class SecondReview(
    CaseView, PersonBreakdowns, TeamBreakdowns, needs=("ssd_cla_episodes", "ssd_cla_reviews", "ssd_cla_care_plan")
):
    """One row per period of care with a second review held. Reviews of one day are one."""

    id = Key("Review")
    child = Child()
    entered_on = Date("Date the child became looked after")
    held_on = Date("Date of the second review")
    planned_on = Date("Date of the first plan with an option for permanence", "No plan for permanence")
    four_months_on = Date("4 months after the child became looked after", limit=True)
