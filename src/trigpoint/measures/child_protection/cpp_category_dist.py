from trigpoint.cases import PlanStart
from trigpoint.cases.open_plan import OpenPlan
from trigpoint.language import NEITHER, Measure, PeriodType
from trigpoint.language.measure import PERCENT

cpp_category_dist = Measure(
    title="Child protection plans by category of abuse",
    counts=OpenPlan,
    dated_by=OpenPlan.as_at,
    exclude={"Plan of another authority": OpenPlan.is_other_authority == 1},
    category=OpenPlan.category,
    good=NEITHER,
    unit=PERCENT,
    periods=(PeriodType.SNAPSHOT,),
    variants={
        "category": {"latest": {}, "initial": {"instead": {OpenPlan.category: OpenPlan.initial_category}}},
        "cohort": {
            "current": {},
            "starting": {
                "counts": PlanStart,
                "dated_by": PlanStart.started_on,
                "periods": (PeriodType.FINANCIAL_YEAR,),
            },
        },
    },
    source="DfE Children in need, D series",
    notes="The latest category; where none is recorded, the one at the start.",
    examples="""
        snapshot to 2024-03-31 | as at 2024-04-30 | figure EMO 2/2
        child | plans                         | categories   | expect
        A     | 2024-01-10 to                 | NEG then EMO | counted
        B     | 2024-01-10 to                 | EMO          | counted
        C     | 2024-01-10 to other authority | EMO          | excluded: Plan of another authority
        D     | 2024-01-10 to 2024-03-31      | EMO          | none

        snapshot to 2024-03-31 | as at 2024-04-30 | variant category=initial | figure NEG 2/2
        child | plans                         | categories   | expect
        A     | 2024-01-10 to                 | NEG then EMO | counted
        B     | 2024-01-10 to                 | NEG          | counted

        financial_year to 2024-03-31 | as at 2024-04-30 | variant cohort=starting | figure EMO 1/1
        child | plans                         | categories   | expect
        A     | 2024-01-10 to 2024-02-10      | NEG then EMO | counted
        B     | 2023-03-31 to                 | EMO          | none
    """,
)
