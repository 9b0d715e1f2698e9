from trigpoint.cases.plan_visit_due import PlanVisitDue
from trigpoint.cases.visited_plan import VisitedPlan
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.column import Column
from trigpoint.language.measure import PERCENT, Clauses

_TOO_NEW = "Plan open for less than the interval"
_INTERVALS = {
    "10wd": "10_working_days",
    "15wd": "15_working_days",
    "20wd": "20_working_days",
    "28d": "28_days",
}


def _every(column: str, other: str) -> dict[Column, Column]:
    """One column in place of another for each interval: `{}` is the interval's name."""
    names = ("plan", *_INTERVALS.values())
    return {VisitedPlan.columns[column.format(n)]: VisitedPlan.columns[other.format(n)] for n in names}


def _interval(name: str) -> Clauses:
    return {
        "instead": {
            VisitedPlan.is_overdue_plan: VisitedPlan.columns[f"is_overdue_{name}"],
            VisitedPlan.is_open_for_plan: VisitedPlan.columns[f"is_open_for_{name}"],
            PlanVisitDue.limit_plan_on: PlanVisitDue.columns[f"limit_{name}_on"],
        }
    }


cpp_visits_in_timescale_pct = Measure(
    title="Child protection visits in timescale",
    counts=VisitedPlan,
    dated_by=VisitedPlan.as_at,
    where=VisitedPlan.is_ended == 0,
    exclude={
        "Plan of another authority": VisitedPlan.is_other_authority == 1,
        _TOO_NEW: VisitedPlan.is_open_for_plan == 0,
    },
    met=VisitedPlan.is_overdue_plan == 0,
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.SNAPSHOT,),
    variants={
        "rule": {
            "last_visit": {},
            "all_gaps": {
                "instead": _every("is_overdue_{}", "is_ever_late_{}"),
            },
            "share_of_due_windows": {
                "counts": PlanVisitDue,
                "dated_by": PlanVisitDue.limit_plan_on,
                "where": None,
                "exclude": {_TOO_NEW: None},
                "met": PlanVisitDue.visited_on.is_by(PlanVisitDue.limit_plan_on),
                "due": PlanVisitDue.limit_plan_on,
                "periods": (PeriodType.MONTH, PeriodType.QUARTER),
            },
        },
        "interval": {"plan": {}, **{value: _interval(name) for value, name in _INTERVALS.items()}},
        "scope": {"current": {}, "year": {"where": None}},
        "seen": {
            "child": {},
            "alone": {
                "instead": {
                    **_every("is_overdue_{}", "is_overdue_{}_alone"),
                    **_every("is_ever_late_{}", "is_ever_late_{}_alone"),
                    **{
                        PlanVisitDue.columns[f"limit_{n}_on"]: PlanVisitDue.columns[f"limit_{n}_alone_on"]
                        for n in ("plan", *_INTERVALS.values())
                    },
                }
            },
        },
    },
    words={"met": "In timescale", "not_met": "Late", "all": "Plans open for the interval"},
    seeds=("trust003 T3", "hereford H19"),
    source="Local definition (Trust T3, Herefordshire); there is no national interval",
    notes=(
        "One per plan. Only visits at which the child was seen, from the start of the plan on. The first is due from "
        "the start of the plan. A visit due on the day and not yet made is not late. With scope=year plans that ended "
        "in the 12 months are judged on the day they ended."
    ),
    examples="""
        snapshot to 2024-07-31 | as at 2024-07-31 | figure 1/1
        child | plans         | plan visits            | expect
        A     | 2024-06-03 to | 2024-07-01; 2024-07-30 | met

        snapshot to 2024-07-31 | as at 2024-07-31 | variant rule=all_gaps | figure 0/1
        child | plans         | plan visits            | expect
        A     | 2024-06-03 to | 2024-07-01; 2024-07-30 | not met (the second came on working day 21)

        month to 2024-07-31 | as at 2024-07-31 | variant rule=share_of_due_windows | figure 1/2
        child | plans         | plan visits            | expect
        A     | 2024-06-03 to | 2024-07-01; 2024-07-30 | met, not met

        snapshot to 2024-07-31 | as at 2024-08-31 | figure 2/4
        child | plans                         | visits every | plan visits                     | expect
        A     | 2024-06-03 to                 | 10           | 2024-07-17                      | met     (day 10)
        B     | 2024-06-03 to                 | 10           | 2024-07-16                      | not met (day 11)
        C     | 2024-07-17 to                 | 10           | 2024-07-16                      | met     (due today)
        D     | 2024-07-18 to                 | 10           |                                 | excluded: Plan open for less than the interval
        E     | 2024-06-03 to                 |              | 2024-06-20; 2024-07-30 not seen | not met (nobody saw the child)
        F     | 2024-06-03 to other authority |              |                                 | excluded: Plan of another authority
        G     | 2024-06-03 to 2024-07-31      |              |                                 | none

        snapshot to 2024-07-31 | as at 2024-08-31 | variant interval=28d;seen=alone | figure 1/2
        child | plans         | plan visits                        | expect
        A     | 2024-05-03 to | 2024-07-03 alone; 2024-07-30       | met     (28 days)
        B     | 2024-05-03 to | 2024-07-02 alone; 2024-07-30       | not met

        snapshot to 2024-07-31 | as at 2024-08-31 | variant interval=10wd;rule=all_gaps;scope=year | figure 1/2
        child | plans                    | plan visits            | expect
        A     | 2023-07-03 to 2023-08-02 | 2023-07-17             | not met (12 working days to the end)
        B     | 2023-07-03 to 2023-08-02 | 2023-07-17; 2023-07-19 | met
        C     | 2023-07-03 to 2023-08-01 | 2023-07-17             | none    (ended before the 12 months)

        month to 2024-07-31 | as at 2024-07-29 | variant interval=20wd;rule=share_of_due_windows;seen=alone | figure 0/1
        child | plans         | plan visits      | expect
        A     | 2024-07-01 to | 2024-07-02       | pending
        B     | 2024-06-03 to | 2024-07-02 alone | not met (due by 1 July)
    """,
)
