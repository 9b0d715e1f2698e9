from trigpoint.cases.placed_child import PlacedChild
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT

_UASC, _KIN = "Unaccompanied asylum-seeking child", "Placed with relatives or friends"

cla_placed_within_20_miles_pct = Measure(
    title="Children looked after placed within 20 miles of home",
    counts=PlacedChild,
    dated_by=PlacedChild.as_at,
    exclude={
        "Series of short-term placements (V3 or V4)": PlacedChild.is_short_term_series == 1,
        _UASC: PlacedChild.is_uasc == 1,
        _KIN: PlacedChild.type_code.is_in("U1", "U2", "U3"),
        "Distance from home not known": PlacedChild.distance_tenths.is_missing(),
    },
    met=PlacedChild.distance_tenths <= 200,
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.SNAPSHOT,),
    variants={
        "uasc": {"exc": {}, "inc": {"exclude": {_UASC: None}}},
        "kin": {"exclude": {}, "include": {"exclude": {_KIN: None}}},
        "p1": {"include": {}, "exclude": {"exclude": {"Placed with parents": PlacedChild.type_code == "P1"}}},
        "adoptive": {
            "include": {},
            "exclude": {"exclude": {"Placed for adoption": PlacedChild.type_code.is_in("A3", "A4", "A5", "A6")}},
        },
    },
    words={"met": "20 miles or less", "not_met": "More than 20 miles", "all": "Children with a known distance"},
    seeds=("kent 7",),
    source="Kent County Council; not the complement of the national measure, whose denominator differs",
    examples="""
        snapshot to 2024-03-31 | as at 2024-04-30 | figure 2/3
        child | born       | unaccompanied | home             | expect
        A     | 2014-01-01 |               | U6 5.0           | met
        B     | 2014-01-01 |               | U4 20.0          | met
        C     | 2014-01-01 |               | K2 20.1          | not met
        D     | 2014-01-01 |               | U1 35            | excluded: Placed with relatives or friends
        E     | 2014-01-01 |               | K2 999.9         | excluded: Distance from home not known
        F     | 2008-01-01 | 2023-01-01 to | K2 5             | excluded: Unaccompanied asylum-seeking child

        snapshot to 2024-03-31 | as at 2024-04-30 | variant kin=include;uasc=inc | figure 2/3
        child | born       | unaccompanied | home             | expect
        A     | 2014-01-01 |               | U1 35            | not met
        B     | 2008-01-01 | 2023-01-01 to | K2 5             | met
        C     | 2014-01-01 |               | A6 5             | met

        snapshot to 2024-03-31 | as at 2024-04-30 | variant adoptive=exclude;p1=exclude | figure none
        child | born       | home | expect
        A     | 2014-01-01 | A6 5 | excluded: Placed for adoption
        B     | 2014-01-01 | P1 5 | excluded: Placed with parents
    """,
)
