"""A child adopted."""

from trigpoint.cases.person import PersonBreakdowns
from trigpoint.language import CaseView, Child, Date, Flag, Key, Number

_NO_PERIOD = "No period of care found"


class Adoption(CaseView, PersonBreakdowns, needs=("ssd_permanence", "ssd_cla_episodes")):
    """One row per adoption order."""

    id = Key("Permanence record")
    child = Child()
    ordered_on = Date("Date of the adoption order")
    placed_on = Date("Date placed for adoption")
    entered_on = Date("Date the latest period of care began", _NO_PERIOD)
    is_placed_before_entry = Flag("Placed for adoption before entering care")
    days_from_entry_to_placement = Number("Days from entering care to moving in", _NO_PERIOD)
    is_by_carer = Flag("Adopted by the foster carer")
    moved_in_on = Date("Date the child moved in with that carer")
    days_from_entry_to_carer = Number(
        "Days from entering care to moving in with the adopters, as carers or not", _NO_PERIOD
    )
    placement_order_on = Date("Date of the placement order")
    is_placed_before_order = Flag("Placed for adoption before the adoption order")
    decided_on = Date("Date of the adoption decision")
    matched_on = Date("Date matched with adopters")
    days_from_placement_order_to_match = Number("Days from the placement order to the match", "No match date recorded")
    days_from_decision_to_match = Number("Days from the decision to the match", "No decision or match date recorded")
    is_matched_before_decision = Flag("Matched before the decision")
