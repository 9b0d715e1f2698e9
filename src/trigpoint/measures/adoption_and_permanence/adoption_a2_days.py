from trigpoint.cases import Adoption
from trigpoint.language import LOW, Measure, PeriodType

adoption_a2_days = Measure(
    title="Average days from the placement order to the match with adopters",
    counts=Adoption,
    dated_by=Adoption.ordered_on,
    exclude={
        "No placement order": Adoption.placement_order_on.is_missing(),
        "Not placed for adoption before the adoption order": Adoption.is_placed_before_order == 0,
    },
    value=Adoption.days_from_placement_order_to_match,
    good=LOW,
    unit="days",
    periods=(
        PeriodType.ROLLING36,
        PeriodType.ROLLING12,
        PeriodType.QUARTER,
        PeriodType.YTD,
        PeriodType.MONTH,
    ),
    words={"all": "Children adopted under a placement order", "sum": "Days, all children"},
    seeds=("kent 15", "birmingham KPI10", "trust003 T32"),
    source="Adoption scorecard, indicator A2 (threshold 4 months, 121 days); LG Inform 912",
    notes="A match before the placement order counts 0 days. The period is by the date of the adoption order.",
    examples="""
        rolling36 to 2024-12-31 | as at 2024-12-31 | figure 80/2
        child | born       | episodes           | placement order | matched    | placed for adoption | adopted    | expect
        A     | 2022-01-01 | 2023-01-10 S V2 U6 | 2023-09-01      | 2023-11-20 | 2024-02-20          | 2024-09-01 | counted 80
        B     | 2022-01-01 | 2023-01-10 S V2 U6 | 2023-09-01      | 2023-08-05 | 2024-02-20          | 2024-09-01 | counted 0
        C     | 2022-01-01 | 2023-01-10 S V2 U6 |                 | 2023-08-05 | 2024-02-20          | 2024-09-01 | excluded: No placement order
        D     | 2022-01-01 | 2023-01-10 S V2 U6 | 2023-09-01      | 2023-11-20 | 2024-09-01          | 2024-09-01 | excluded: Not placed for adoption before the adoption order
        E     | 2022-01-01 | 2023-01-10 S V2 U6 | 2023-09-01      |            | 2024-02-20          | 2024-09-01 | unknown: No match date recorded

        quarter to 2024-12-31 | as at 2024-12-31 | figure 31/1
        child | born       | episodes                               | matched    | placed for adoption | adopted    | expect
        A     | 2022-01-01 | 2023-01-10 S V2 U6; 2023-09-01 L E1 U6 | 2023-10-02 | 2024-02-20          | 2024-11-01 | counted 31 (the order is among the legal statuses)
    """,
)
