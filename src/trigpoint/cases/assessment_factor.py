"""A factor identified in an assessment."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import Breakdown, CaseView, Child, Date, Flag, Key


class AssessmentFactor(
    CaseView, PersonBreakdowns, TeamBreakdowns, needs=("ssd_cin_assessments", "ssd_assessment_factors")
):
    """One row per assessment authorised and factor identified in it."""

    id = Key("Assessment")
    child = Child()
    authorised_on = Date("Date authorised")
    factor = Breakdown("Factor identified")
    is_no_factor = Flag("Code 21: no factors identified")
