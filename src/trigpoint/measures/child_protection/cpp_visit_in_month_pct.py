from trigpoint.cases.child_in_month import ChildInMonth
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT

cpp_visit_in_month_pct = Measure(
    title="Children on a child protection plan with at least one visit in the month",
    counts=ChildInMonth,
    dated_by=ChildInMonth.as_at,
    exclude={
        "Began in the month": ChildInMonth.is_started == 1,
        "Ended in the month": ChildInMonth.is_ended == 1,
    },
    met=ChildInMonth.is_visited == 1,
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.MONTH,),
    words={"met": "Visited", "not_met": "Not visited", "all": "Children on a plan all month"},
    seeds=("birmingham KPI5 stray",),
    source="Birmingham",
    notes="A visit counts when the child was seen. Plans of another authority are left out.",
    examples="""
        month to 2024-07-31 | as at 2024-08-31 | figure 2/4
        child | plans                                   | plan visits            | expect
        A     | 2024-07-01 to                           | 2024-07-31             | met
        B     | 2024-06-03 to 2024-08-01                | 2024-06-30; 2024-08-01 | not met
        C     | 2024-07-02 to                           | 2024-07-30             | excluded: Began in the month
        D     | 2024-06-03 to 2024-07-31                | 2024-07-30             | excluded: Ended in the month
        E     | 2024-06-03 to 2024-07-10; 2024-07-10 to | 2024-07-10             | met (one plan after another)
        F     | 2024-06-03 to                           | 2024-07-10 not seen    | not met
        G     | 2024-06-03 to other authority           |                        | none
        H     | 2024-06-03 to 2024-07-01                |                        | none
    """,
)
