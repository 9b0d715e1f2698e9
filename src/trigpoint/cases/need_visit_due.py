"""A visit due under a child in need plan."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import CaseView, Child, Date, Flag, Key, Text


class NeedVisitDue(CaseView, PersonBreakdowns, TeamBreakdowns, needs=("ssd_cin_plans", "ssd_cin_visits")):
    """One row per visit due and interval: from the start of a plan or the visit before, to the last day for the next.

    A visit is due when the plan was still open on that last day. Visits are those at which the child was seen.
    """

    id = Key("Visit due")
    child = Child()
    plan = Text("Child in need plan")
    began_on = Date("Start of the plan, or the visit before")
    limit_on = Date("Last day for the visit", limit=True)
    visited_on = Date("Date of the visit", "Not visited")
    is_28_days = Flag("Due within 28 days")
    is_20_working_days = Flag("Due within 20 working days", extra=True)
    is_42_days = Flag("Due within 42 days", extra=True)
    is_under_earlier_plan = Flag("A plan that began earlier is open")
    is_on_plan = Flag("Subject of a child protection plan")
    is_looked_after = Flag("Looked after")
