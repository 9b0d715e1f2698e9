from trigpoint.cases import LookedAfterChild
from trigpoint.language import NEITHER, Measure, PeriodType
from trigpoint.language.measure import PERCENT

cla_legal_status_dist = Measure(
    title="Children looked after by legal status",
    counts=LookedAfterChild,
    dated_by=LookedAfterChild.as_at,
    exclude={"Series of short-term placements (V3 or V4)": LookedAfterChild.is_short_term_series == 1},
    category=LookedAfterChild.legal_status,
    good=NEITHER,
    unit=PERCENT,
    periods=(PeriodType.SNAPSHOT,),
    needs=("ssd_legal_status",),
    source="DfE Children looked after, table A2",
    notes="The SSDA903 code of the legal status at the date; of several the one that began last.",
    examples="""
        snapshot to 2024-03-31 | as at 2024-04-30 | figure C2 2/3; V2 1/3
        child | born       | episodes                               | expect
        A     | 2015-01-01 | 2024-01-10 S V2 U6; 2024-02-10 L C2 U6 | counted
        B     | 2015-01-01 | 2024-01-10 S C2 U6                     | counted
        C     | 2015-01-01 | 2024-01-10 S V2 U6                     | counted
        D     | 2015-01-01 | 2024-03-30 S V4 U6                     | excluded: Series of short-term placements (V3 or V4)
    """,
)
