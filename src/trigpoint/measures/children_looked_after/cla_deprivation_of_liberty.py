from trigpoint.cases import LookedAfterChild
from trigpoint.language import NEITHER, Measure, PeriodType

cla_deprivation_of_liberty = Measure(
    title="Children looked after who are subject to a deprivation of liberty order",
    counts=LookedAfterChild,
    dated_by=LookedAfterChild.as_at,
    needs=("ext_deprivation_of_liberty",),
    where=LookedAfterChild.is_deprived_of_liberty == 1,
    exclude={"Series of short-term placements (V3 or V4)": LookedAfterChild.is_short_term_series == 1},
    good=NEITHER,
    unit="children",
    periods=(PeriodType.SNAPSHOT,),
    source="SSDA903 deprivation of liberty orders (DoLO)",
    notes="Each child once, however many orders are open at the date.",
    examples="""
        snapshot to 2024-03-31 | as at 2024-04-30 | figure 2
        child | born       | episodes                               | deprivation of liberty                   | expect
        A     | 2009-01-01 | 2023-01-10 S C2 K1                     | 2024-01-10                               | counted
        B     | 2009-01-01 | 2023-01-10 S C2 K1                     | 2024-01-10 to 2024-03-31                 | none (ended that day)
        C     | 2009-01-01 | 2023-01-10 S C2 K1                     | 2024-01-10 to 2024-04-10; 2024-03-31     | counted (once)
        D     | 2009-01-01 | 2023-01-10 S C2 K1; end 2024-02-01 E4A | 2024-01-10                               | none (not looked after)
    """,
)
