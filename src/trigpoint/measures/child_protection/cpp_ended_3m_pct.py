from trigpoint.cases.plan_end import PlanEnd
from trigpoint.language import LOW, Measure, PeriodType
from trigpoint.language.measure import PERCENT

cpp_ended_3m_pct = Measure(
    title="Child protection plans that ended within three months",
    counts=PlanEnd,
    dated_by=PlanEnd.ended_on,
    exclude={"Plan of another authority": PlanEnd.is_other_authority == 1},
    unknown={"Ended before it started": PlanEnd.is_ended_before_start == 1},
    met=PlanEnd.ended_on <= PlanEnd.three_months_on,
    good=LOW,
    unit=PERCENT,
    periods=(
        PeriodType.MONTH,
        PeriodType.QUARTER,
        PeriodType.YTD,
        PeriodType.ROLLING3,
        PeriodType.ROLLING12,
        PeriodType.FINANCIAL_YEAR,
    ),
    variants={
        "months_as": {"calendar": {}},
        "merge": {
            "false": {},
            "true": {
                "where": PlanEnd.is_continued == 0,
                "instead": {PlanEnd.three_months_on: PlanEnd.three_months_merged_on},
            },
        },
    },
    words={"met": "Ended within three months", "not_met": "Longer, or not known", "all": "All plans ended"},
    seeds=("birmingham KPI13",),
    source="DfE Children in need, table D7",
    notes="A plan that ends on the day three calendar months after its start lasted three months.",
    examples="""
        quarter to 2024-06-30 | as at 2024-06-30 | figure 1/3
        child | plans                                    | expect
        A     | 2024-01-31 to 2024-04-30                 | met (three months end on 30 April)
        B     | 2024-01-31 to 2024-05-01                 | not met
        C     | to 2024-05-01                            | unknown: No start recorded
        D     | 2024-01-31 to 2024-04-30 other authority | excluded: Plan of another authority

        rolling3 to 2024-03-31 | as at 2024-06-30 | figure 1/3
        child | plans                                    | expect
        A     | 2023-11-30 to 2024-02-29                 | met
        B     | 2023-11-30 to 2024-03-01                 | not met
        C     | 2024-02-01 to 2024-01-31                 | unknown: Ended before it started

        month to 2024-04-30 | as at 2024-06-30 | variant merge=true | figure 0/1
        child | plans                                              | expect
        A     | 2024-01-10 to 2024-04-10; 2024-04-10 to 2024-04-20 | not met (one plan of three months and ten days)
    """,
)
