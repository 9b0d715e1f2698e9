from trigpoint.cases.need_plan_due import NeedPlanDue
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT

cin_plan_within_35d_pct = Measure(
    title="Child in need plans completed within 35 days",
    counts=NeedPlanDue,
    dated_by=NeedPlanDue.limit_on,
    met=NeedPlanDue.plan_on.is_by(NeedPlanDue.limit_on),
    due=NeedPlanDue.limit_on,
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.QUARTER, PeriodType.MONTH, PeriodType.YTD, PeriodType.ROLLING12),
    variants={
        "unit": {
            "working": {},
            "calendar": {
                "instead": {
                    NeedPlanDue.limit_on: NeedPlanDue.calendar_limit_on,
                    NeedPlanDue.limit_on_from_start: NeedPlanDue.calendar_limit_on_from_start,
                }
            },
        },
        "clock_start": {
            "referral_date": {},
            "assessment_start": {
                "instead": {
                    NeedPlanDue.limit_on: NeedPlanDue.limit_on_from_start,
                    NeedPlanDue.calendar_limit_on: NeedPlanDue.calendar_limit_on_from_start,
                    NeedPlanDue.plan_on: NeedPlanDue.plan_on_from_start,
                }
            },
        },
    },
    words={"met": "Plan within 35 days", "not_met": "Later, or no plan", "all": "Plans due"},
    seeds=("cheshire_east 29",),
    source="Local definition (Cheshire East)",
    notes=(
        "A plan is due after an assessment that ended in services for a child in need, and counts in the period that "
        "holds its last day. A plan already open when the clock began counts as one."
    ),
    examples="""
        month to 2024-05-31 | as at 2024-06-30 | figure 2/3
        child | referrals  | assessments              | outcome | need plans                                         | expect
        A     | 2024-04-02 | 2024-04-03 to 2024-05-01 | in need | 2024-05-22 to                                      | met     (day 35: 6 May is a holiday)
        B     | 2024-04-02 | 2024-04-03 to 2024-05-01 | in need | 2024-05-23 to                                      | not met
        C     | 2024-04-02 | 2024-04-03 to 2024-05-01 | nfa     |                                                    | none
        D     | 2024-04-02 | 2024-04-03 to 2024-05-01 | in need | 2023-04-01 to 2024-04-02; 2024-01-01 to 2024-04-03 | met     (a plan was open)

        month to 2024-05-31 | as at 2024-06-30 | variant unit=calendar | figure 1/2
        child | referrals  | assessments              | outcome | need plans    | expect
        A     | 2024-04-02 | 2024-04-03 to 2024-05-01 | in need | 2024-05-07 to | met
        B     | 2024-04-02 | 2024-04-03 to 2024-05-01 | in need | 2024-05-08 to | not met

        month to 2024-05-31 | as at 2024-06-30 | variant clock_start=assessment_start | figure 1/2
        child | referrals  | assessments              | outcome | need plans    | expect
        A     | 2024-04-02 | 2024-04-03 to 2024-05-01 | in need | 2024-05-23 to | met
        B     | 2024-04-02 | 2024-04-03 to 2024-05-01 | in need | 2024-05-24 to | not met

        month to 2024-05-31 | as at 2024-06-30 | variant clock_start=assessment_start;unit=calendar | figure 1/2
        child | referrals  | assessments              | outcome | need plans    | expect
        A     | 2024-04-02 | 2024-04-03 to 2024-05-01 | in need | 2024-05-08 to | met
        B     | 2024-04-02 | 2024-04-03 to 2024-05-01 | in need | 2024-05-09 to | not met
    """,
)
