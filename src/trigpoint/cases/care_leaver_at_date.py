"""A care leaver at a date, as the latest birthday record tells."""

from trigpoint.cases.person import PersonBreakdowns
from trigpoint.language import Breakdown, CaseView, Child, Date, Flag, Key, Number, Text


class CareLeaverAtDate(CaseView, PersonBreakdowns, state=True, needs=("ext_care_leaver_birthday",)):
    """One row per young person aged 16 to 25 at the date who has a birthday record, with the latest one.

    The age is that at the date; what was known, and the care that came before, are as on the birthday.
    """

    id = Key("Young person")
    child = Child()
    birthday_on = Date("Latest birthday with a record")
    age = Number("Age at the date", "No date of birth recorded")
    in_touch = Text("In touch", "Not recorded whether in touch")
    accommodation = Breakdown("Accommodation")
    is_suitable = Flag("Suitable accommodation", "Not recorded whether the accommodation is suitable")
    activity = Text("Activity", "No activity recorded")
    is_transferred = Flag("Care taken over by another authority")
    is_short_term_only = Flag("Only in series of short-term placements (legal status V3 or V4)")
    is_still_looked_after = Flag("Still looked after on the 17th or 18th birthday")
    is_under_13_weeks = Flag("Under 13 weeks in care since the 14th birthday, or none after the 16th")
    left_foster_care_at_18 = Flag("Left a foster placement on the 18th birthday")
    is_uasc = Flag("Unaccompanied asylum-seeking child at the date", extra=True)
