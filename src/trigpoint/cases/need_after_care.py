"""The need that remains after a child left care."""

from trigpoint.cases.need_after_plan import FollowUp
from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import CaseView, Child, Date, Flag, Key


class NeedAfterCare(
    FollowUp,
    CaseView,
    PersonBreakdowns,
    TeamBreakdowns,
    needs=("ssd_cla_episodes", "ssd_cin_episodes"),
):
    """One row per period of care that ended; its id is that of its first episode. Age as on the day of leaving."""

    id = Key("Episode")
    child = Child()
    entered_on = Date("Date the child became looked after")
    is_18_at_end = Flag("18 or over on leaving care")
