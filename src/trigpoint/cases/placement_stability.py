"""The placements that a child looked after at a date has had."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import Breakdown, CaseView, Child, Date, Flag, Key, Number


class PlacementStability(
    CaseView, PersonBreakdowns, TeamBreakdowns, state=True, needs=("ssd_cla_episodes", "ssd_cla_placement")
):
    """One row per child looked after at the date, with the number of placements in the months up to it.

    Placements are carers, not rows: changes of legal status, same-carer changes, adoption by the current carer, stays
    under 24 hours and temporary stays with return do not make a new one (definition 18).
    """

    id = Key("Child")
    child = Child()
    placement_type = Breakdown("Placement type")
    legal_status = Breakdown("Legal status")
    entered_on = Date("Date the child became looked after")
    is_short_term_series = Flag("Series of short-term placements (legal status V3 or V4)")
    is_uasc = Flag("Unaccompanied asylum-seeking child")
    is_under_16 = Flag("Under 16", "No date of birth recorded")
    in_care_30_months = Flag("In care for two and a half years")
    settled_24_months = Flag("Two years with the same carer, or with adopters and the carer before")
    in_care_over_911_days = Flag("In care for more than 911 days", extra=True)
    settled_over_729_days = Flag("Over 729 days with the same carer, or with adopters and the one before", extra=True)
    placements_in_12_months = Number("Placements in the 12 months to the date")
    placements_in_24_months = Number("Placements in the 24 months to the date", extra=True)
    placements_in_12_months_with_temporary = Number(
        "Placements in the 12 months to the date, temporary stays and returns counted", extra=True
    )
    placements_in_24_months_with_temporary = Number(
        "Placements in the 24 months to the date, temporary stays and returns counted", extra=True
    )
