"""A child's entry to care and the initial health assessment that is asked for and follows."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import CaseView, Child, Date, Flag, Key


class InitialHealthAssessment(CaseView, PersonBreakdowns, TeamBreakdowns, needs=("ssd_cla_episodes",)):
    """One row per period of care, with the first request and the first completed health assessment after entry."""

    id = Key("First episode of the period of care")
    child = Child()
    entered_on = Date("Date the child became looked after")
    began_on = Date("Date the first episode started", begins=True)
    limit_on = Date("20th working day", limit=True)
    request_limit_on = Date("5th working day", limit=True)
    request_limit_48_hours_on = Date("Two days after entry", limit=True)
    requested_on = Date("Date the initial health assessment was requested", "Not requested")
    left_on = Date("Date the child left care")
    assessed_on = Date("Date of the first completed health assessment", "Not assessed")
    assessed_by_paediatrician_on = Date(
        "Date of the first completed health assessment by a paediatrician", "Not assessed"
    )
    assessed_from_3_months_before_on = Date(
        "Date of the first completed health assessment, up to 3 months before entry included", "Not assessed"
    )
    refused_within_3_months = Flag("Refused a health assessment within the 3 months before the data date")
    is_uasc = Flag("Unaccompanied asylum-seeking child on entry")
