from trigpoint.cases import Assessment
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT

assessment_child_seen_pct = Measure(
    title="Assessments in which the child was seen",
    counts=Assessment,
    dated_by=Assessment.authorised_on,
    exclude={"Unborn child": Assessment.is_unborn == 1},
    met=Assessment.child_seen == 1,
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.MONTH, PeriodType.QUARTER, PeriodType.ROLLING12, PeriodType.YTD),
    words={"met": "Child seen", "not_met": "Not seen, or not recorded", "all": "All assessments completed"},
    source="Ofsted Annex A, list 4",
    notes="A child is unborn while its birth, or the expected one when none is recorded, lies after the authorisation.",
    examples="""
        month to 2024-05-31 | as at 2024-05-31 | figure 1/3
        child | born       | expected   | assessments              | child seen | expect
        A     | 2015-01-01 |            | 2024-03-04 to 2024-05-09 | Y          | met
        B     | 2015-01-01 |            | 2024-03-04 to 2024-05-09 | N          | not met
        C     |            |            | 2024-03-04 to 2024-05-09 |            | unknown: Whether the child was seen is not recorded
        D     | 2024-05-10 |            | 2024-03-04 to 2024-05-09 | N          | excluded: Unborn child
        E     |            | 2024-06-10 | 2024-03-04 to 2024-05-09 | Y          | excluded: Unborn child
    """,
)
