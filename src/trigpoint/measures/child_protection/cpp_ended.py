from trigpoint.cases.plan_end import PlanEnd
from trigpoint.language import NEITHER, Measure, PeriodType, Population

cpp_ended = Measure(
    title="Child protection plans ended",
    counts=PlanEnd,
    dated_by=PlanEnd.ended_on,
    exclude={"Plan of another authority": PlanEnd.is_other_authority == 1},
    good=NEITHER,
    unit="plans",
    periods=(
        PeriodType.MONTH,
        PeriodType.QUARTER,
        PeriodType.YTD,
        PeriodType.ROLLING12,
        PeriodType.FINANCIAL_YEAR,
    ),
    variants={
        "form": {"count": {}, "rate": {"per": Population(0, 17, per=10_000), "unit": "per 10,000", "decimals": 1}},
        "merge": {"false": {}, "true": {"where": PlanEnd.is_continued == 0}},
    },
    words={"met": "Plans ended"},
    source="DfE Children in need, table D7; LAIT DeRegCPR",
    notes=(
        "With merge=true a plan that begins on the day another of the child's plans ended is the same plan. "
        "The rate is that of the period: a month's is not made a yearly one."
    ),
    examples="""
        month to 2024-05-31 | as at 2024-06-30 | figure 3
        child | plans                                         | expect
        A     | 2023-01-10 to 2024-05-10; 2024-05-10 to       | counted
        B     | 2024-01-10 to 2024-05-01                      | counted
        C     | 2024-01-10 to 2024-05-10 other authority      | excluded: Plan of another authority
        D     | to 2024-05-31                                 | counted (the start is not asked)

        month to 2024-05-31 | as at 2024-06-30 | variant merge=true | figure 0
        child | plans                                         | expect
        A     | 2023-01-10 to 2024-05-10; 2024-05-10 to       | none (the plan goes on)

        month to 2024-05-31 | as at 2024-06-30 | variant form=rate | population 2022 20000 | figure 1/20000
        child | plans                                         | expect
        A     | 2024-01-10 to 2024-05-10                      | counted
    """,
)
