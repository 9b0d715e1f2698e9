from trigpoint.cases.adoption_decision import AdoptionDecision
from trigpoint.language import LOW, Measure, PeriodType

adoption_decisions_reversed = Measure(
    title="Children whose adoption decision was reversed",
    counts=AdoptionDecision,
    dated_by=AdoptionDecision.reversed_on,
    good=LOW,
    unit="children",
    periods=(
        PeriodType.QUARTER,
        PeriodType.FINANCIAL_YEAR,
        PeriodType.MONTH,
        PeriodType.YTD,
        PeriodType.ROLLING12,
    ),
    once=AdoptionDecision.child,
    words={"all": "Children whose decision was reversed"},
    source="Adoption scorecard, indicator A5",
    examples="""
        quarter to 2024-03-31 | as at 2024-03-31 | figure 2
        child | born       | adoption decision | reversed   | expect
        A     | 2022-01-01 | 2023-02-01        | 2024-01-01 | counted
        B     | 2022-01-01 | 2023-02-01        | 2023-12-31 | none
        C     | 2022-01-01 | 2023-02-01        |            | none
        D     | 2022-01-01 |                   | 2024-03-31 | counted
        E     | 2022-01-01 | 2023-02-01        | 2024-04-01 | none
    """,
)
