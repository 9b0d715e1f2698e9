"""The need that remains after a child protection plan ended."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import CaseView, Child, Date, Flag, Key


class FollowUp:
    """Whether the episodes of need open at the end were closed within six months, and what else happened by then."""

    ended_on = Date("Date of the end")
    limit_on = Date("Six months after the end", limit=True)
    closed_on = Date("Date the episode of need closed", "Not closed")
    had_episode = Flag("Episode of need open at the end")
    became_looked_after = Flag("Looked after at the end or within six months")
    was_adopted = Flag("Adopted")
    has_died = Flag("Died")
    turned_18 = Flag("18 within six months")
    moved_away = Flag("Moved to another authority")


class NeedAfterPlan(FollowUp, CaseView, PersonBreakdowns, TeamBreakdowns, needs=("ssd_cp_plans", "ssd_cin_episodes")):
    """One row per child protection plan that ended. Age as on that day; team as at the end of that month."""

    id = Key("Child protection plan")
    child = Child()
    started_on = Date("Date the plan started")
    is_other_authority = Flag("Plan of another authority, held here for a time")
