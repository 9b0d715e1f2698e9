from trigpoint.cases import ChildOnPlan
from trigpoint.cases.plan_review import PlanReview
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT

_UNDER_3_MONTHS = "On the plan for less than three months"
_MEETINGS = (PeriodType.MONTH, PeriodType.QUARTER, PeriodType.ROLLING3, PeriodType.FINANCIAL_YEAR)
_ERRORS = {
    "Its plan was not found": PlanReview.is_without_plan == 1,
    "Held on or before the day the plan started": PlanReview.is_before_plan == 1,
    "Held after the plan ended": PlanReview.is_after_plan == 1,
}

cpp_reviews_in_timescale_pct = Measure(
    title="Child protection plans reviewed on time",
    counts=ChildOnPlan,
    dated_by=ChildOnPlan.as_at,
    exclude={
        "Plan of another authority": ChildOnPlan.is_other_authority == 1,
        _UNDER_3_MONTHS: ChildOnPlan.is_3_months == 0,
    },
    met=ChildOnPlan.is_review_late == 0,
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.SNAPSHOT,),
    needs=("ssd_cp_reviews",),
    variants={
        "basis": {
            "child": {},
            "meeting": {
                "counts": PlanReview,
                "dated_by": PlanReview.held_on,
                "where": PlanReview.is_held == 1,
                "exclude": {_UNDER_3_MONTHS: None},
                "unknown": _ERRORS,
                "met": PlanReview.held_on.is_by(PlanReview.limit_on),
                "periods": _MEETINGS,
            },
            "meeting_due": {
                "counts": PlanReview,
                "dated_by": PlanReview.limit_on,
                "exclude": {_UNDER_3_MONTHS: None},
                "unknown": _ERRORS,
                "met": PlanReview.held_on.is_by(PlanReview.limit_on),
                "due": PlanReview.limit_on,
                "periods": _MEETINGS,
            },
        },
        "months_as": {
            "calendar": {},
            "days": {
                "instead": {
                    ChildOnPlan.is_3_months: ChildOnPlan.is_91_days,
                    ChildOnPlan.is_review_late: ChildOnPlan.is_review_late_in_days,
                    PlanReview.limit_on: PlanReview.limit_in_days_on,
                }
            },
        },
    },
    words={"met": "On time", "not_met": "Late", "all": "All"},
    seeds=("hereford H18",),
    source="DfE Children in need; LAIT RevCP; formerly NI 67",
    notes=(
        "The first review within three months of the plan's start, each later one within six months of the one before. "
        "Limits are computed, never taken from the due date staff can edit. The initial conference is no review."
    ),
    examples="""
        snapshot to 2024-10-31 | as at 2024-10-31 | figure 1/3
        child | plans         | plan reviews           | expect
        A     | 2024-01-10 to | 2024-04-09; 2024-10-09 | met
        B     | 2024-01-10 to | 2024-04-09; 2024-10-10 | not met (the second was due by 9 October)
        C     | 2024-08-15 to |                        | excluded: On the plan for less than three months
        D     | 2024-07-30 to |                        | not met (due by 30 October)

        snapshot to 2024-10-31 | as at 2024-10-31 | figure 1/1
        child | plans         | plan reviews | expect
        A     | 2024-07-31 to | 2024-07-31   | met (due today; the one on the first day is no review)

        snapshot to 2024-10-31 | as at 2024-10-31 | variant months_as=days | figure 1/2
        child | plans         | plan reviews           | expect
        A     | 2024-01-10 to | 2024-04-10; 2024-10-10 | met (91 and 183 days)
        B     | 2024-01-10 to | 2024-04-10; 2024-10-11 | not met

        quarter to 2024-12-31 | as at 2024-12-31 | variant basis=meeting | figure 1/4
        child | plans         | plan reviews           | expect
        A     | 2024-01-10 to | 2024-04-09; 2024-10-09 | met
        B     | 2024-01-10 to | 2024-04-09; 2024-10-10 | not met
        C     | 2024-10-10 to | 2024-10-10             | unknown: Held on or before the day the plan started
        D     |               | 2024-10-10             | unknown: Its plan was not found

        quarter to 2024-12-31 | as at 2024-12-31 | variant basis=meeting_due | figure 1/4
        child | plans                    | plan reviews | expect
        A     | 2024-07-31 to            | 2024-10-20   | met     (due by 31 October)
        B     | 2024-07-31 to            |              | not met
        C     | 2024-07-31 to            | 2024-11-01   | not met
        D     | 2024-09-30 to            |              | not met (due by 30 December)
        E     | 2024-09-30 to 2024-12-30 |              | none    (ended by the last day)
        F     | 2024-10-01 to            |              | none    (due in January)
    """,
)
