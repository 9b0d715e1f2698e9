from trigpoint.cases import LookedAfterChild
from trigpoint.language import NEITHER, Measure, PeriodType

cla_at_period_end = Measure(
    title="Children looked after",
    counts=LookedAfterChild,
    dated_by=LookedAfterChild.as_at,
    exclude={"Series of short-term placements (V3 or V4)": LookedAfterChild.is_short_term_series == 1},
    good=NEITHER,
    unit="children",
    periods=(PeriodType.SNAPSHOT,),
    variants={
        "uasc": {
            "inc": {},
            "exc": {"exclude": {"Unaccompanied asylum-seeking child": LookedAfterChild.is_uasc == 1}},
        }
    },
    seeds=("hereford H20",),
    source="DfE Children looked after, table A1; LAIT LACnum",
    notes="A child who leaves care on the day is not looked after on it.",
    examples="""
        snapshot to 2024-03-31 | as at 2024-04-30 | figure 2
        child | born       | unaccompanied | episodes                                    | expect
        A     | 2015-01-01 |               | 2024-01-10 S V2 U6                          | counted
        B     | 2015-01-01 |               | 2024-01-10 S V2 U6; end 2024-03-31 E4A      | none (left on the day)
        C     | 2015-01-01 |               | 2024-03-30 S V4 U6                          | excluded: Series of short-term placements (V3 or V4)
        D     | 2006-06-01 | 2023-12-01 to | 2024-01-10 S V2 U6                          | counted

        snapshot to 2024-03-31 | as at 2024-04-30 | variant uasc=exc | figure 1
        child | born       | unaccompanied | episodes           | expect
        A     | 2006-06-01 | 2023-12-01 to | 2024-01-10 S V2 U6 | excluded: Unaccompanied asylum-seeking child
        B     | 2006-03-31 | 2023-12-01 to | 2024-01-10 S V2 U6 | counted (18 on the day: the status ends)
    """,
)
