from trigpoint.cases.need_plan import NeedPlan
from trigpoint.cases.need_visit_due import NeedVisitDue
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT

_UNDER_28 = "Plan open for less than 28 days"

cin_visits_in_timescale_pct = Measure(
    title="Child in need visits in timescale",
    counts=NeedPlan,
    dated_by=NeedPlan.as_at,
    needs=("ssd_cp_plans", "ssd_cla_episodes"),
    exclude={
        "Subject of a child protection plan": NeedPlan.is_on_plan == 1,
        "Looked after": NeedPlan.is_looked_after == 1,
        _UNDER_28: NeedPlan.is_open_28_days == 0,
    },
    met=NeedPlan.last_visit_within_28_days == 1,
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.SNAPSHOT,),
    variants={
        "rule": {
            "last_visit": {},
            "all_gaps": {
                "instead": {
                    NeedPlan.last_visit_within_28_days: NeedPlan.every_gap_within_28_days,
                    NeedPlan.last_visit_within_20_working_days: NeedPlan.every_gap_within_20_working_days,
                    NeedPlan.last_visit_within_42_days: NeedPlan.every_gap_within_42_days,
                }
            },
            "share_of_due_windows": {
                "counts": NeedVisitDue,
                "dated_by": NeedVisitDue.limit_on,
                "where": NeedVisitDue.is_28_days == 1,
                "exclude": {
                    _UNDER_28: None,
                    "A plan that began earlier is open": NeedVisitDue.is_under_earlier_plan == 1,
                },
                "met": NeedVisitDue.visited_on.is_by(NeedVisitDue.limit_on),
                "due": NeedVisitDue.limit_on,
                "periods": (PeriodType.MONTH, PeriodType.QUARTER),
            },
        },
        "interval": {
            "28d": {},
            "20wd": {
                "instead": {
                    NeedPlan.last_visit_within_28_days: NeedPlan.last_visit_within_20_working_days,
                    NeedPlan.every_gap_within_28_days: NeedPlan.every_gap_within_20_working_days,
                    NeedVisitDue.is_28_days: NeedVisitDue.is_20_working_days,
                }
            },
            "42d": {
                "instead": {
                    NeedPlan.last_visit_within_28_days: NeedPlan.last_visit_within_42_days,
                    NeedPlan.every_gap_within_28_days: NeedPlan.every_gap_within_42_days,
                    NeedVisitDue.is_28_days: NeedVisitDue.is_42_days,
                }
            },
        },
        "seen": {"child": {}},
    },
    words={"met": "In timescale", "not_met": "Late", "all": "Child in need plans open for 28 days"},
    seeds=("cheshire_east 30",),
    source="Local definition (Cheshire East); there is no statutory interval",
    notes=(
        "Only visits at which the child was seen, from the start of the plan on. The first is due from the start of the "
        "plan. A visit due on the day and not yet made is not late."
    ),
    examples="""
        snapshot to 2024-07-31 | as at 2024-07-28 | figure 1/1
        child | need plans    | need visits            | expect
        A     | 2024-05-01 to | 2024-06-03; 2024-06-30 | met     (28 days)

        snapshot to 2024-07-31 | as at 2024-07-28 | variant rule=all_gaps | figure 1/2
        child | need plans    | need visits                        | expect
        A     | 2024-05-01 to | 2024-06-03; 2024-06-30             | not met (the first gap was 33 days)
        B     | 2024-05-01 to | 2024-05-29; 2024-06-03; 2024-06-30 | met

        snapshot to 2024-07-31 | as at 2024-08-31 | figure 2/5
        child | born       | need plans               | need visits                     | plans         | expect
        A     | 2015-01-01 | 2024-05-01 to            | 2024-07-02                      |               | not met (29 days)
        B     | 2015-01-01 | 2024-05-01 to            | 2024-07-03                      |               | met
        C     | 2015-01-01 | 2024-05-01 to            | 2024-07-03 not seen; 2024-06-20 |               | not met
        D     | 2015-01-01 | 2024-07-04 to            |                                 |               | excluded: Plan open for less than 28 days
        E     | 2015-01-01 | 2024-07-03 to            |                                 |               | met     (28 days without a visit: due on the day)
        F     | 2015-01-01 | 2024-05-01 to            | 2024-07-03                      | 2024-07-10 to | excluded: Subject of a child protection plan
        G     | 2015-01-01 | 2024-05-01 to 2024-07-31 |                                 |               | none
        H     | 2015-01-01 | 2024-05-01 to            | 2024-08-01; 2024-04-30          |               | not met

        snapshot to 2024-07-31 | as at 2024-08-31 | variant interval=20wd | figure 1/2
        child | need plans    | need visits | expect
        A     | 2024-05-01 to | 2024-07-03  | met     (day 20)
        B     | 2024-05-01 to | 2024-07-02  | not met (day 21)

        snapshot to 2024-07-31 | as at 2024-08-31 | variant interval=42d;rule=all_gaps | figure 1/2
        child | need plans    | need visits            | expect
        A     | 2024-05-01 to | 2024-06-12; 2024-07-24 | met     (42 days and 42 days)
        B     | 2024-05-01 to | 2024-06-13; 2024-07-24 | not met

        month to 2024-07-31 | as at 2024-08-31 | variant interval=20wd;rule=share_of_due_windows | figure 1/2
        child | need plans               | need visits            | expect
        A     | 2024-06-03 to            | 2024-07-01; 2024-07-30 | met, not met (day 20, day 21)
        B     | 2024-06-03 to 2024-07-01 |                        | none (the plan had ended on the last day for the visit)

        month to 2024-07-31 | as at 2024-07-29 | variant interval=20wd;rule=share_of_due_windows | figure 1/1
        child | need plans    | need visits | expect
        A     | 2024-06-03 to | 2024-07-01  | met, pending
    """,
)
