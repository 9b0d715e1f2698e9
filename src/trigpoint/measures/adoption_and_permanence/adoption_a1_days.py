from trigpoint.cases import Adoption
from trigpoint.language import LOW, Measure, PeriodType

adoption_a1_days = Measure(
    title="Average days from entering care to moving in with an adoptive family",
    counts=Adoption,
    dated_by=Adoption.ordered_on,
    exclude={"Never placed for adoption": Adoption.placed_on.is_missing()},
    unknown={"Placed for adoption before entering care": Adoption.is_placed_before_entry == 1},
    value=Adoption.days_from_entry_to_placement,
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
    seeds=("kent 14", "birmingham BP2", "trust003 T33"),
    source="Adoption scorecard, indicator A1 (threshold 14 months, 426 days)",
    notes="The period is by the date of the order; the clock starts with the latest period of care.",
    examples="""
        rolling36 to 2024-12-31 | as at 2024-12-31 | figure 787/2
        child | born       | episodes                                   | placed for adoption | adopted    | expect
        A     | 2022-01-01 | 2023-01-10 S V2 U6; end 2024-09-01 E11     | 2024-02-20          | 2024-09-01 | counted 406
        B     | 2022-01-01 | 2022-11-15 S V2 U5; 2023-12-01 T E1 A5; end 2024-09-01 E11 | 2023-12-01 | 2024-09-01 | counted 381
        C     | 2022-01-01 | 2022-11-15 S V2 U5; end 2024-09-01 E11     |                     | 2024-09-01 | excluded: Never placed for adoption
        D     | 2022-01-01 |                                            | 2024-02-20          | 2024-09-01 | unknown: No period of care found
    """,
)
