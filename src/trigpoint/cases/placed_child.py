"""The placement of a child looked after at a date."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import Breakdown, CaseView, Child, Date, Flag, Key, Number, Text


class PlacedChild(
    CaseView, PersonBreakdowns, TeamBreakdowns, state=True, needs=("ssd_cla_episodes", "ssd_cla_placement")
):
    """One row per child looked after at the date, with the placement of the episode that is open.

    A child on a temporary stay stands in it, not in the placement underneath (settled N12).
    """

    id = Key("Child")
    child = Child()
    placement_type = Breakdown("Placement type")
    legal_status = Breakdown("Legal status")
    provider = Breakdown("Placement provider")
    entered_on = Date("Date the child became looked after")
    is_short_term_series = Flag("Series of short-term placements (legal status V3 or V4)")
    is_uasc = Flag("Unaccompanied asylum-seeking child")
    type_code = Text("Type of placement")
    kind = Text("Kind of placement")
    provider_code = Text("Provider of the placement")
    distance_tenths = Number("Tenths of a mile from home", "Distance from home not known")
    is_outside_boundary = Flag("Placed outside the authority's boundary", "Not known whether inside the authority")
