"""Whether a child looked after at a date has been visited in time."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import Breakdown, CaseView, Child, Date, Flag, Key


class VisitedChild(
    CaseView,
    PersonBreakdowns,
    TeamBreakdowns,
    state=True,
    needs=("ssd_cla_episodes", "ssd_cla_placement", "ssd_cla_visits"),
):
    """One row per child looked after at the date, with the visits since it came to its present carer.

    Visits at which the child was seen. The first is due within a week, later ones within 6 weeks of the one before;
    after a year within 3 months where the child is to stay until 18.
    """

    id = Key("Child")
    child = Child()
    placement_type = Breakdown("Placement type")
    legal_status = Breakdown("Legal status")
    entered_on = Date("Date the child became looked after")
    is_short_term_series = Flag("Series of short-term placements (legal status V3 or V4)")
    is_uasc = Flag("Unaccompanied asylum-seeking child")
    is_adoptive = Flag("Placed for adoption")
    is_with_parents = Flag("Placed with parents")
    is_under_a_week = Flag("With the present carer for under a week")
    every_visit_on_time = Flag("Every visit since the child came to the carer was on time and none is overdue")
    latest_visit_on_time = Flag("No visit is overdue")
