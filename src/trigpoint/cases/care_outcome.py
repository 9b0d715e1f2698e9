"""What happened to a child looked after at a date in the 12 months before."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import Breakdown, CaseView, Child, Date, Flag, Key


class CareOutcome(CaseView, PersonBreakdowns, TeamBreakdowns, state=True, needs=("ssd_cla_episodes",)):
    """One row per child looked after at the date, with its convictions, substance misuse and education plan."""

    id = Key("Child")
    child = Child()
    placement_type = Breakdown("Placement type")
    legal_status = Breakdown("Legal status")
    entered_on = Date("Date the child became looked after")
    is_short_term_series = Flag("Series of short-term placements (legal status V3 or V4)")
    is_uasc = Flag("Unaccompanied asylum-seeking child")
    is_12_months = Flag("Looked after without a break for the 12 months to the date")
    is_under_10 = Flag("Aged under 10", "No date of birth recorded")
    is_of_school_age = Flag(
        "Of school age (5, to the end of the school year of the 16th birthday)", "No date of birth recorded"
    )
    is_under_10_working_days = Flag("In care under 10 working days")
    is_convicted = Flag("Convicted or cautioned in the 12 months to the date")
    has_substance_misuse = Flag("Substance misuse identified in the 12 months to the date")
    has_received_intervention = Flag("Intervention for substance misuse received in the 12 months to the date")
    has_been_offered_intervention = Flag("Intervention for substance misuse offered in the 12 months to the date")
    has_education_plan = Flag("Personal education plan made or reviewed this term")
