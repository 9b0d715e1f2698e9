"""A permanent member of staff in post at a date, or who left in the 12 months to it."""

from trigpoint.language import Breakdown, CaseView, Child, Key, Number

_NO_FTE = "No full-time equivalent recorded"


class StaffTurnover(CaseView, state=True, of_workers=True, needs=("ext_post",)):
    """One row per permanent worker and role. Full-time equivalents are stored in hundredths.

    Who takes up another permanent post by the next working day has not left.
    """

    id = Key("Worker")
    child = Child("Child (none: the row is about a worker)")
    role = Breakdown("Role")
    in_post_fte = Number("Full-time equivalent in post", _NO_FTE, parts=100)
    left_fte = Number("Full-time equivalent that left in the 12 months", _NO_FTE, parts=100)
    left_people = Number("Times left in the 12 months")
    people_at_both_ends = Number("In post at the date, and in post 12 months before")
