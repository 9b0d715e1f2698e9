from trigpoint.cases.worker_month import WorkerMonth
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT

supervision_in_month_pct = Measure(
    title="Social workers supervised in the month",
    counts=WorkerMonth,
    dated_by=WorkerMonth.month_end,
    where=WorkerMonth.is_social_worker == 1,
    unknown={"Post without the worker's id": WorkerMonth.is_unnamed == 1},
    met=WorkerMonth.is_supervised == 1,
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.MONTH, PeriodType.ROLLING12, PeriodType.QUARTER),
    variants={
        "interval": {
            "month": {},
            "28d": {"met": WorkerMonth.is_supervised_in_28_days == 1},
            "42d": {"met": WorkerMonth.is_supervised_in_42_days == 1},
        },
        "staff": {"social_workers": {}, "frontline": {"where": None}},
        "new_starters": {
            "include": {},
            "exclude_14d": {"exclude": {"Started in the last 14 days": WorkerMonth.is_new_starter == 1}},
        },
    },
    words={"met": "Supervised", "not_met": "Not supervised", "all": "Workers in post, each month"},
    seeds=("birmingham KPI15", "trust003 T10"),
    source="Local; Birmingham expects at least 10 supervisions a year",
    notes="A worker counts in every month with a day in post. Longer periods add the months.",
    examples="""
        month to 2024-03-31 | as at 2024-06-30 | figure 1/4
        staff | post                                   | supervised             | expect
        A     | 1 permanent 2020-01-02 to              | 2024-03-31             | met
        B     | 1 agency 2020-01-02 to 2024-03-02      | 2024-02-28             | not met
        C     | 1 permanent 2020-01-02 to 2024-03-01   | 2024-02-28             | none (left on the day)
        D     | 1 permanent 2024-03-31 to              |                        | not met
        E     | 1 permanent 2020-01-02 to              | 2024-04-01             | not met
        F     | 1 vacant 2020-01-02 to                 |                        | none
        G     | 1 family_support permanent 2020-01-02 to | 2024-03-31           | none

        quarter to 2024-06-30 | as at 2024-06-30 | variant staff=frontline;new_starters=exclude_14d | figure 2/3
        staff | post                                   | supervised             | expect
        A     | 1 family_support permanent 2024-04-17 to | 2024-05-01; 2024-06-01 | excluded: Started in the last 14 days, met, met
        B     | 1 permanent 2020-01-02 to 2024-04-20; 1 permanent 2024-04-20 to 2024-05-01 | | not met (moved, not started)

        month to 2024-03-31 | as at 2024-06-30 | variant interval=28d | figure 1/2
        staff | post                                   | supervised             | expect
        A     | 1 permanent 2020-01-02 to              | 2024-03-03             | met
        B     | 1 permanent 2020-01-02 to              | 2024-03-02; 2024-04-01 | not met

        month to 2024-03-31 | as at 2024-06-30 | variant interval=42d | figure 1/1
        staff | post                                   | supervised             | expect
        A     | 1 permanent 2020-01-02 to              | 2024-02-18             | met
    """,
)
