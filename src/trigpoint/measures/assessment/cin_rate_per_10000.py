from trigpoint.cases.child_in_need import ChildInNeed
from trigpoint.cases.need_scope import IN_NEED, SCOPES
from trigpoint.language import NEITHER, Measure, PeriodType, Population

cin_rate_per_10000 = Measure(
    title="Children in need per 10,000 children",
    counts=ChildInNeed,
    dated_by=ChildInNeed.as_at,
    exclude=IN_NEED,
    per=Population(0, 17, per=10_000),
    good=NEITHER,
    unit="per 10,000",
    decimals=1,
    periods=(PeriodType.SNAPSHOT,),
    variants={"scope": SCOPES},
    words={"met": "Children in need"},
    seeds=("birmingham R5",),
    source="DfE Children in need, table B1; LAIT CIN; ONS mid-year population estimates",
    examples="""
        snapshot to 2024-03-31 | as at 2024-04-30 | population 2022 20000 | figure 1/20000
        child | in need                  | expect
        A     | 2024-01-10               | counted
        B     | 2024-01-10 to 2024-03-31 | none
    """,
)
