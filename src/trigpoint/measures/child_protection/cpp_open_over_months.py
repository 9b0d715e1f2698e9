from trigpoint.cases import ChildOnPlan
from trigpoint.language import LOW, Measure, PeriodType
from trigpoint.language.measure import PERCENT

cpp_open_over_months = Measure(
    title="Children who have been on a child protection plan for more than 15 months",
    counts=ChildOnPlan,
    dated_by=ChildOnPlan.as_at,
    where=ChildOnPlan.is_over_15_months == 1,
    exclude={"Plan of another authority": ChildOnPlan.is_other_authority == 1},
    good=LOW,
    unit="children",
    periods=(PeriodType.SNAPSHOT,),
    variants={
        "months": {
            "15": {},
            "12": {"instead": {ChildOnPlan.is_over_15_months: ChildOnPlan.is_over_12_months}},
            "18": {"instead": {ChildOnPlan.is_over_15_months: ChildOnPlan.is_over_18_months}},
            "24": {"instead": {ChildOnPlan.is_over_15_months: ChildOnPlan.is_over_24_months}},
        },
        "form": {
            "count": {},
            "pct": {"where": None, "met": ChildOnPlan.is_over_15_months == 1, "unit": PERCENT},
        },
        "level": {"child": {}, "family": {"once": ChildOnPlan.family, "needs": ("ssd_family",)}},
    },
    words={"met": "More than 15 months", "not_met": "Not longer", "all": "All children on a plan"},
    seeds=("cheshire_east 21",),
    source="Cheshire East",
    notes="A number of children (or families), never scaled to a quarter. A child without a family is a family.",
    examples="""
        snapshot to 2024-12-31 | as at 2024-12-31 | figure 1
        child | plans                         | expect
        A     | 2023-09-30 to                 | counted (15 months ended on 30 December)
        B     | 2023-10-01 to                 | none    (15 months end on 1 January)
        C     | 2023-01-01 to 2024-12-31      | none
        D     | 2023-01-01 to other authority | excluded: Plan of another authority

        snapshot to 2024-12-31 | as at 2024-12-31 | variant form=pct | figure 1/2
        child | plans                         | expect
        A     | 2023-09-30 to                 | met
        B     | 2023-10-01 to                 | not met

        snapshot to 2024-12-31 | as at 2024-12-31 | variant form=pct;months=12 | figure 2/2
        child | plans                         | expect
        A     | 2023-09-30 to                 | met
        B     | 2023-10-01 to                 | met

        snapshot to 2024-12-31 | as at 2024-12-31 | variant level=family | figure 2
        child | in family | plans         | expect
        A     | F1     | 2023-09-30 to | counted
        B     | F1     | 2023-09-29 to | none (of the same family)
        C     |        | 2023-09-30 to | counted (without a family: its own)
        D     | F2     | 2023-10-01 to | none
    """,
)
