"""A strategy discussion or meeting about a child."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import CaseView, Child, Date, Key, Text


class StrategyDiscussion(CaseView, PersonBreakdowns, TeamBreakdowns, needs=("ext_strategy_discussion",)):
    """One row per child discussed."""

    id = Key("Strategy discussion")
    child = Child()
    meeting = Text("Discussion that brothers and sisters share")
    held_on = Date("Date held")
