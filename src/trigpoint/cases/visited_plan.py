"""A child protection plan that was open in the 12 months to a date, and whether it is visited in time."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import Breakdown, CaseView, Child, Date, Flag, Key


class VisitedPlan(CaseView, PersonBreakdowns, TeamBreakdowns, state=True, needs=("ssd_cp_plans", "ssd_cp_visits")):
    """One row per plan open at any time in the 12 months to the date; one that ended is judged on the day it ended.

    Visits at which the child was seen, or (`..._alone`) seen alone. The first is due from the start of the plan.
    """

    id = Key("Child protection plan")
    child = Child()
    category = Breakdown("Category of abuse")
    started_on = Date("Date the plan started")
    is_other_authority = Flag("Plan of another authority, held here for a time")
    is_ended = Flag("Ended by the date")
    is_overdue_plan = Flag("No visit within the plan's interval")
    is_overdue_10_working_days = Flag("No visit within 10 working days", extra=True)
    is_overdue_15_working_days = Flag("No visit within 15 working days", extra=True)
    is_overdue_20_working_days = Flag("No visit within 20 working days", extra=True)
    is_overdue_28_days = Flag("No visit within 28 days", extra=True)
    is_ever_late_plan = Flag("A gap between visits was longer than the plan's interval", extra=True)
    is_ever_late_10_working_days = Flag("A gap between visits was longer than 10 working days", extra=True)
    is_ever_late_15_working_days = Flag("A gap between visits was longer than 15 working days", extra=True)
    is_ever_late_20_working_days = Flag("A gap between visits was longer than 20 working days", extra=True)
    is_ever_late_28_days = Flag("A gap between visits was longer than 28 days", extra=True)
    is_overdue_plan_alone = Flag("No visit within the plan's interval to the child alone", extra=True)
    is_overdue_10_working_days_alone = Flag("No visit within 10 working days to the child alone", extra=True)
    is_overdue_15_working_days_alone = Flag("No visit within 15 working days to the child alone", extra=True)
    is_overdue_20_working_days_alone = Flag("No visit within 20 working days to the child alone", extra=True)
    is_overdue_28_days_alone = Flag("No visit within 28 days to the child alone", extra=True)
    is_ever_late_plan_alone = Flag("A gap between visits alone was longer than the plan's interval", extra=True)
    is_ever_late_10_working_days_alone = Flag("A gap between visits alone was longer than 10 working days", extra=True)
    is_ever_late_15_working_days_alone = Flag("A gap between visits alone was longer than 15 working days", extra=True)
    is_ever_late_20_working_days_alone = Flag("A gap between visits alone was longer than 20 working days", extra=True)
    is_ever_late_28_days_alone = Flag("A gap between visits alone was longer than 28 days", extra=True)
    is_open_for_plan = Flag("Open for the plan's interval")
    is_open_for_10_working_days = Flag("Open for 10 working days", extra=True)
    is_open_for_15_working_days = Flag("Open for 15 working days", extra=True)
    is_open_for_20_working_days = Flag("Open for 20 working days", extra=True)
    is_open_for_28_days = Flag("Open for 28 days", extra=True)
