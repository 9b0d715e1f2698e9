from trigpoint.cases import PlanStart
from trigpoint.language import NEITHER, Measure, PeriodType, Population

cpp_started = Measure(
    title="Child protection plans started",
    counts=PlanStart,
    dated_by=PlanStart.started_on,
    exclude={"Plan of another authority": PlanStart.is_other_authority == 1},
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
        "merge": {"false": {}, "true": {"where": PlanStart.is_continuation == 0}},
    },
    words={"met": "Plans started"},
    source="DfE Children in need, D series; LAIT CPP_Abuse",
    notes=(
        "With merge=true a plan that begins on the day another of the child's plans ended is the same plan. "
        "The rate is that of the period: a month's is not made a yearly one."
    ),
    examples="""
        month to 2024-05-31 | as at 2024-06-30 | figure 3
        child | plans                                         | expect
        A     | 2023-01-10 to 2024-05-10; 2024-05-10 to       | counted
        B     | 2024-05-01 to; 2024-05-31 to                  | counted, counted
        C     | 2024-05-10 to other authority                 | excluded: Plan of another authority
        D     | 2024-04-30 to                                 | none

        month to 2024-05-31 | as at 2024-06-30 | variant merge=true | figure 0
        child | plans                                         | expect
        A     | 2023-01-10 to 2024-05-10; 2024-05-10 to       | none (the same plan, restarted on the day)

        month to 2024-05-31 | as at 2024-06-30 | variant form=rate | population 2022 20000 | figure 1/20000
        child | plans                                         | expect
        A     | 2024-05-10 to                                 | counted
    """,
)
