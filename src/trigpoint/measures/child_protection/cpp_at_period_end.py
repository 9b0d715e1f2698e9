from trigpoint.cases import ChildOnPlan
from trigpoint.language import NEITHER, Measure, PeriodType

cpp_at_period_end = Measure(
    title="Children who are the subject of a child protection plan",
    counts=ChildOnPlan,
    dated_by=ChildOnPlan.as_at,
    exclude={"Plan of another authority": ChildOnPlan.is_other_authority == 1},
    good=NEITHER,
    unit="children",
    periods=(PeriodType.SNAPSHOT,),
    variants={"level": {"child": {}, "family": {"once": ChildOnPlan.family, "needs": ("ssd_family",)}}},
    seeds=("hereford H15",),
    source="DfE Children in need, D series; LAIT CPP_Num",
    notes="A plan that ends on the day is no longer open on it.",
    examples="""
        snapshot to 2024-03-31 | as at 2024-04-30 | figure 1
        child | plans                                  | expect
        A     | 2024-01-10 to                          | counted
        B     | 2024-01-10 to 2024-03-31               | none (ends on the day)
        C     | 2024-01-10 to other authority          | excluded: Plan of another authority
        D     | 2024-04-01 to                          | none

        snapshot to 2024-03-31 | as at 2024-04-30 | variant level=family | figure 2
        child | in family | plans                         | expect
        A     | F1     | 2024-01-10 to                 | counted
        B     | F1     | 2024-01-10 to                 | none (of the same family)
        C     |        | 2024-01-10 to                 | counted (without a family: its own)
        D     | F1; F0 | 2024-01-10 to other authority | excluded: Plan of another authority
    """,
)
