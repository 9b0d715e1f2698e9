"""A decision that a child should be placed for adoption, and its reversal."""

from trigpoint.cases.person import PersonBreakdowns
from trigpoint.language import Breakdown, CaseView, Child, Date, Key


class AdoptionDecision(CaseView, PersonBreakdowns, needs=("ssd_permanence",)):
    """One row per permanence record with a decision of the agency decision maker or its reversal."""

    id = Key("Permanence record")
    child = Child()
    decided_on = Date("Date of the adoption decision")
    entered_on = Date("Date the latest period of care began", "No period of care found")
    limit_on = Date("Four months after entering care", "No period of care found", limit=True)
    reversed_on = Date("Date the decision was reversed")
    reversal_reason = Breakdown("Reason for the reversal")
