from trigpoint.cases.child_in_need import ChildInNeed
from trigpoint.cases.need_scope import IN_NEED
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT

cin_current_plan_pct = Measure(
    title="Children in need with a current plan",
    counts=ChildInNeed,
    dated_by=ChildInNeed.as_at,
    needs=(
        "ssd_cin_plans",
        "ssd_cin_assessments",
        "ssd_cp_plans",
        "ssd_cla_episodes",
    ),
    exclude={
        **IN_NEED,
        "Subject of a child protection plan": ChildInNeed.is_on_plan == 1,
        "Looked after": ChildInNeed.is_looked_after == 1,
        "Care leaver": ChildInNeed.is_care_leaver == 1,
        "No assessment completed more than 10 working days ago": ChildInNeed.plan_is_expected == 0,
    },
    met=ChildInNeed.has_need_plan == 1,
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.SNAPSHOT,),
    variants={
        "currency": {
            "open": {},
            "reviewed_6m": {
                "instead": {ChildInNeed.has_need_plan: ChildInNeed.has_need_plan_of_6_months},
                "needs": (
                    "ssd_cin_plans",
                    "ext_cin_review",
                    "ssd_cin_assessments",
                    "ssd_cp_plans",
                    "ssd_cla_episodes",
                ),
            },
        },
        "grace": {"10wd": {}},
    },
    words={"met": "With a current plan", "not_met": "Without", "all": "Children in need due to have a plan"},
    seeds=("trust003 T2",),
    source="CIN census, child in need plans",
    notes=(
        "A plan is due once an assessment that was authorised on or after the referral is more than 10 working days "
        "old. Whether a plan is a good one is for an audit to say."
    ),
    examples="""
        snapshot to 2024-05-31 | as at 2024-06-30 | figure 1/2
        child | born       | in need    | assessments              | need plans               | plans         | care leaver | expect
        A     | 2015-01-01 | 2024-03-01 | 2024-03-01 to 2024-05-16 | 2024-05-20 to            |               |             | excluded: No assessment completed more than 10 working days ago
        B     | 2015-01-01 | 2024-03-01 | 2024-03-01 to 2024-05-15 | 2024-05-20 to            |               |             | met     (31 May is the 11th working day)
        C     | 2015-01-01 | 2024-03-01 | 2024-03-01 to 2024-04-15 | 2024-04-20 to 2024-05-31 |               |             | not met
        D     | 2015-01-01 | 2024-03-01 | 2024-02-01 to 2024-02-28 | 2024-05-20 to            |               |             | excluded: No assessment completed more than 10 working days ago
        E     | 2015-01-01 | 2024-03-01 | 2024-03-01 to 2024-04-15 |                          | 2024-05-01 to |             | excluded: Subject of a child protection plan
        F     | 2008-05-31 | 2024-03-01 | 2024-03-01 to 2024-04-15 |                          |               | Relevant    | excluded: Care leaver

        snapshot to 2024-05-31 | as at 2024-06-30 | variant currency=reviewed_6m | figure 2/4
        child | in need    | assessments              | need plans    | need reviews           | expect
        A     | 2023-03-01 | 2023-03-01 to 2023-04-15 | 2023-05-01 to | 2023-11-30             | not met (30 May is six months later)
        B     | 2023-03-01 | 2023-03-01 to 2023-04-15 | 2023-05-01 to | 2023-12-01; 2023-08-01 | met
        C     | 2023-03-01 | 2023-03-01 to 2023-04-15 | 2023-12-10 to |                        | met
        D     | 2023-03-01 | 2023-03-01 to 2023-04-15 | 2023-05-01 to | 2024-06-01             | not met (not yet reviewed)
    """,
)
