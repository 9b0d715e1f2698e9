from trigpoint.cases.end_of_care import EndOfCare
from trigpoint.language import HIGH, LAST, Measure, PeriodType
from trigpoint.language.measure import PERCENT

_UASC = "Unaccompanied asylum-seeking child"

cla_ceased_adopted_or_sgo_pct = Measure(
    title="Children leaving care who were adopted or made subject to a special guardianship order",
    counts=EndOfCare,
    dated_by=EndOfCare.left_on,
    exclude={_UASC: EndOfCare.is_uasc_the_day_before == 1},
    once=EndOfCare.child,
    pick=LAST,
    met=EndOfCare.leaving_reason.is_in("E11", "E12", "E43", "E44", "E45", "E46", "E47", "E48"),
    good=HIGH,
    unit=PERCENT,
    periods=(
        PeriodType.MONTH,
        PeriodType.ROLLING12,
        PeriodType.FINANCIAL_YEAR,
        PeriodType.QUARTER,
        PeriodType.YTD,
        PeriodType.ROLLING36,
    ),
    variants={
        "uasc": {"exc": {}, "inc": {"exclude": {_UASC: None}}},
        "uasc_at": {
            "day_before": {},
            "cease_date": {"instead": {EndOfCare.is_uasc_the_day_before: EndOfCare.is_uasc_on_the_day}},
        },
    },
    seeds=("kent 16",),
    source="Local (Kent); DfE Children looked after, table D1",
    notes="Of the children who ceased to be looked after in the period, each by the last time it did.",
    examples="""
        rolling12 to 2024-03-31 | as at 2024-04-30 | figure 2/3
        child | born       | unaccompanied | episodes                               | expect
        A     | 2015-01-01 |               | 2023-01-10 S V2 U6; end 2023-05-20 E12 | met
        B     | 2015-01-01 |               | 2023-01-10 S V2 U6; end 2023-05-20 E48 | met
        C     | 2015-01-01 |               | 2023-01-10 S V2 U6; end 2023-05-20 E4A | not met
        D     | 2005-06-20 | 2023-01-01 to | 2023-01-10 S V2 U6; end 2023-06-20 E5  | excluded: Unaccompanied asylum-seeking child

        rolling12 to 2024-03-31 | as at 2024-04-30 | variant uasc=inc | figure 1/2
        child | born       | unaccompanied | episodes                               | expect
        A     | 2015-01-01 |               | 2023-01-10 S V2 U6; end 2023-05-20 E12 | met
        D     | 2005-06-20 | 2023-01-01 to | 2023-01-10 S V2 U6; end 2023-06-20 E5  | not met

        rolling12 to 2024-03-31 | as at 2024-04-30 | variant uasc_at=cease_date | figure 0/1
        child | born       | unaccompanied | episodes                               | expect
        D     | 2005-06-20 | 2023-01-01 to | 2023-01-10 S V2 U6; end 2023-06-20 E5  | not met (18 that day)
    """,
)
