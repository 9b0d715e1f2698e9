"""A child in need at a date."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import Breakdown, CaseView, Child, Column, Date, Flag, Key, Text


class ChildInNeed(CaseView, PersonBreakdowns, TeamBreakdowns, state=True, needs=("ssd_cin_episodes",)):
    """One row per child with an episode of need open at the date.

    Of several open episodes the one that was referred first stands, but one that ended in no further action only when
    there is no other. The team is the one that the referral came to.
    """

    id = Key("Child")
    child = Child()
    referral = Text("Referral")
    referred_on = Date("Date of referral")
    is_no_further_action = Flag("Referral ended in no further action")
    need = Text("Code of the primary need", "No primary need recorded")
    family = Column("Family", extra=True)
    primary_need = Breakdown("Primary need")
    duration_band = Breakdown("Time since referral")
    is_on_plan = Flag("Subject of a child protection plan")
    is_looked_after = Flag("Looked after")
    is_care_leaver = Flag("Care leaver")
    has_need_plan = Flag("Open child in need plan")
    has_need_plan_of_6_months = Flag("Open child in need plan begun or reviewed in the last six months", extra=True)
    plan_is_expected = Flag("An assessment was completed more than 10 working days ago")
    over_6_months = Flag("Open for more than 6 months", extra=True)
    over_12_months = Flag("Open for more than 12 months", extra=True)
    over_24_months = Flag("Open for more than 24 months")
    reached_6_months = Flag("Open for 6 months or more", extra=True)
    reached_12_months = Flag("Open for 12 months or more", extra=True)
    reached_24_months = Flag("Open for 24 months or more", extra=True)
