"""A freedom of information request."""

from trigpoint.language import CaseView, Child, Date, Flag, Key


class FoiRequest(CaseView, needs=("ext_foi_request",)):
    """One row per request. The working day after it is received is day 1."""

    id = Key("Request")
    child = Child("Child (none: the row is about a request)")
    received_on = Date("Date received")
    responded_on = Date("Date answered", "Not answered")
    limit_on = Date("20th working day", limit=True)
    is_answered_before_receipt = Flag("Answered before it was received")
