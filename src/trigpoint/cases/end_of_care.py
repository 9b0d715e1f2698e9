"""A child who ceases to be looked after."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import Breakdown, CaseView, Child, Date, Flag, Key, Text


class EndOfCare(CaseView, PersonBreakdowns, TeamBreakdowns, needs=("ssd_cla_episodes",)):
    """One row per period of care that has ended; an episode that ends because the next one starts (X1) ends none.

    Series of short-term placements (legal status V3 or V4) are no period of care.
    """

    id = Key("Last episode of the period of care")
    child = Child()
    placement_type = Breakdown("Placement type")
    left_on = Date("Date the child left care")
    leaving_reason = Text("Reason for leaving care")
    reason_group = Text("Reason for leaving care, grouped")
    is_uasc_the_day_before = Flag("Unaccompanied asylum-seeking child on the day before leaving care")
    is_uasc_on_the_day = Flag("Unaccompanied asylum-seeking child on the day of leaving care")
    is_18_or_over = Flag("Aged 18 or over on leaving care", "No date of birth recorded")
    returned_on = Date("Date of the next start of care", "Not looked after again")
    return_limit_on = Date("12 months after leaving care", limit=True)
