"""A child who was on a child protection plan in a month."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import CaseView, Child, Flag, Key


class ChildInMonth(CaseView, PersonBreakdowns, TeamBreakdowns, state=True, needs=("ssd_cp_plans", "ssd_cp_visits")):
    """One row per child and unbroken time on plans of ours that was open on a day of the month, up to the date."""

    id = Key("Child")
    child = Child()
    is_started = Flag("Began in the month, after its first day")
    is_ended = Flag("Ended in the month")
    is_visited = Flag("Visited and seen in the month")
