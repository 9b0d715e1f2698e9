"""A visit that was due to a child looked after."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import CaseView, Child, Date, Flag, Key


class LookedAfterVisitDue(
    CaseView, PersonBreakdowns, TeamBreakdowns, needs=("ssd_cla_episodes", "ssd_cla_placement", "ssd_cla_visits")
):
    """One row per visit due while the child was with one carer: from arrival, and from each visit to the next."""

    id = Key("First episode with the carer, and the number of the visit")
    child = Child()
    began_on = Date("Date of arrival or of the visit before")
    limit_on = Date("Last day for the visit", limit=True)
    visited_on = Date("Date of the next visit at which the child was seen", "Not visited")
    is_uasc = Flag("Unaccompanied asylum-seeking child on the last day for the visit")
    is_adoptive = Flag("Placed for adoption")
    is_with_parents = Flag("Placed with parents")
