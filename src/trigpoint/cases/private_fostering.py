"""A private fostering arrangement that the authority became aware of."""

from trigpoint.cases.person import PersonBreakdowns
from trigpoint.language import CaseView, Child, Date, Key


class PrivateFostering(CaseView, PersonBreakdowns, needs=("ext_private_fostering",)):
    """One row per arrangement."""

    id = Key("Private fostering arrangement")
    child = Child()
    aware_on = Date("Date the authority became aware")
    ended_on = Date("Date the arrangement ended")
