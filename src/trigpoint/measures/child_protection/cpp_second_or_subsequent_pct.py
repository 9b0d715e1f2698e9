from trigpoint.cases import ChildOnPlan, PlanStart
from trigpoint.language import LOW, Measure, PeriodType
from trigpoint.language.measure import PERCENT

cpp_second_or_subsequent_pct = Measure(
    title="Child protection plans that are a second or subsequent plan",
    counts=PlanStart,
    dated_by=PlanStart.started_on,
    where=PlanStart.is_continuation == 0,
    exclude={"Plan of another authority": PlanStart.is_other_authority == 1},
    met=PlanStart.has_earlier_plan == 1,
    good=LOW,
    unit=PERCENT,
    periods=(
        PeriodType.MONTH,
        PeriodType.QUARTER,
        PeriodType.YTD,
        PeriodType.ROLLING12,
        PeriodType.FINANCIAL_YEAR,
    ),
    variants={
        "lookback": {"ever": {}, "24m": {"met": PlanStart.has_earlier_plan_within_24_months == 1}},
        "denominator": {
            "starts": {},
            "current": {"counts": ChildOnPlan, "dated_by": ChildOnPlan.as_at, "where": None},
        },
        "merge": {
            "true": {},
            "false": {
                "where": None,
                "instead": {
                    PlanStart.has_earlier_plan: PlanStart.has_earlier_plan_unmerged,
                    PlanStart.has_earlier_plan_within_24_months: PlanStart.has_earlier_plan_within_24_months_unmerged,
                },
            },
        },
    },
    words={"met": "Second or subsequent plans", "not_met": "First plans", "all": "All plans started"},
    seeds=("birmingham KPI6", "cheshire_east 39", "trust003 T19", "hereford H16"),
    source="DfE Children in need, table D3; LAIT PrevRegCPR; LG Inform 100",
    notes="The headline looks back without limit; Birmingham's form looks back 24 months from the earlier plan's end.",
    examples="""
        quarter to 2024-06-30 | as at 2024-06-30 | figure 2/3
        child | plans                                          | expect
        A     | 2024-05-10 to                                  | not met
        B     | 2007-01-10 to 2009-02-01; 2024-05-10 to        | met
        C     | 2022-01-10 to 2023-04-10; 2024-05-10 to        | met

        quarter to 2024-06-30 | as at 2024-06-30 | variant lookback=24m | figure 1/3
        child | plans                                          | expect
        A     | 2024-05-10 to                                  | not met
        B     | 2007-01-10 to 2009-02-01; 2024-05-10 to        | not met
        C     | 2022-01-10 to 2023-04-10; 2024-05-10 to        | met

        month to 2024-05-31 | as at 2024-06-30 | figure 0/1
        child | plans                                          | expect
        A     | 2024-01-10 to 2024-05-10; 2024-05-10 to        | none (the same plan, restarted on the day)
        B     | 2024-05-10 to; 2023-05-10 to 2024-01-10 other authority | not met
    """,
)
