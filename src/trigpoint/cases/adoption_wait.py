"""A child who waits for adoption at a date, or was adopted shortly before."""

from trigpoint.cases.person import PersonBreakdowns
from trigpoint.language import CaseView, Child, Date, Flag, Key

_NO_PERIOD = "No period of care found"


class AdoptionWait(CaseView, PersonBreakdowns, state=True, needs=("ssd_permanence",)):
    """One row per permanence record with an adoption decision that waits at the date, or an order up to it.

    A child waits from the decision until placed, until the decision is reversed or until an order is made. `over_`
    columns compare the time from entering care to moving in, or up to the date for a child who waits; it is under a
    limit only before its last day.
    """

    id = Key("Permanence record")
    child = Child()
    decided_on = Date("Date of the adoption decision")
    entered_on = Date("Date the latest period of care began", _NO_PERIOD)
    placed_on = Date("Date placed for adoption")
    ordered_on = Date("Date of the adoption order")
    is_waiting = Flag("Waiting for adoption")
    has_placement_order = Flag("Has a placement order")
    is_placed_before_entry = Flag("Placed for adoption before entering care")
    adopted_in_month = Flag("Adopted in the month")
    adopted_in_3_months = Flag("Adopted in the last 3 months")
    adopted_in_12_months = Flag("Adopted in the last 12 months")
    adopted_in_36_months = Flag("Adopted in the last 36 months")
    adopted_since_april = Flag("Adopted since 1 April")
    is_over_14_months = Flag("14 months or more from entering care to moving in", _NO_PERIOD)
    is_over_16_months = Flag("16 months or more from entering care to moving in", _NO_PERIOD, extra=True)
    is_over_18_months = Flag("18 months or more from entering care to moving in", _NO_PERIOD, extra=True)
    is_over_20_months = Flag("20 months or more from entering care to moving in", _NO_PERIOD, extra=True)
    is_over_14_months_as_days = Flag("426 days or more from entering care to moving in", _NO_PERIOD, extra=True)
    is_over_16_months_as_days = Flag("487 days or more from entering care to moving in", _NO_PERIOD, extra=True)
    is_over_18_months_as_days = Flag("547 days or more from entering care to moving in", _NO_PERIOD, extra=True)
    is_over_20_months_as_days = Flag("608 days or more from entering care to moving in", _NO_PERIOD, extra=True)
