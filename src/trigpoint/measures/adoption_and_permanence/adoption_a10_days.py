from trigpoint.cases import Adoption
from trigpoint.language import LOW, Measure, PeriodType

_BY_CARER = Adoption.is_by_carer == 1

adoption_a10_days = Measure(
    title="Average days from entering care to moving in with adopters, carers who adopt taken from when they cared",
    counts=Adoption,
    dated_by=Adoption.ordered_on,
    exclude={"Never placed for adoption": Adoption.placed_on.is_missing()},
    unknown={
        "No date of moving in with the carer who adopted": _BY_CARER & Adoption.moved_in_on.is_missing(),
        "Placed for adoption before entering care": (Adoption.is_by_carer == 0)
        & (Adoption.is_placed_before_entry == 1),
    },
    value=Adoption.days_from_entry_to_carer,
    good=LOW,
    unit="days",
    periods=(
        PeriodType.ROLLING36,
        PeriodType.ROLLING12,
        PeriodType.YTD,
        PeriodType.QUARTER,
        PeriodType.MONTH,
    ),
    words={"all": "Children adopted", "sum": "Days, all children"},
    source="Adoption scorecard, indicator A10; ASGLB quarterly data from 2021/22",
    notes="A child who lived with the carer before entering care counts 0 days.",
    examples="""
        rolling36 to 2024-12-31 | as at 2024-12-31 | figure 422/3
        child | born       | episodes                                   | placed for adoption | adopted    | by carer   | expect
        A     | 2022-01-01 | 2023-01-10 S V2 U6; end 2024-09-01 E11     | 2024-02-20          | 2024-09-01 |            | counted 406
        B     | 2022-01-01 | 2022-11-15 S V2 U5; end 2024-09-01 E11     | 2023-12-01          | 2024-09-01 | 2022-12-01 | counted 16
        C     | 2022-01-01 | 2022-11-15 S V2 U5; end 2024-09-01 E11     | 2023-12-01          | 2024-09-01 | 2022-11-01 | counted 0
        D     | 2022-01-01 | 2022-11-15 S V2 U5; end 2024-09-01 E11     | 2023-12-01          | 2024-09-01 | no date    | unknown: No date of moving in with the carer who adopted
        E     | 2022-01-01 | 2022-11-15 S V2 U5; end 2024-09-01 E11     | 2022-11-01          | 2024-09-01 |            | unknown: Placed for adoption before entering care
        F     | 2022-01-01 | 2022-11-15 S V2 U5; end 2024-09-01 E11     |                     | 2024-09-01 | 2022-11-01 | excluded: Never placed for adoption
    """,
)
