"""Care proceedings of a child."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import CaseView, Child, Date, Flag, Key, Number, Text

_NO_ISSUE = "No date of issue recorded"


class Proceedings(CaseView, PersonBreakdowns, TeamBreakdowns, needs=("ext_proceedings",)):
    """One row per child and set of proceedings; ages and teams are those on the day of the final order."""

    id = Key("Proceedings")
    child = Child()
    case = Text("Case: proceedings of one family issued on one day")
    issued_on = Date("Date of issue", _NO_ISSUE)
    limit_on = Date("Last day of 26 weeks", _NO_ISSUE, limit=True)
    final_order_on = Date("Date of the final order")
    days = Number("Days from issue to the final order", _NO_ISSUE)
    is_final_before_issue = Flag("Final order before issue")
