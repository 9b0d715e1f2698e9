"""The health of a child looked after at a date."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import Breakdown, CaseView, Child, Date, Flag, Key, Number

_NO_BIRTH = "No date of birth recorded"


class HealthAtDate(CaseView, PersonBreakdowns, TeamBreakdowns, state=True, needs=("ssd_cla_episodes",)):
    """One row per child looked after at the date, with the checks and scores that are in date.

    A year is the 12 months to the date, from the first day of the month 11 months before (definitions C1).
    """

    id = Key("Child")
    child = Child()
    placement_type = Breakdown("Placement type")
    legal_status = Breakdown("Legal status")
    entered_on = Date("Date the child became looked after")
    is_short_term_series = Flag("Series of short-term placements (legal status V3 or V4)")
    is_uasc = Flag("Unaccompanied asylum-seeking child")
    is_under_20_working_days = Flag("In care under 20 working days")
    is_12_months = Flag("Looked after without a break for the year")
    health_assessment_in_date = Flag(
        "Health assessment completed in the last 12 months, under five in the last 6", _NO_BIRTH
    )
    health_assessment_in_date_by_age_then = Flag(
        "Health assessment completed in the last 12 months, in the last 6 if it was under five", _NO_BIRTH, extra=True
    )
    health_assessed_in_year = Flag("Health assessment completed in the year, under five two", _NO_BIRTH)
    health_assessed_in_year_by_age_then = Flag(
        "Health assessment completed in the year, two if the last was under five", _NO_BIRTH, extra=True
    )
    dental_check_in_date = Flag("Dental check completed in the last 12 months")
    dental_check_in_year = Flag("Dental check completed in the year")
    is_immunised = Flag("Immunisations up to date", "No immunisation status recorded")
    is_aged_4_to_16 = Flag("Aged 4 or over when the year began and under 17 at the date", _NO_BIRTH)
    has_sdq_score = Flag("SDQ score in the year")
    sdq_score = Number("Latest SDQ score of the year")
