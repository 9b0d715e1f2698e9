from trigpoint.cases.health_at_date import HealthAtDate
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT

cla_immunisations_pct = Measure(
    title="Children looked after for 12 months whose immunisations are up to date",
    counts=HealthAtDate,
    dated_by=HealthAtDate.as_at,
    where=HealthAtDate.is_12_months == 1,
    met=HealthAtDate.is_immunised == 1,
    needs=("ssd_cla_immunisations",),
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.SNAPSHOT, PeriodType.FINANCIAL_YEAR),
    words={"met": "Up to date", "not_met": "Not up to date", "all": "Children looked after for 12 months"},
    source="DfE Children looked after, outcomes; LAIT LACVaccinations%",
    notes="The latest status on or before the date. Children in a series of short-term placements are not among them.",
    examples="""
        snapshot to 2024-03-31 | as at 2024-07-31 | figure 1/3
        child | born       | episodes           | immunisations              | expect
        A     | 2018-01-01 | 2023-04-01 S V2 U6 | 2023-06-01 N; 2024-03-31 Y | met
        B     | 2018-01-01 | 2022-01-10 S V2 U6 | 2023-06-01 Y; 2024-03-01 N | not met
        C     | 2018-01-01 | 2022-01-10 S V2 U6 | 2024-04-01 Y               | unknown: No immunisation status recorded
        D     | 2018-01-01 | 2023-04-02 S V2 U6 | 2023-06-01 Y               | none
        E     | 2018-01-01 | 2022-01-10 S V3 U6 | 2023-06-01 Y               | none

        financial_year to 2024-03-31 | as at 2024-07-31 | figure 1/1
        child | born       | episodes           | immunisations              | expect
        A     | 2018-01-01 | 2022-01-10 S V2 U6 | 2020-06-01 Y               | met
    """,
)
