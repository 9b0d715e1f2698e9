"""A return home from care."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import CaseView, Child, Date, Flag, Key


class ReturnHome(CaseView, PersonBreakdowns, TeamBreakdowns, needs=("ssd_cla_episodes",)):
    """One row per period of care that ended with the child's return to parents or relatives (E4, E4A, E4B)."""

    id = Key("Last episode of care")
    child = Child()
    returned_on = Date("Date of the return home")
    had_family_group_conference = Flag("A family group conference was held before", extra=True)
