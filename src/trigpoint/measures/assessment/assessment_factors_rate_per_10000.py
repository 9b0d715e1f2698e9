from trigpoint.cases.assessment_by_factor import AssessmentByFactor
from trigpoint.cases.assessment_factor import AssessmentFactor
from trigpoint.language import NEITHER, Measure, PeriodType, Population
from trigpoint.language.measure import PERCENT

_NONE = "No factors identified (code 21)"

assessment_factors_rate_per_10000 = Measure(
    title="Factors identified in assessments per 10,000 children",
    counts=AssessmentFactor,
    dated_by=AssessmentFactor.authorised_on,
    exclude={_NONE: AssessmentFactor.is_no_factor == 1},
    per=Population(0, 17, per=10_000),
    good=NEITHER,
    unit="per 10,000",
    decimals=1,
    periods=(PeriodType.FINANCIAL_YEAR, PeriodType.ROLLING12),
    variants={
        "form": {
            "rate": {},
            "pct": {
                "counts": AssessmentByFactor,
                "dated_by": AssessmentByFactor.authorised_on,
                "exclude": {_NONE: None},
                "once": AssessmentByFactor.id,
                "met": AssessmentByFactor.is_identified == 1,
                "per": None,
                "unit": PERCENT,
            },
        }
    },
    words={"met": "Factors identified", "not_met": "Without the factor", "all": "Assessments completed"},
    source="DfE Children in need, table C3; CSC dashboard, outcome 2",
    notes=(
        "Broken down by factor, each assessment counts once under each of its factors, so that shares by factor add up "
        "to more than 100%. Without a breakdown the rate counts factors, and the share assessments with any factor."
    ),
    examples="""
        financial_year to 2024-03-31 | as at 2024-06-30 | population 2022 20000 | figure 3/20000
        child | assessments              | factors    | expect
        A     | 2024-03-04 to 2024-03-31 | 3B; 4B; 3b | counted, counted
        B     | 2024-03-04 to 2024-03-28 | 21         | excluded: No factors identified (code 21)
        C     | 2024-03-04 to 2024-03-28 | 3B         | counted
        D     | 2024-03-04 to 2024-04-02 | 3B         | none
        E     | 2024-03-04 to 2024-03-28 |            | none

        financial_year to 2024-03-31 | as at 2024-06-30 | population 2022 20000 | variant form=pct | figure 1/3
        child | assessments              | factors | expect
        A     | 2024-03-04 to 2024-03-31 | 3B; 4B  | met
        B     | 2024-03-04 to 2024-03-28 | 21      | not met
        E     | 2024-03-04 to 2024-03-28 |         | unknown: No factors recorded
    """,
)
