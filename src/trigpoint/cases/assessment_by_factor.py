"""An assessment, asked of each factor whether it was identified."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import Breakdown, CaseView, Child, Date, Flag, Key


class AssessmentByFactor(
    CaseView, PersonBreakdowns, TeamBreakdowns, needs=("ssd_cin_assessments", "ssd_assessment_factors")
):
    """One row per assessment authorised and factor that there is, so that the share with each can be counted."""

    id = Key("Assessment")
    child = Child()
    authorised_on = Date("Date authorised")
    factor = Breakdown("Factor")
    is_identified = Flag("The factor was identified", "No factors recorded")
