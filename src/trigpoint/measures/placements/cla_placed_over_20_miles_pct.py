from trigpoint.cases.placed_child import PlacedChild
from trigpoint.language import LOW, Measure, PeriodType
from trigpoint.language.measure import PERCENT

_FAR = PlacedChild.distance_tenths > 200

cla_placed_over_20_miles_pct = Measure(
    title="Children looked after placed more than 20 miles from home",
    counts=PlacedChild,
    dated_by=PlacedChild.as_at,
    exclude={"Series of short-term placements (V3 or V4)": PlacedChild.is_short_term_series == 1},
    met=_FAR,
    good=LOW,
    unit=PERCENT,
    periods=(PeriodType.SNAPSHOT,),
    variants={
        "boundary": {
            "all": {},
            "outside": {"met": _FAR & (PlacedChild.is_outside_boundary == 1), "needs": ("ext_placement_location",)},
        },
        "missing": {
            "unknown": {},
            "exclude": {"exclude": {"Distance from home not known": PlacedChild.distance_tenths.is_missing()}},
        },
    },
    words={"met": "More than 20 miles", "not_met": "20 miles or less", "all": "All children looked after"},
    seeds=("kent 7",),
    source="DfE Children looked after; children's social care dashboard; LAIT LACDistance (boundary=outside)",
    notes="The distance is from the home from which the child was first placed; 999.9 stands for one not known.",
    examples="""
        snapshot to 2024-03-31 | as at 2024-04-30 | figure 2/5
        child | born       | home                  | expect
        A     | 2014-01-01 | U6 5.0                | not met
        B     | 2014-01-01 | U4 20.0               | not met
        C     | 2014-01-01 | K2 20.1 outside       | met
        D     | 2014-01-01 | U1 35 inside          | met
        E     | 2014-01-01 | K2 999.9 outside      | unknown: Distance from home not known

        snapshot to 2024-03-31 | as at 2024-04-30 | variant boundary=outside | figure 1/6
        child | born       | home                  | expect
        A     | 2014-01-01 | U6 5.0                | not met (near, wherever it is)
        B     | 2014-01-01 | U4 20.0 outside       | not met
        C     | 2014-01-01 | K2 20.1 outside       | met
        D     | 2014-01-01 | U1 35 inside          | not met
        E     | 2014-01-01 | K2 999.9 outside      | unknown: Distance from home not known
        F     | 2014-01-01 | K2 35                 | unknown: Not known whether inside the authority

        snapshot to 2024-03-31 | as at 2024-04-30 | variant missing=exclude | figure 1/1
        child | born       | home                  | expect
        A     | 2014-01-01 | K2 20.1               | met
        B     | 2014-01-01 | K2                    | excluded: Distance from home not known
    """,
)
