"""A complaint."""

from trigpoint.language import Breakdown, CaseView, Child, Date, Flag, Key, Number


class Complaint(CaseView, needs=("ext_complaint",)):
    """One row per complaint. The working day after it is received is day 1."""

    id = Key("Complaint")
    child = Child("Child (none: the row is about a complaint)")
    received_on = Date("Date received")
    responded_on = Date("Date answered", "Not answered")
    limit_on = Date("10th working day", limit=True)
    extended_limit_on = Date("20th working day", limit=True)
    is_answered_before_receipt = Flag("Answered before it was received")
    stage = Number("Stage", "No stage recorded")
    stage_name = Breakdown("Stage")
