from trigpoint.cases.need_plan import NeedPlan
from trigpoint.cases.need_visit_due import NeedVisitDue
from trigpoint.language.work import Work

child_in_need_visit = Work(
    title="Child in need visit",
    doing="child in need visits",
    counts=NeedVisitDue,
    where=(NeedVisitDue.is_28_days == 1) & (NeedVisitDue.is_under_earlier_plan == 0),
    by=NeedVisitDue.limit_on,
    done=NeedVisitDue.visited_on,
    within=NeedPlan,
    within_where=(NeedPlan.is_on_plan == 0) & (NeedPlan.is_looked_after == 0),
    measures=("cin_visits_in_timescale_pct",),
    soon=7,
    order=12,
)
