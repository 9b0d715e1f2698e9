"""An assessment as it began."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import CaseView, Child, Date, Flag, Key


class AssessmentStart(CaseView, PersonBreakdowns, TeamBreakdowns, needs=("ssd_cin_assessments", "ssd_cin_visits")):
    """One row per assessment begun; age and team as on the day of the start."""

    id = Key("Assessment")
    child = Child()
    started_on = Date("Date the assessment started", begins=True)
    first_seen_on = Date("Date the child was first seen", "Child not seen")
    authorised_on = Date("Date authorised")
    limit_on = Date("10th working day after the start", limit=True)
    calendar_limit_on = Date("10th day after the start", limit=True)
    is_unborn = Flag("Unborn when the assessment started")
