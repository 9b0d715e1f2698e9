from trigpoint.cases.open_plan import OpenPlan
from trigpoint.cases.plan_visit_due import PlanVisitDue
from trigpoint.language.work import Work

child_protection_visit = Work(
    title="Child protection visit",
    doing="child protection visits",
    counts=PlanVisitDue,
    where=PlanVisitDue.is_other_authority == 0,
    by=PlanVisitDue.limit_plan_on,
    done=PlanVisitDue.visited_on,
    within=OpenPlan,
    measures=("cpp_visits_in_timescale_pct",),
    soon=7,
    order=10,
)
