from trigpoint.cases.end_of_care import EndOfCare
from trigpoint.language import LAST, NEITHER, Measure, PeriodType
from trigpoint.language.measure import PERCENT

cla_ceased_cao_pct = Measure(
    title="Children leaving care under a child arrangements order",
    counts=EndOfCare,
    dated_by=EndOfCare.left_on,
    once=EndOfCare.child,
    pick=LAST,
    met=EndOfCare.leaving_reason == "E41",
    good=NEITHER,
    unit=PERCENT,
    periods=(
        PeriodType.QUARTER,
        PeriodType.YTD,
        PeriodType.ROLLING12,
        PeriodType.FINANCIAL_YEAR,
        PeriodType.ROLLING36,
        PeriodType.MONTH,
    ),
    variants={
        "uasc": {
            "inc": {},
            "exc": {"exclude": {"Unaccompanied asylum-seeking child": EndOfCare.is_uasc_the_day_before == 1}},
        },
        "uasc_at": {
            "day_before": {},
            "cease_date": {
                "needs": ("ssd_immigration_status",),
                "instead": {EndOfCare.is_uasc_the_day_before: EndOfCare.is_uasc_on_the_day},
            },
        },
    },
    seeds=("trust003 T35",),
    source="DfE Children looked after, table D1; LAIT LAC_ceased_CAO%",
    notes="Of the children who ceased to be looked after in the period, each by the last time it did.",
    examples="""
        financial_year to 2024-03-31 | as at 2024-04-30 | figure 1/6
        child | born       | episodes                                                                     | expect
        A     | 2015-01-01 | 2023-01-10 S V2 U6; end 2023-05-20 E11                                       | not met
        B     | 2015-01-01 | 2023-01-10 S V2 U6; end 2023-05-20 E45                                       | not met
        C     | 2015-01-01 | 2023-01-10 S V2 U6; end 2023-05-20 E4A                                       | not met
        D     | 2005-06-20 | 2023-01-10 S V2 U6; end 2023-06-20 E5                                        | not met (18th birthday)
        E     | 2015-01-01 | 2023-01-10 S V2 U6; end 2023-05-20 E8                                        | not met
        F     | 2015-01-01 | 2022-01-10 S V2 U6; end 2023-05-20 E4A; 2023-07-01 S V2 U6; end 2023-11-20 E41 | met

        quarter to 2023-06-30 | as at 2024-04-30 | figure 0/1
        child | born       | episodes                                                                     | expect
        F     | 2015-01-01 | 2022-01-10 S V2 U6; end 2023-05-20 E4A; 2023-07-01 S V2 U6; end 2023-11-20 E41 | not met (the last in this quarter)
        G     | 2015-01-01 | 2022-01-10 S V2 U6; end 2023-05-20 X1                                        | none (no cease)

        quarter to 2023-06-30 | as at 2024-04-30 | variant uasc=exc | figure none
        child | born       | unaccompanied | episodes                                                     | expect
        D     | 2005-06-20 | 2023-01-01 to | 2023-01-10 S V2 U6; end 2023-06-20 E5                        | excluded: Unaccompanied asylum-seeking child

        quarter to 2023-06-30 | as at 2024-04-30 | variant uasc=exc;uasc_at=cease_date | figure 0/1
        child | born       | unaccompanied | episodes                                                     | expect
        D     | 2005-06-20 | 2023-01-01 to | 2023-01-10 S V2 U6; end 2023-06-20 E5                        | not met (18 that day)
    """,
)
