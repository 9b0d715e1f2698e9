from trigpoint.cases.open_plan import OpenPlan
from trigpoint.language import LOW, Measure, PeriodType
from trigpoint.language.measure import PERCENT

cpp_open_2y_pct = Measure(
    title="Child protection plans that have been open for two years or more",
    counts=OpenPlan,
    dated_by=OpenPlan.as_at,
    exclude={"Plan of another authority": OpenPlan.is_other_authority == 1},
    met=OpenPlan.is_730_days == 1,
    good=LOW,
    unit=PERCENT,
    periods=(PeriodType.SNAPSHOT,),
    variants={
        "months_as": {
            "days": {},
            "calendar": {
                "instead": {
                    OpenPlan.is_730_days: OpenPlan.is_2_years,
                    OpenPlan.is_730_days_merged: OpenPlan.is_2_years_merged,
                }
            },
        },
        "merge": {
            "false": {},
            "true": {
                "instead": {
                    OpenPlan.is_730_days: OpenPlan.is_730_days_merged,
                    OpenPlan.is_2_years: OpenPlan.is_2_years_merged,
                }
            },
        },
    },
    words={"met": "Two years or more", "not_met": "Shorter", "all": "All plans open"},
    source="DfE Children in need, table D5; LAIT CPPlans2yrsActive",
    notes="More than 729 days, the day itself counted.",
    examples="""
        snapshot to 2024-03-30 | as at 2024-03-30 | figure 1/2
        child | plans                                   | expect
        A     | 2022-04-01 to                           | met (730 days)
        B     | 2022-04-02 to                           | not met (729 days)
        C     | 2022-01-02 to 2024-03-30                | none
        D     | 2022-01-02 to other authority           | excluded: Plan of another authority

        snapshot to 2024-03-31 | as at 2024-04-30 | variant months_as=calendar | figure 1/2
        child | plans                                   | expect
        A     | 2022-03-31 to                           | met
        B     | 2022-04-01 to                           | not met

        snapshot to 2024-03-31 | as at 2024-04-30 | variant merge=true | figure 1/1
        child | plans                                   | expect
        A     | 2022-01-10 to 2023-04-10; 2023-04-10 to | met

        snapshot to 2024-03-31 | as at 2024-04-30 | variant merge=true;months_as=calendar | figure 1/1
        child | plans                                   | expect
        A     | 2022-03-31 to 2023-04-10; 2023-04-10 to | met
    """,
)
