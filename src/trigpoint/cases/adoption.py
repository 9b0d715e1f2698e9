"""A child adopted."""

from trigpoint.cases.person import PersonBreakdowns
from trigpoint.language import CaseView, Child, Date, Flag, Key, Number


class Adoption(CaseView, PersonBreakdowns, needs=("ssd_permanence", "ssd_cla_episodes")):
    """One row per adoption order."""

    id = Key("Permanence record")
    child = Child()
    ordered_on = Date("Date of the adoption order")
    placed_on = Date("Date placed for adoption")
    entered_on = Date("Date the latest period of care began", "No period of care found")
    days_from_entry_to_placement = Number("Days from entering care to moving in", "No period of care found")
    is_placed_before_entry = Flag("Placed for adoption before entering care")
