"""A request for early help."""

from trigpoint.cases.person import PersonBreakdowns
from trigpoint.language import CaseView, Child, Date, Key


class EarlyHelpRequest(CaseView, PersonBreakdowns, needs=("ext_early_help_request",)):
    """One row per request; age as on the day it was received."""

    id = Key("Request for early help")
    child = Child()
    received_on = Date("Date received", "No date received recorded")
    decided_on = Date("Date decided")
    limit_on = Date("3rd working day after receipt", "No date received recorded", limit=True)
