"""A private fostering arrangement that was open in the quarter up to a date."""

from trigpoint.cases.person import PersonBreakdowns
from trigpoint.language import CaseView, Child, Date, Flag, Key


class OpenPrivateFostering(CaseView, PersonBreakdowns, state=True, needs=("ext_private_fostering",)):
    """One row per arrangement open on a day of the financial quarter, up to the date."""

    id = Key("Private fostering arrangement")
    child = Child()
    aware_on = Date("Date the authority became aware")
    ended_on = Date("Date the arrangement ended")
    is_ended = Flag("Ended by the date")
    is_visit_late = Flag("A visit was late, or is overdue")
