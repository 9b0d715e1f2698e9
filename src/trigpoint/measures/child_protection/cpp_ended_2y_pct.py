from trigpoint.cases.plan_end import PlanEnd
from trigpoint.language import LOW, Measure, PeriodType
from trigpoint.language.measure import PERCENT

cpp_ended_2y_pct = Measure(
    title="Child protection plans that lasted two years or more, of those ended",
    counts=PlanEnd,
    dated_by=PlanEnd.ended_on,
    exclude={"Plan of another authority": PlanEnd.is_other_authority == 1},
    unknown={"Ended before it started": PlanEnd.is_ended_before_start == 1},
    met=PlanEnd.days >= 730,
    good=LOW,
    unit=PERCENT,
    periods=(
        PeriodType.QUARTER,
        PeriodType.MONTH,
        PeriodType.YTD,
        PeriodType.ROLLING12,
        PeriodType.FINANCIAL_YEAR,
    ),
    variants={
        "months_as": {"days": {}, "calendar": {"met": PlanEnd.ended_on >= PlanEnd.two_years_on}},
        "merge": {
            "false": {},
            "true": {
                "where": PlanEnd.is_continued == 0,
                "instead": {PlanEnd.days: PlanEnd.days_merged, PlanEnd.two_years_on: PlanEnd.two_years_merged_on},
            },
        },
    },
    words={"met": "Two years or more", "not_met": "Shorter, or not known", "all": "All plans ended"},
    seeds=("trust003 T24",),
    source="DfE Children in need, table D7; LAIT CPPlans2yrs",
    notes="More than 729 days, the day of the end counted, as LAIT has it.",
    examples="""
        month to 2024-03-31 | as at 2024-06-30 | figure 1/3
        child | plans                                              | expect
        A     | 2022-04-01 to 2024-03-30                           | met (730 days)
        B     | 2022-04-01 to 2024-03-29                           | not met (729 days)
        C     | to 2024-03-29                                      | unknown: No start recorded

        month to 2024-03-31 | as at 2024-06-30 | variant months_as=calendar | figure 1/2
        child | plans                                              | expect
        A     | 2022-04-01 to 2024-03-30                           | not met
        B     | 2022-03-31 to 2024-03-31                           | met

        month to 2024-03-31 | as at 2024-06-30 | variant merge=true | figure 1/1
        child | plans                                              | expect
        A     | 2022-01-10 to 2023-04-10; 2023-04-10 to 2024-03-20 | met

        month to 2024-03-31 | as at 2024-06-30 | variant merge=true;months_as=calendar | figure 1/1
        child | plans                                              | expect
        A     | 2022-03-10 to 2023-04-10; 2023-04-10 to 2024-03-10 | met
    """,
)
