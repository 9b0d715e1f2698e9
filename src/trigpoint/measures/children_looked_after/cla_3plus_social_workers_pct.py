from trigpoint.cases.worker_stability import WorkerStability
from trigpoint.language import LOW, Measure, PeriodType
from trigpoint.language.measure import PERCENT

cla_3plus_social_workers_pct = Measure(
    title="Children looked after with three or more social workers in the year",
    counts=WorkerStability,
    dated_by=WorkerStability.as_at,
    exclude={"Series of short-term placements (V3 or V4)": WorkerStability.is_short_term_series == 1},
    met=WorkerStability.social_workers_in_12_months >= 3,
    good=LOW,
    unit=PERCENT,
    periods=(PeriodType.FINANCIAL_YEAR, PeriodType.ROLLING12),
    words={"met": "Three or more", "not_met": "Fewer than three", "all": "Children looked after"},
    source="DfE stability index; LAIT Stability_SocialWorker",
    notes="Different people, also before the child came into care: A, then B, then A again are two.",
    examples="""
        financial_year to 2024-03-31 | as at 2024-04-30 | figure 1/4
        child | born       | episodes           | allocated                                                                       | expect
        A     | 2015-01-01 | 2023-06-30 S C2 U6 | W1 2023-01-01 to 2023-05-01; W2 2023-05-01 to 2023-07-01; W1 2023-07-01 to 2024-03-31; W3 2024-03-31 | met
        B     | 2015-01-01 | 2023-06-30 S C2 U6 | W1 2023-01-01 to 2023-05-01; W2 2023-05-01 to 2023-07-01; W1 2023-07-01         | not met
        C     | 2015-01-01 | 2023-06-30 S C2 U6 | W1 2023-01-01 to 2023-04-01; W2 2023-04-01 to 2023-07-01; W3 2023-07-01         | not met (the first left before the year)
        D     | 2015-01-01 | 2023-06-30 S C2 U6 | W1 2023-04-01; W2 2023-05-01; W3 2023-06-01 iro                                 | not met
        E     | 2015-01-01 | 2023-06-30 S C2 U6; end 2024-03-31 E4A | W1 2023-04-01; W2 2023-05-01; W3 2023-06-01                 | none (not looked after on the day)
    """,
)
