from trigpoint.cases.placed_child import PlacedChild
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT

_UASC = "Unaccompanied asylum-seeking child"
_IS_KIN = PlacedChild.type_code.is_in("U1", "U2", "U3")

cla_foster_inhouse_or_kin_pct = Measure(
    title="Children in foster care placed with the authority's own carers, relatives or friends",
    counts=PlacedChild,
    dated_by=PlacedChild.as_at,
    where=PlacedChild.type_code.is_in("U1", "U2", "U3", "U4", "U5", "U6"),
    exclude={
        "Series of short-term placements (V3 or V4)": PlacedChild.is_short_term_series == 1,
        _UASC: PlacedChild.is_uasc == 1,
    },
    unknown={"No type of placement recorded": PlacedChild.type_code.is_missing()},
    met=_IS_KIN | (PlacedChild.provider_code == "PR1"),
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.SNAPSHOT,),
    variants={"uasc": {"exc": {}, "inc": {"exclude": {_UASC: None}}}},
    words={"met": "Own carers, relatives or friends", "not_met": "Other carers", "all": "Children in foster care"},
    seeds=("kent 6",),
    source="Kent County Council",
    examples="""
        snapshot to 2024-03-31 | as at 2024-04-30 | figure 2/5
        child | born       | unaccompanied | home    | expect
        A     | 2014-01-01 |               | U4 PR1  | met
        B     | 2014-01-01 |               | U4 PR4  | not met
        C     | 2014-01-01 |               | U1 PR4  | met
        D     | 2014-01-01 |               | K2 PR1  | none (no foster placement)
        E     | 2014-01-01 |               | U6      | unknown: No provider of the placement recorded
        F     | 2008-01-01 | 2023-01-01 to | U4 PR1  | excluded: Unaccompanied asylum-seeking child
        G     | 2014-01-01 |               | PR1     | unknown: No type of placement recorded

        snapshot to 2024-03-31 | as at 2024-04-30 | variant uasc=inc | figure 1/1
        child | born       | unaccompanied | home    | expect
        A     | 2008-01-01 | 2023-01-01 to | U4 PR1  | met
    """,
)
