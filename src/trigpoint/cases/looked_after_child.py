"""A child who is looked after at a date."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import Breakdown, CaseView, Child, Date, Flag, Key


class LookedAfterChild(
    CaseView, PersonBreakdowns, TeamBreakdowns, state=True, needs=("ssd_cla_episodes", "ssd_cla_placement")
):
    """One row per child with an episode of being looked after open at the date."""

    id = Key("Child")
    child = Child()
    placement_type = Breakdown("Placement type")
    legal_status = Breakdown("Legal status")
    entered_on = Date("Date the child became looked after")
    is_short_term_series = Flag("Series of short-term placements (legal status V3 or V4)")
    is_uasc = Flag("Unaccompanied asylum-seeking child")
    is_deprived_of_liberty = Flag("Subject to a deprivation of liberty order")
    is_under_20_working_days = Flag("In care under 20 working days")
    reviews_in_12_months_on_time = Flag("Every review due in the last 12 months was on time and none is overdue")
    latest_review_on_time = Flag("The latest review was on time and none is overdue")
