"""An assessment."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import CaseView, Child, Date, Flag, Key, Number


class Assessment(CaseView, PersonBreakdowns, TeamBreakdowns, needs=("ssd_cin_assessments",)):
    """One row per child and family assessment. The day of the start is working day 0."""

    id = Key("Assessment")
    child = Child()
    started_on = Date("Date the assessment started", "No start date recorded")
    authorised_on = Date("Date authorised")
    referred_on = Date("Date the referral clock began", extra=True)
    working_days = Number("Working days from start to authorisation", "No start date recorded")
    working_days_from_referral = Number(
        "Working days from referral to authorisation", "No start date recorded", extra=True
    )
    authorised_before_start = Flag("Authorised before it started")
    authorised_before_referral = Flag("Authorised before the referral", extra=True)
    child_seen = Flag("Child seen", "Whether the child was seen is not recorded", extra=True)
    is_unborn = Flag("Unborn when authorised", extra=True)
