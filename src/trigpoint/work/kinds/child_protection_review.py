from trigpoint.cases.open_plan import OpenPlan
from trigpoint.cases.plan_review import PlanReview
from trigpoint.language.work import Work

child_protection_review = Work(
    title="Review conference",
    doing="review conferences",
    counts=PlanReview,
    where=(PlanReview.is_held == 0) & (PlanReview.is_other_authority == 0),
    by=PlanReview.limit_on,
    done=PlanReview.held_on,
    within=OpenPlan,
    measures=("cpp_reviews_in_timescale_pct",),
    order=21,
)
