"""A referral."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import CaseView, Child, Date, Flag, Key, Text


class Referral(CaseView, PersonBreakdowns, TeamBreakdowns, needs=("ssd_cin_episodes",)):
    """One row per child and day of referral; several rows recorded for one child and day are one referral (N1)."""

    id = Key("Referral")
    child = Child()
    referred_on = Date("Date of referral")
    no_further_action = Text("No further action")
    previous_on = Date("Date of the referral before")
    previous_within_12_months = Flag("Earlier referral dated within the 12 months before")
    previous_with_action_within_12_months = Flag(
        "Earlier referral, other than one with no further action, dated within the 12 months before"
    )
    previous_closed_within_12_months = Flag("Earlier referral closed within the 12 months before", extra=True)
