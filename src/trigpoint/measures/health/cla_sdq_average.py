from trigpoint.cases.health_at_date import HealthAtDate
from trigpoint.language import LOW, Measure, PeriodType

cla_sdq_average = Measure(
    title="Average SDQ score of children looked after for 12 months",
    counts=HealthAtDate,
    dated_by=HealthAtDate.as_at,
    where=(HealthAtDate.is_12_months == 1) & (HealthAtDate.is_aged_4_to_16 == 1),
    exclude={"No score in the year": HealthAtDate.has_sdq_score == 0},
    unknown={"No date of birth recorded": HealthAtDate.is_aged_4_to_16.is_missing()},
    value=HealthAtDate.sdq_score,
    needs=("ssd_sdq_scores",),
    good=LOW,
    unit="score",
    decimals=1,
    periods=(PeriodType.FINANCIAL_YEAR,),
    words={"all": "Children with a score", "sum": "Scores, all children"},
    source="DfE Children looked after, outcomes; LAIT Emotional_LAC; children's social care dashboard",
    notes="The latest score of the year, of children aged four or over when it began and under 17 when it ended.",
    examples="""
        financial_year to 2024-03-31 | as at 2024-07-31 | figure 31/2
        child | born       | episodes           | SDQ scores                   | expect
        A     | 2014-01-01 | 2022-01-10 S V2 U6 | 2023-05-01 25; 2024-02-01 17 | counted 17 (the latest)
        B     | 2019-04-01 | 2022-01-10 S V2 U6 | 2023-04-01 14                | counted 14 (four on 1 April)
        C     | 2019-04-02 | 2022-01-10 S V2 U6 | 2023-05-01 14                | none
        D     | 2007-03-31 | 2022-01-10 S V2 U6 | 2023-05-01 14                | none (17 on 31 March)
        E     | 2014-01-01 | 2022-01-10 S V2 U6 | 2023-03-31 14                | excluded: No score in the year
        F     | 2014-01-01 | 2022-01-10 S V2 U6 | 2023-05-01 refused           | excluded: No score in the year
        G     | 2014-01-01 | 2023-04-02 S V2 U6 | 2023-05-01 14                | none
        H     |            | 2022-01-10 S V2 U6 | 2023-05-01 14                | unknown: No date of birth recorded
    """,
)
