from trigpoint.cases.health_at_date import HealthAtDate
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT

_UNDER_20 = "In care under 20 working days"

cla_dental_check_pct = Measure(
    title="Children looked after with a dental check in the last 12 months",
    counts=HealthAtDate,
    dated_by=HealthAtDate.as_at,
    exclude={
        "Series of short-term placements (V3 or V4)": HealthAtDate.is_short_term_series == 1,
        _UNDER_20: HealthAtDate.is_under_20_working_days == 1,
    },
    met=HealthAtDate.dental_check_in_date == 1,
    needs=("ssd_cla_health",),
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.SNAPSHOT,),
    variants={
        "uasc": {
            "inc": {},
            "exc": {"exclude": {"Unaccompanied asylum-seeking child": HealthAtDate.is_uasc == 1}},
        },
        "scope": {
            "local": {},
            "oc2": {
                "where": HealthAtDate.is_12_months == 1,
                "exclude": {_UNDER_20: None},
                "met": HealthAtDate.dental_check_in_year == 1,
                "periods": (PeriodType.FINANCIAL_YEAR,),
            },
        },
        "refusal": {"missed": {}},
    },
    words={"met": "In date", "not_met": "Out of date, or none", "all": "Children looked after 20 working days or more"},
    seeds=("kent 11",),
    source="DfE Children looked after, outcomes (scope=oc2); LAIT LACDental%",
    notes="All ages, as the Department counts. Refused and cancelled checks are none.",
    examples="""
        snapshot to 2024-07-31 | as at 2024-07-31 | figure 1/3
        child | born       | episodes           | health checks                             | expect
        A     | 2018-01-01 | 2022-01-10 S V2 U6 | 2023-07-31 dental check completed         | met (the last day)
        B     | 2018-01-01 | 2022-01-10 S V2 U6 | 2023-07-30 dental check completed; 2024-02-01 dental check refused | not met
        C     | 2024-05-01 | 2024-05-10 S V2 U6 | 2024-07-01 review health assessment completed | not met (no age is left out)
        D     | 2018-01-01 | 2024-07-08 S V2 U6 |                                           | excluded: In care under 20 working days

        financial_year to 2024-03-31 | as at 2024-07-31 | variant scope=oc2 | figure 1/2
        child | born       | episodes           | health checks                             | expect
        A     | 2018-01-01 | 2022-01-10 S V2 U6 | 2023-04-01 dental check completed         | met
        B     | 2018-01-01 | 2022-01-10 S V2 U6 | 2023-03-31 dental check completed         | not met
        C     | 2018-01-01 | 2022-01-10 S V2 U6; 2023-09-01 P V2 U4; end 2023-12-01 E4A; 2023-12-01 S V2 U6 | 2023-09-01 dental check completed | none (came back during the year)

        snapshot to 2024-07-31 | as at 2024-07-31 | variant uasc=exc | figure none
        child | born       | unaccompanied | episodes           | health checks | expect
        A     | 2008-01-01 | 2023-01-01 to | 2023-01-10 S V2 U6 |               | excluded: Unaccompanied asylum-seeking child
    """,
)
