"""The close of an episode of need."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import Breakdown, CaseView, Child, Date, Flag, Key


class NeedClosure(CaseView, PersonBreakdowns, TeamBreakdowns, needs=("ssd_cin_episodes",)):
    """One row per episode of need that closed; age as on the day, the team is the one that the referral came to."""

    id = Key("Referral")
    child = Child()
    referred_on = Date("Date of referral")
    closed_on = Date("Date closed")
    is_no_further_action = Flag("Referral ended in no further action")
    primary_need = Breakdown("Primary need")
    close_reason = Breakdown("Reason for closure")
    duration_band = Breakdown("Time from referral to closure")
