"""A care leaver who receives services or is entitled to them."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import Breakdown, CaseView, Child, Date, Flag, Key, Text


class CareLeaver(CaseView, PersonBreakdowns, TeamBreakdowns, state=True, needs=("ssd_care_leavers",)):
    """One row per young person in the list of care leavers.

    The list holds what is so today: it stands for every date, but for what depends on the date of the plan's review.
    """

    id = Key("Young person")
    child = Child()
    age = Breakdown("Age")
    eligibility = Breakdown("Eligibility")
    in_touch = Text("In touch", "Not recorded whether in touch")
    has_personal_adviser = Flag("Has a personal adviser")
    reviewed_on = Date("Date of the latest pathway plan or review")
    is_reviewed_later = Flag("Pathway plan reviewed after the date")
    is_reviewed_in_6_months = Flag("Pathway plan begun or reviewed in the last 6 months")
    is_reviewed_in_183_days = Flag("Pathway plan begun or reviewed in the last 183 days")
    is_uasc = Flag("Unaccompanied asylum-seeking child", extra=True)
