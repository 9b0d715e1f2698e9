"""A looked-after review, held or due."""

from trigpoint.cases.person import PersonBreakdowns
from trigpoint.language import CaseView, Child, Date, Flag, Key, Text


class ReviewMeeting(CaseView, PersonBreakdowns, needs=("ssd_cla_episodes", "ssd_cla_reviews")):
    """One row per review held, and one per period of care for the review that is due next."""

    id = Key("Review")
    child = Child()
    period_of_care = Text("Period of care")
    held_on = Date("Date held", "Not held")
    limit_on = Date("Last day for the review", "No period of care found", limit=True)
    outcome_on = Date("Date held, or the last day when not held")
    is_short_term_series = Flag("Series of short-term placements (legal status V3 or V4)")
    is_uasc_when_held = Flag("Unaccompanied asylum-seeking child on the day of the review", extra=True)
    is_uasc_when_due = Flag("Unaccompanied asylum-seeking child on the last day for the review", extra=True)
    is_held = Flag("Held")
    is_on_time = Flag("Held on or before its last day", "No period of care found")
    is_4_or_over = Flag("Aged 4 or over on the day of the review", "No date of birth recorded")
    is_code_for_under_4 = Flag("Participation code of a child under 4 (PN0)")
    participation = Text("Participation")
    participation_coded = Text("Participation, where there is a code", "No participation code recorded")
