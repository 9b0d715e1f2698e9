from trigpoint.cases.health_at_date import HealthAtDate
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT

_UNDER_20 = "In care under 20 working days"

cla_health_assessment_pct = Measure(
    title="Children looked after with an up-to-date health assessment",
    counts=HealthAtDate,
    dated_by=HealthAtDate.as_at,
    exclude={
        "Series of short-term placements (V3 or V4)": HealthAtDate.is_short_term_series == 1,
        _UNDER_20: HealthAtDate.is_under_20_working_days == 1,
    },
    met=HealthAtDate.health_assessment_in_date == 1,
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
                "met": HealthAtDate.health_assessed_in_year == 1,
                "periods": (PeriodType.FINANCIAL_YEAR,),
            },
        },
        "refusal": {"missed": {}},
        "age_at": {
            "snapshot": {},
            "last_assessment": {
                "instead": {
                    HealthAtDate.health_assessment_in_date: HealthAtDate.health_assessment_in_date_by_age_then,
                    HealthAtDate.health_assessed_in_year: HealthAtDate.health_assessed_in_year_by_age_then,
                }
            },
        },
    },
    words={"met": "In date", "not_met": "Out of date, or none", "all": "Children looked after 20 working days or more"},
    seeds=("kent 10",),
    source="DfE Children looked after, outcomes (scope=oc2); LAIT LACHealth%; Care Planning Regulations 2010",
    notes="At five and over within 12 months, under five within 6. Refused and cancelled assessments are none.",
    examples="""
        snapshot to 2024-07-31 | as at 2024-07-31 | figure 3/7
        child | born       | episodes           | health checks                                                | expect
        A     | 2021-01-01 | 2022-01-10 S V2 U6 | 2023-05-01 review health assessment completed; 2024-01-10 review health assessment completed | not met (in date until 10 July)
        B     | 2018-01-01 | 2022-01-10 S V2 U6 | 2023-08-01 review health assessment completed                | met
        C     | 2018-01-01 | 2022-01-10 S V2 U6 | 2023-07-31 review health assessment completed                | met (the last day)
        D     | 2018-01-01 | 2022-01-10 S V2 U6 | 2024-05-01 review health assessment refused; 2024-06-01 review health assessment cancelled | not met
        E     | 2019-07-31 | 2022-01-10 S V2 U6 | 2023-09-01 review health assessment completed                | met (five on the day)
        F     |            | 2022-01-10 S V2 U6 | 2024-07-01 review health assessment completed                | unknown: No date of birth recorded
        G     | 2018-01-01 | 2022-01-10 S V2 U6 | 2024-07-01 dental check completed                            | not met
        H     | 2018-01-01 | 2024-07-08 S V2 U6 |                                                              | excluded: In care under 20 working days

        snapshot to 2024-07-31 | as at 2024-07-31 | variant age_at=last_assessment | figure 1/2
        child | born       | episodes           | health checks                                                | expect
        A     | 2019-07-31 | 2022-01-10 S V2 U6 | 2023-09-01 review health assessment completed                | not met (four then, so in date for 6 months)
        B     | 2018-07-31 | 2022-01-10 S V2 U6 | 2023-09-01 review health assessment completed                | met

        financial_year to 2024-03-31 | as at 2024-07-31 | variant scope=oc2 | figure 2/4
        child | born       | episodes           | health checks                                                | expect
        A     | 2021-01-01 | 2022-01-10 S V2 U6 | 2023-05-01 review health assessment completed; 2024-01-10 review health assessment completed | met
        B     | 2021-01-01 | 2022-01-10 S V2 U6 | 2024-03-10 review health assessment completed                | not met (under five: two in the year)
        C     | 2018-01-01 | 2022-01-10 S V2 U6 | 2023-04-01 review health assessment completed                | met
        D     | 2018-01-01 | 2022-01-10 S V2 U6 | 2023-03-31 review health assessment completed                | not met
        E     | 2018-01-01 | 2023-04-02 S V2 U6 | 2024-03-10 review health assessment completed                | none (looked after since after 1 April)

        financial_year to 2024-03-31 | as at 2024-07-31 | variant age_at=last_assessment;scope=oc2 | figure 1/2
        child | born       | episodes           | health checks                                                | expect
        A     | 2018-12-31 | 2022-01-10 S V2 U6 | 2023-05-01 review health assessment completed                | not met (four then)
        B     | 2018-12-31 | 2022-01-10 S V2 U6 | 2024-01-10 review health assessment completed                | met
    """,
)
