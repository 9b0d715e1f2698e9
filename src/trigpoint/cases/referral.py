"""A referral."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import Breakdown, CaseView, Child, Column, Date, Flag, Key, Text


class Referral(CaseView, PersonBreakdowns, TeamBreakdowns, needs=("ssd_cin_episodes",)):
    """One row per child and day of referral; several rows recorded for one child and day are one referral (N1)."""

    id = Key("Referral")
    child = Child()
    referred_on = Date("Date of referral")
    no_further_action = Text("No further action", "No further action not recorded")
    previous_on = Date("Date of the referral before")
    previous_within_12_months = Flag("Earlier referral dated within the 12 months before")
    previous_with_action_within_12_months = Flag(
        "Earlier referral, other than one with no further action, dated within the 12 months before"
    )
    previous_closed_within_12_months = Flag("Earlier referral closed within the 12 months before", extra=True)
    previous_without_service = Flag(
        "The referral before ended without a statutory service",
        "No outcome recorded of the referral before",
        extra=True,
    )
    has_assessment = Flag("Assessment started", extra=True)
    has_initial_assessment = Flag("Assessment started, though the outcome is no single assessment", extra=True)
    has_completed_assessment = Flag("Assessment completed", extra=True)
    is_closed = Flag("Closed", extra=True)
    close_reason = Column("Reason for closure", extra=True)
    received_on = Date("Date received", extra=True)
    decided_on = Date("Date decided", "No decision recorded", extra=True)
    limit_on = Date("1st working day after receipt", limit=True, extra=True)
    limit_24h_on = Date("Last day within 24 hours of receipt", limit=True, extra=True)
    source = Breakdown("Source of referral")
