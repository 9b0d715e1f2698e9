from trigpoint.cases.placed_child import PlacedChild
from trigpoint.language import LOW, Measure, PeriodType
from trigpoint.language.measure import PERCENT

cla_placed_out_of_area_pct = Measure(
    title="Children looked after placed outside the authority",
    counts=PlacedChild,
    dated_by=PlacedChild.as_at,
    exclude={
        "Series of short-term placements (V3 or V4)": PlacedChild.is_short_term_series == 1,
        "Placed for adoption (confidential address)": PlacedChild.type_code.is_in("A3", "A4", "A5", "A6"),
    },
    met=PlacedChild.is_outside_boundary == 1,
    good=LOW,
    unit=PERCENT,
    periods=(PeriodType.SNAPSHOT,),
    needs=("ext_placement_location",),
    words={"met": "Outside the authority", "not_met": "Inside the authority", "all": "All children looked after"},
    source="DfE Children looked after, location of placement",
    examples="""
        snapshot to 2024-03-31 | as at 2024-04-30 | figure 1/3
        child | born       | home             | expect
        A     | 2014-01-01 | U6 30 outside    | met
        B     | 2014-01-01 | U6 30 inside     | not met
        C     | 2014-01-01 | U6 30            | unknown: Not known whether inside the authority
        D     | 2014-01-01 | A6 30 outside    | excluded: Placed for adoption (confidential address)
    """,
)
