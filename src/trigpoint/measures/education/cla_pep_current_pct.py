from trigpoint.cases.care_outcome import CareOutcome
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT

cla_pep_current_pct = Measure(
    title="Children looked after of school age with a current personal education plan",
    counts=CareOutcome,
    dated_by=CareOutcome.as_at,
    needs=("ext_personal_education_plan",),
    exclude={
        "Series of short-term placements (V3 or V4)": CareOutcome.is_short_term_series == 1,
        "Not of school age": CareOutcome.is_of_school_age == 0,
        "In care under 10 working days": CareOutcome.is_under_10_working_days == 1,
    },
    unknown={"No date of birth recorded": CareOutcome.is_of_school_age.is_missing()},
    met=CareOutcome.has_education_plan == 1,
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.SNAPSHOT,),
    words={"met": "Plan of this term", "not_met": "No plan this term", "all": "Of school age"},
    source="Care Planning, Placement and Case Review Regulations 2010, regulation 5; Promoting the education of looked-after children",
    notes=(
        "Made or reviewed since the term began: 1 September, 1 January or 1 April. Of school age: from the 5th birthday "
        "to 30 June of the school year of the 16th."
    ),
    examples="""
        snapshot to 2024-12-31 | as at 2025-01-31 | figure 1/3
        child | born       | episodes           | education plan | expect
        A     | 2012-01-01 | 2024-01-10 S C2 U6 | 2024-09-01     | met
        B     | 2012-01-01 | 2024-01-10 S C2 U6 | 2024-08-31     | not met (the term before)
        C     | 2019-12-31 | 2024-01-10 S C2 U6 |                | not met (5 that day)
        D     | 2020-01-01 | 2024-01-10 S C2 U6 | 2024-10-01     | excluded: Not of school age
        E     | 2012-01-01 | 2024-12-16 S C2 U6 |                | excluded: In care under 10 working days

        snapshot to 2024-06-30 | as at 2025-01-31 | figure 1/1
        child | born       | episodes           | education plan | expect
        A     | 2007-09-01 | 2024-01-10 S C2 U6 | 2024-04-01     | met (16 in this school year)
        B     | 2007-08-31 | 2024-01-10 S C2 U6 | 2024-04-01     | excluded: Not of school age
    """,
)
