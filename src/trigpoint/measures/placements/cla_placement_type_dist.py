from trigpoint.cases.placed_child import PlacedChild
from trigpoint.language import NEITHER, Measure, PeriodType
from trigpoint.language.measure import PERCENT

cla_placement_type_dist = Measure(
    title="Children looked after by kind of placement",
    counts=PlacedChild,
    dated_by=PlacedChild.as_at,
    exclude={"Series of short-term placements (V3 or V4)": PlacedChild.is_short_term_series == 1},
    category=PlacedChild.kind,
    good=NEITHER,
    unit=PERCENT,
    periods=(PeriodType.SNAPSHOT,),
    words={"all": "All children looked after"},
    source="DfE Children looked after, table A3; LAIT LAC_Foster_Placements and others",
    notes="A child on a temporary stay is counted there.",
    examples="""
        snapshot to 2024-03-31 | as at 2024-04-30 | figure Foster placements 2/5; Other placements 1/5; Secure units and children's homes 1/5; Temporary placements 1/5
        child | born       | home | expect
        A     | 2014-01-01 | U1   | counted
        B     | 2014-01-01 | U6   | counted
        C     | 2014-01-01 | K2   | counted
        D     | 2014-01-01 | T3   | counted
        E     | 2014-01-01 | Z12  | counted
    """,
)
