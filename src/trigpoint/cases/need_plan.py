"""A child with a child in need plan at a date."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import CaseView, Child, Date, Flag, Key, Text


class NeedPlan(CaseView, PersonBreakdowns, TeamBreakdowns, state=True, needs=("ssd_cin_plans", "ssd_cin_visits")):
    """One row per child with a child in need plan open at the date; of several plans the one that started first.

    Visits are those at which the child was seen, from the start of the plan on.
    """

    id = Key("Child")
    child = Child()
    plan = Text("Child in need plan")
    started_on = Date("Date the plan started")
    is_open_28_days = Flag("Plan open for 28 days or more")
    is_on_plan = Flag("Subject of a child protection plan")
    is_looked_after = Flag("Looked after")
    last_visit_within_28_days = Flag("Last visit within 28 days")
    last_visit_within_20_working_days = Flag("Last visit within 20 working days", extra=True)
    last_visit_within_42_days = Flag("Last visit within 42 days", extra=True)
    every_gap_within_28_days = Flag("No gap between visits longer than 28 days")
    every_gap_within_20_working_days = Flag("No gap between visits longer than 20 working days", extra=True)
    every_gap_within_42_days = Flag("No gap between visits longer than 42 days", extra=True)
