from trigpoint.cases import LookedAfterChild
from trigpoint.language import NEITHER, Measure, PeriodType, Population

cla_rate_per_10000 = Measure(
    title="Children looked after per 10,000 children",
    counts=LookedAfterChild,
    dated_by=LookedAfterChild.as_at,
    exclude={"Series of short-term placements (V3 or V4)": LookedAfterChild.is_short_term_series == 1},
    per=Population(0, 17, per=10_000),
    good=NEITHER,
    unit="per 10,000",
    decimals=1,
    periods=(PeriodType.SNAPSHOT,),
    variants={
        "uasc": {
            "inc": {},
            "exc": {"exclude": {"Unaccompanied asylum-seeking child": LookedAfterChild.is_uasc == 1}},
        }
    },
    seeds=("birmingham R7", "hereford H20"),
    source="DfE Children looked after, table A1; ONS mid-year population estimates",
    examples="""
        snapshot to 2024-03-31 | as at 2024-04-30 | population 2022 20000 | figure 1/20000
        child | born       | episodes           | expect
        A     | 2015-01-01 | 2024-01-10 S V2 U6 | counted
    """,
)
