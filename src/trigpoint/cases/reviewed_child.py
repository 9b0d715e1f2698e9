"""A child whose looked-after reviews were held in the months up to a date."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import CaseView, Child, Flag, Key, Text

_NO_CODE = "No participation code recorded"


class ReviewedChild(
    CaseView, PersonBreakdowns, TeamBreakdowns, state=True, needs=("ssd_cla_episodes", "ssd_cla_reviews")
):
    """One row per child of 4 or over with a review held in the 12 months or the year to the date.

    How it took part is said of all its reviews of the span together: the least of them counts.
    """

    id = Key("Child")
    child = Child()
    is_uasc = Flag("Unaccompanied asylum-seeking child")
    is_4_or_over = Flag("Aged 4 or over on the day of the reviews", "No date of birth recorded")
    is_held = Flag("Reviewed in the month")
    is_held_in_quarter = Flag("Reviewed in the quarter")
    is_held_in_year_to_date = Flag("Reviewed in the financial year to date")
    is_held_in_12_months = Flag("Reviewed in the 12 months")
    participation = Text("Participation in the month")
    participation_in_quarter = Text("Participation in the quarter")
    participation_in_year_to_date = Text("Participation in the financial year to date")
    participation_in_12_months = Text("Participation in the 12 months")
    participation_coded = Text("Participation in the month, reviews with a code only", _NO_CODE)
    participation_coded_in_quarter = Text("Participation in the quarter, reviews with a code only", _NO_CODE)
    participation_coded_in_year_to_date = Text("Participation in the year to date, reviews with a code only", _NO_CODE)
    participation_coded_in_12_months = Text("Participation in the 12 months, reviews with a code only", _NO_CODE)
