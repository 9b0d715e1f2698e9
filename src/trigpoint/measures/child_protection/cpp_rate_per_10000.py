from trigpoint.cases import ChildOnPlan
from trigpoint.language import NEITHER, Measure, PeriodType, Population

cpp_rate_per_10000 = Measure(
    title="Children who are the subject of a child protection plan per 10,000 children",
    counts=ChildOnPlan,
    dated_by=ChildOnPlan.as_at,
    exclude={"Plan of another authority": ChildOnPlan.is_other_authority == 1},
    per=Population(0, 17, per=10_000),
    good=NEITHER,
    unit="per 10,000",
    decimals=1,
    periods=(PeriodType.SNAPSHOT,),
    words={"met": "Children on a plan"},
    seeds=("birmingham R6", "hereford H15"),
    source="LAIT CPP_rate; ONS mid-year population estimates",
    examples="""
        snapshot to 2024-03-31 | as at 2024-04-30 | population 2022 20000 | figure 1/20000
        child | plans                         | expect
        A     | 2024-01-10 to                 | counted
        B     | 2024-01-10 to 2024-03-31      | none
        C     | 2024-01-10 to other authority | excluded: Plan of another authority
    """,
)
