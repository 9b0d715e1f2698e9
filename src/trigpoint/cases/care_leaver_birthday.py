"""A care leaver's birthday: what was known of the young person around it."""

from trigpoint.cases.person import PersonBreakdowns
from trigpoint.language import Breakdown, CaseView, Child, Date, Flag, Key, Number, Text


class CareLeaverBirthday(CaseView, PersonBreakdowns, needs=("ext_care_leaver_birthday",)):
    """One row per former relevant young person and birthday (the OC3 record)."""

    id = Key("Young person")
    child = Child()
    birthday_on = Date("Birthday")
    age = Number("Age", "No date of birth recorded")
    in_touch = Text("In touch", "Not recorded whether in touch")
    accommodation = Breakdown("Accommodation")
    is_suitable = Flag("Suitable accommodation", "Not recorded whether the accommodation is suitable")
    activity = Text("Activity", "No activity recorded")
    is_transferred = Flag("Care taken over by another authority")
    is_short_term_only = Flag("Only in series of short-term placements (legal status V3 or V4)")
    is_still_looked_after = Flag("Still looked after on the 17th or 18th birthday")
    is_under_13_weeks = Flag("Under 13 weeks in care since the 14th birthday, or none after the 16th")
    left_foster_care_at_18 = Flag("Left a foster placement on the 18th birthday")
    is_uasc = Flag("Unaccompanied asylum-seeking child", extra=True)
