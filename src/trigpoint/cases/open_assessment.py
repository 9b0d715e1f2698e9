"""An assessment that is open at a date."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import CaseView, Child, Date, Flag, Key


class OpenAssessment(CaseView, PersonBreakdowns, TeamBreakdowns, state=True, needs=("ssd_cin_assessments",)):
    """One row per assessment begun and not yet authorised at the date."""

    id = Key("Assessment")
    child = Child()
    started_on = Date("Date the assessment started")
    limit_on = Date("45th working day", limit=True)
    is_over_45_working_days = Flag("Open for more than 45 working days")
    referral_is_closed = Flag("Referral closed")
