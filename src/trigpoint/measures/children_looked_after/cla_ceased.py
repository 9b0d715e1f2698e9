from trigpoint.cases.end_of_care import EndOfCare
from trigpoint.language import LAST, NEITHER, Measure, PeriodType, Population

cla_ceased = Measure(
    title="Children who ceased to be looked after",
    counts=EndOfCare,
    dated_by=EndOfCare.left_on,
    unknown={"No reason for leaving care recorded": EndOfCare.leaving_reason.is_missing()},
    once=EndOfCare.child,
    pick=LAST,
    good=NEITHER,
    unit="children",
    periods=(
        PeriodType.MONTH,
        PeriodType.QUARTER,
        PeriodType.ROLLING12,
        PeriodType.FINANCIAL_YEAR,
        PeriodType.YTD,
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
        "form": {
            "count": {},
            "rate": {"per": Population(0, 17, per=10_000), "annualise": True, "unit": "per 10,000", "decimals": 1},
        },
    },
    source="DfE Children looked after, table D1; LAIT LACceased, LAC_Cease_Rate",
    notes="A child who ceased twice in the period counts by the last. Status is judged on the day before.",
    examples="""
        month to 2024-06-30 | as at 2024-06-30 | figure 2
        child | born       | episodes                                                                    | expect
        A     | 2015-01-01 | 2024-01-03 S V2 U6; end 2024-06-30 E4A                                      | counted
        B     | 2015-01-01 | 2024-01-03 S V2 U6; 2024-06-10 P V2 U4                                      | none (a move)
        C     | 2015-01-01 | 2024-01-03 S V2 U6; end 2024-06-10 E4A; 2024-06-10 S C2 U6; end 2024-06-20 E4B | counted
        D     | 2015-01-01 | 2024-06-20 S V4 U6; end 2024-06-22 E8                                       | none (series of short-term placements)
        E     | 2015-01-01 | 2024-01-03 S V2 U6; end 2024-06-10 X1                                       | none (an episode is to follow)

        month to 2024-06-30 | as at 2024-06-30 | variant uasc=exc | figure 0
        child | born       | unaccompanied | episodes                                                    | expect
        A     | 2006-06-15 | 2024-01-01 to | 2024-01-03 S V2 U6; end 2024-06-15 E5                       | excluded: Unaccompanied asylum-seeking child

        month to 2024-06-30 | as at 2024-06-30 | variant uasc=exc;uasc_at=cease_date | figure 1
        child | born       | unaccompanied | episodes                                                    | expect
        A     | 2006-06-15 | 2024-01-01 to | 2024-01-03 S V2 U6; end 2024-06-15 E5                       | counted (18 that day)
    """,
)
