"""A child protection visit."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import CaseView, Child, Date, Flag, Key, Number


class PlanVisit(CaseView, PersonBreakdowns, TeamBreakdowns, needs=("ssd_cp_visits",)):
    """One row per visit, whether the child was seen or not."""

    id = Key("Visit")
    child = Child()
    visited_on = Date("Date of the visit")
    age = Number("Age at the visit", "No date of birth recorded")
    is_seen_alone = Flag("The child was seen alone", "Not recorded whether the child was seen alone")
    is_other_authority = Flag("Under a plan of another authority, held here for a time")
