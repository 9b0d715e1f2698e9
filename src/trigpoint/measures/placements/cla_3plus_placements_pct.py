from trigpoint.cases import PlacementStability
from trigpoint.language import LOW, Measure, PeriodType
from trigpoint.language.measure import PERCENT

cla_3plus_placements_pct = Measure(
    title="Children looked after with 3 or more placements in the last 12 months",
    counts=PlacementStability,
    dated_by=PlacementStability.as_at,
    exclude={"Series of short-term placements (V3 or V4)": PlacementStability.is_short_term_series == 1},
    met=PlacementStability.placements_in_12_months >= 3,
    good=LOW,
    unit=PERCENT,
    periods=(PeriodType.SNAPSHOT,),
    variants={
        "uasc": {
            "inc": {},
            "exc": {"exclude": {"Unaccompanied asylum-seeking child": PlacementStability.is_uasc == 1}},
        },
        "lookback": {
            "12m": {},
            "24m": {
                "instead": {
                    PlacementStability.placements_in_12_months: PlacementStability.placements_in_24_months,
                    PlacementStability.placements_in_12_months_with_temporary: (
                        PlacementStability.placements_in_24_months_with_temporary
                    ),
                }
            },
        },
        "t_codes": {
            "ignore": {},
            "count": {
                "instead": {
                    PlacementStability.placements_in_12_months: (
                        PlacementStability.placements_in_12_months_with_temporary
                    ),
                    PlacementStability.placements_in_24_months: (
                        PlacementStability.placements_in_24_months_with_temporary
                    ),
                }
            },
        },
    },
    words={"met": "3 or more placements", "not_met": "1 or 2 placements", "all": "All children looked after"},
    seeds=("kent 4", "trust003 T5"),
    source="DfE Children looked after, stability measures; LAIT LACStable_2016on",
    notes=(
        "Placements open at either end of the 12 months count. Changes of legal status, same-carer changes, adoption "
        "by the current carer, stays under 24 hours and temporary stays with return are not new placements."
    ),
    examples="""
        snapshot to 2024-03-31 | as at 2024-04-30 | figure 1/3
        child | episodes | expect
        A     | 2023-01-01 S V2 U6 @carer1; 2023-05-10 P V2 T3; 2023-05-24 P V2 U6 @carer1; 2023-08-01 P V2 K2; 2023-11-01 P V2 U4; 2024-01-01 L C2 U4 | met (U6, K2, U4: the carer's holiday, the return and the change of legal status are none)
        B     | 2023-01-01 S V2 U6; 2024-02-01 T V2 A3 | not met (adoption by the current carer)
        C     | 2022-01-01 S V2 U6; 2023-04-01 P V2 K2; 2023-09-01 P V2 U4 | not met (the first ended on the day the 12 months begin)

        snapshot to 2024-03-31 | as at 2024-04-30 | variant t_codes=count | figure 1/1
        child | episodes | expect
        A     | 2023-01-01 S V2 U6 @carer1; 2024-01-10 P V2 T3; 2024-01-24 P V2 U6 @carer1 | met
    """,
)
