from trigpoint.cases.missing_child import MissingChild
from trigpoint.language import LOW, Measure, PeriodType
from trigpoint.language.measure import PERCENT

missing_repeat_pct = Measure(
    title="Children who went missing, with 3 or more episodes",
    counts=MissingChild,
    dated_by=MissingChild.as_at,
    met=MissingChild.episodes_in_12_months >= 3,
    good=LOW,
    unit=PERCENT,
    periods=(PeriodType.ROLLING12, PeriodType.MONTH),
    by_period={PeriodType.MONTH: {"where": MissingChild.episodes_in_month > 0}},
    variants={
        "at_least": {"3": {}},
        "lookback": {"12m": {}, "90d": {"met": MissingChild.episodes_in_90_days >= 3}},
    },
    words={"met": "3 or more episodes", "not_met": "1 or 2", "all": "Looked-after children who went missing"},
    source="Children's services analysis tool (ChAT)",
    notes="Of the children whose episode began in the period, those with 3 or more in the months up to its end.",
    examples="""
        rolling12 to 2024-03-31 | as at 2024-06-30 | figure 1/3
        child | born       | episodes           | missing | expect
        A     | 2010-01-01 | 2023-01-10 S C2 U6 | 2023-04-01 to 2023-04-02; 2023-09-01 to 2023-09-02; 2024-03-31 to | met
        B     | 2010-01-01 | 2023-01-10 S C2 U6 | 2023-03-31 to 2023-04-02; 2023-09-01 to 2023-09-02; 2024-03-31 to | not met
        C     | 2010-01-01 | 2023-01-10 S C2 U6 | 2023-09-01 to 2023-09-05; 2023-09-02 to 2023-09-03; 2024-03-31 to | not met (two overlap)
        D     | 2010-01-01 | 2023-01-10 S C2 U6 | 2023-03-31 to 2023-04-02 | none

        month to 2024-03-31 | as at 2024-06-30 | variant lookback=90d | figure 1/2
        child | born       | episodes           | missing | expect
        A     | 2010-01-01 | 2023-01-10 S C2 U6 | 2024-01-02 to 2024-01-03; 2024-02-01 to 2024-02-02; 2024-03-31 to | met
        B     | 2010-01-01 | 2023-01-10 S C2 U6 | 2024-01-01 to 2024-01-03; 2024-02-01 to 2024-02-02; 2024-03-31 to | not met
        C     | 2010-01-01 | 2023-01-10 S C2 U6 | 2024-01-02 to 2024-01-03; 2024-02-01 to 2024-02-02; 2024-02-05 to | none
    """,
)
