from trigpoint.cases.child_in_need import ChildInNeed
from trigpoint.cases.need_plan_due import NeedPlanDue
from trigpoint.language.work import Work

child_in_need_plan = Work(
    title="Child in need plan to make",
    doing="child in need plans",
    counts=NeedPlanDue,
    by=NeedPlanDue.limit_on,
    done=NeedPlanDue.plan_on,
    within=ChildInNeed,
    lapses=90,
    measures=("cin_plan_within_35d_pct",),
    order=31,
)
