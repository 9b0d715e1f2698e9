"""An early help episode that is open at a date."""

from trigpoint.cases.person import PersonBreakdowns
from trigpoint.language import Breakdown, CaseView, Child, Date, Key


class OpenEarlyHelp(CaseView, PersonBreakdowns, state=True, needs=("ssd_early_help_episodes",)):
    """One row per early help episode begun and not yet ended at the date."""

    id = Key("Early help episode")
    child = Child()
    started_on = Date("Date the episode started")
    organisation = Breakdown("Organisation")
