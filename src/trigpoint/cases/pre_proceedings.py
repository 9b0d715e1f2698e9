"""Pre-proceedings open at a date."""

from trigpoint.cases.person import PersonBreakdowns
from trigpoint.language import CaseView, Child, Date, Flag, Key


class PreProceedings(CaseView, PersonBreakdowns, state=True, needs=("ssd_pre_proceedings",)):
    """One row per child and set of pre-proceedings decided on and not yet stepped down or taken to court; ages are
    those on the day of the decision."""

    id = Key("Pre-proceedings")
    child = Child()
    decided_on = Date("Date pre-proceedings were decided on")
    is_over_6_months = Flag("More than 6 months since the decision")
