"""A child who starts to be looked after."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import Breakdown, CaseView, Child, Date, Flag, Key, Text


class StartOfCare(CaseView, PersonBreakdowns, TeamBreakdowns, needs=("ssd_cla_episodes",)):
    """One row per period of care whose first episode starts with reason S, or gives no reason.

    Series of short-term placements (legal status V3 or V4) start no period of care.
    """

    id = Key("First episode of the period of care")
    child = Child()
    placement_type = Breakdown("Placement type")
    entered_on = Date("Date the child became looked after")
    start_reason = Text("Reason for the start of the episode")
    is_uasc = Flag("Unaccompanied asylum-seeking child on entry")
