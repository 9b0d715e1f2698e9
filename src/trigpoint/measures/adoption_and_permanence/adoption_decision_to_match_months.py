from trigpoint.cases import Adoption
from trigpoint.language import LOW, Measure, PeriodType

adoption_decision_to_match_months = Measure(
    title="Average months from the adoption decision to the match with adopters",
    counts=Adoption,
    dated_by=Adoption.ordered_on,
    unknown={"Matched before the decision": Adoption.is_matched_before_decision == 1},
    value=Adoption.days_from_decision_to_match,
    scale=365.25 / 12,
    good=LOW,
    unit="months",
    decimals=1,
    periods=(PeriodType.FINANCIAL_YEAR,),
    words={"all": "Children adopted", "sum": "Days, all children"},
    source="DfE Children looked after, adoption tables; children's social care dashboard",
    notes="A month is a twelfth of 365.25 days.",
    examples="""
        financial_year to 2024-03-31 | as at 2024-12-31 | figure 3.61396/2
        child | born       | adoption decision | matched    | adopted    | expect
        A     | 2022-01-01 | 2023-02-01        | 2023-04-22 | 2023-09-01 | counted 80
        B     | 2022-01-01 | 2023-02-01        | 2023-03-03 | 2024-03-31 | counted 30
        C     | 2022-01-01 | 2023-02-01        | 2023-01-03 | 2024-03-31 | unknown: Matched before the decision
        D     | 2022-01-01 | 2023-02-01        |            | 2024-03-31 | unknown: No decision or match date recorded
        E     | 2022-01-01 | 2023-02-01        | 2023-03-03 | 2024-04-01 | none
    """,
)
