from trigpoint.cases.health_at_date import HealthAtDate
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT

cla_sdq_completed_pct = Measure(
    title="Children looked after for 12 months with an SDQ score in the year",
    counts=HealthAtDate,
    dated_by=HealthAtDate.as_at,
    where=(HealthAtDate.is_12_months == 1) & (HealthAtDate.is_aged_4_to_16 == 1),
    unknown={"No date of birth recorded": HealthAtDate.is_aged_4_to_16.is_missing()},
    met=HealthAtDate.has_sdq_score == 1,
    needs=("ssd_sdq_scores",),
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.FINANCIAL_YEAR, PeriodType.ROLLING12),
    variants={
        "numerator": {
            "completed": {},
            "concern": {
                "exclude": {"No score in the year": HealthAtDate.has_sdq_score == 0},
                "met": HealthAtDate.sdq_score >= 17,
            },
        }
    },
    words={"met": "A score in the year", "not_met": "No score in the year", "all": "Children aged 4 to 16"},
    source="DfE Children looked after, outcomes",
    notes="Children aged four or over when the year began and under 17 when it ended.",
    examples="""
        financial_year to 2024-03-31 | as at 2024-07-31 | figure 1/4
        child | born       | episodes           | SDQ scores          | expect
        A     | 2014-01-01 | 2022-01-10 S V2 U6 | 2024-03-31 17       | met
        B     | 2014-01-01 | 2022-01-10 S V2 U6 | 2023-05-01 refused  | not met
        C     | 2014-01-01 | 2022-01-10 S V2 U6 | 2024-04-01 17       | not met
        D     | 2020-01-01 | 2022-01-10 S V2 U6 | 2024-03-31 17       | none
        E     |            | 2022-01-10 S V2 U6 | 2024-03-31 17       | unknown: No date of birth recorded

        rolling12 to 2024-06-30 | as at 2024-07-31 | figure 1/2
        child | born       | episodes           | SDQ scores          | expect
        A     | 2014-01-01 | 2022-01-10 S V2 U6 | 2023-07-01 17       | met
        B     | 2014-01-01 | 2022-01-10 S V2 U6 | 2023-06-30 17       | not met

        financial_year to 2024-03-31 | as at 2024-07-31 | variant numerator=concern | figure 1/2
        child | born       | episodes           | SDQ scores          | expect
        A     | 2014-01-01 | 2022-01-10 S V2 U6 | 2023-05-01 17       | met
        B     | 2014-01-01 | 2022-01-10 S V2 U6 | 2023-05-01 16       | not met
        C     | 2014-01-01 | 2022-01-10 S V2 U6 |                     | excluded: No score in the year
    """,
)
