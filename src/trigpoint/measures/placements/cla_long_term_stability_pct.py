from trigpoint.cases import PlacementStability
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT

cla_long_term_stability_pct = Measure(
    title="Children under 16 in care for two and a half years, in the same placement for two years",
    counts=PlacementStability,
    dated_by=PlacementStability.as_at,
    where=(PlacementStability.in_care_30_months == 1) & (PlacementStability.is_under_16 == 1),
    exclude={"Series of short-term placements (V3 or V4)": PlacementStability.is_short_term_series == 1},
    unknown={"No date of birth recorded": PlacementStability.is_under_16.is_missing()},
    met=PlacementStability.settled_24_months == 1,
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.SNAPSHOT,),
    variants={
        "uasc": {
            "inc": {},
            "exc": {"exclude": {"Unaccompanied asylum-seeking child": PlacementStability.is_uasc == 1}},
        },
        "ages": {"0-15": {}},
        "months_as": {
            "calendar": {},
            "days": {
                "instead": {
                    PlacementStability.in_care_30_months: PlacementStability.in_care_over_911_days,
                    PlacementStability.settled_24_months: PlacementStability.settled_over_729_days,
                }
            },
        },
    },
    words={
        "met": "Two years in the same placement, or placed for adoption",
        "not_met": "Moved within two years",
        "all": "Children under 16 in care for two and a half years",
    },
    seeds=("kent 5", "birmingham KPI7", "trust003 T30", "hereford H21"),
    source="DfE Children looked after, stability measures; LAIT LAC_LongStable%; formerly NI 63",
    notes=(
        "The same placement is the same carer. For a child placed for adoption the adoptive placement and the one "
        "before it are taken together. A temporary stay leaves the placement underneath as it is."
    ),
    examples="""
        snapshot to 2024-03-31 | as at 2024-04-30 | figure 3/5
        child | born       | episodes                                                      | expect
        A     | 2014-01-01 | 2021-09-30 S V2 U6; 2022-03-31 P V2 U4                        | met
        B     | 2014-01-01 | 2021-10-01 S V2 U6                                            | none (in care since the day after 30 September)
        C     | 2014-01-01 | 2021-09-30 S V2 U6; 2022-04-01 P V2 U4                        | not met
        D     | 2020-01-01 | 2020-03-01 S V2 U6; 2022-02-01 P V2 U4; 2023-12-01 P E1 A6    | met (adopters and the carer before, together)
        E     | 2008-03-31 | 2015-03-01 S V2 U6                                            | none (16 on the day)
        F     | 2008-04-01 | 2015-03-01 S V2 U6; 2023-02-01 T V2 U4; 2024-03-20 P V2 T3    | met (a house move with the carer; the carer is on holiday)
        G     | 2020-01-01 | 2020-03-01 S V2 U6; 2022-02-01 P V2 U4; 2022-04-02 P V2 K2; 2023-12-01 P E1 A6 | not met
        H     | 2014-01-01 | 2019-09-30 S V4 U6                                            | none (not in care but for the series)

        snapshot to 2024-03-31 | as at 2024-04-30 | figure 1/2
        child | born | episodes           | expect
        A     |      | 2015-03-01 S V2 U6 | unknown: No date of birth recorded
        B     | 2014-01-01 | 2015-03-01 S V2 U6; 2015-08-01 P V2 T3; 2015-08-20 P V2 U6 | met (back with the carer)

        snapshot to 2024-03-31 | as at 2024-04-30 | variant months_as=days | figure 2/3
        child | born       | episodes                               | expect
        A     | 2014-01-01 | 2021-09-01 S V2 U6; 2022-04-02 P V2 U4 | met (730 days, the day itself counted)
        B     | 2014-01-01 | 2021-09-01 S V2 U6; 2022-04-03 P V2 U4 | not met
        C     | 2014-01-01 | 2021-10-03 S V2 U6                     | none (day 911)
        D     | 2014-01-01 | 2021-10-02 S V2 U6                     | met (day 912)
    """,
)
