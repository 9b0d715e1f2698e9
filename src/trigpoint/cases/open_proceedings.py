"""Care proceedings open at a date."""

from trigpoint.cases.person import PersonBreakdowns
from trigpoint.language import CaseView, Child, Date, Flag, Key, Text


class OpenProceedings(CaseView, PersonBreakdowns, state=True, needs=("ext_proceedings",)):
    """One row per child and set of proceedings issued and without a final order; ages are those at issue."""

    id = Key("Proceedings")
    child = Child()
    case = Text("Case: proceedings of one family issued on one day")
    issued_on = Date("Date of issue")
    limit_on = Date("Last day of 26 weeks", limit=True)
    planned_on = Date("Date planned for the final hearing")
    is_on_track = Flag("Final hearing planned within 26 weeks, or none planned and 26 weeks not over")
