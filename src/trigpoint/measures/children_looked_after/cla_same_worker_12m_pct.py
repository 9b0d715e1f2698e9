from trigpoint.cases.worker_stability import WorkerStability
from trigpoint.language import HIGH, Measure, PeriodType
from trigpoint.language.measure import PERCENT

cla_same_worker_12m_pct = Measure(
    title="Children in care for 18 months or more with the same worker for the last 12 months",
    counts=WorkerStability,
    dated_by=WorkerStability.as_at,
    exclude={
        "Series of short-term placements (V3 or V4)": WorkerStability.is_short_term_series == 1,
        "In care under 18 months": WorkerStability.is_in_care_18_months == 0,
    },
    met=WorkerStability.has_same_social_worker == 1,
    good=HIGH,
    unit=PERCENT,
    periods=(PeriodType.SNAPSHOT,),
    variants={
        "uasc": {
            "inc": {},
            "exc": {"exclude": {"Unaccompanied asylum-seeking child": WorkerStability.is_uasc == 1}},
        },
        "staff": {"social_workers": {}, "all": {"met": WorkerStability.has_same_lead_worker == 1}},
        "gap_days": {"0": {}},
    },
    words={"met": "Same worker", "not_met": "Another worker, or a break", "all": "In care 18 months or more"},
    seeds=("kent 3",),
    source="Local (Kent)",
    notes=(
        "The worker allocated at the date has been for 12 months without a day's break. Handovers may overlap; a new "
        "post of the same person is the same worker."
    ),
    examples="""
        snapshot to 2024-12-31 | as at 2025-01-31 | figure 2/5
        child | born       | episodes           | allocated                                               | expect
        A     | 2015-01-01 | 2023-06-30 S C2 U6 | W1 2023-12-31                                           | met
        B     | 2015-01-01 | 2023-06-30 S C2 U6 | W1 2024-01-01                                           | not met
        C     | 2015-01-01 | 2023-06-30 S C2 U6 | W1 2023-01-01 to 2024-06-30; W2 2024-06-30 to 2024-07-05; W1 2024-07-05 | not met
        D     | 2015-01-01 | 2023-06-30 S C2 U6 | W1 2023-01-01 to 2024-06-30; W2 2024-06-01; W1 2024-06-30 | met (no free day)
        E     | 2015-01-01 | 2023-06-30 S C2 U6 | W1 2023-01-01 iro                                       | not met (no social worker)
        F     | 2015-01-01 | 2023-07-01 S C2 U6 | W1 2023-01-01                                           | excluded: In care under 18 months

        snapshot to 2024-12-31 | as at 2025-01-31 | variant staff=all | figure 1/2
        child | born       | episodes           | allocated                                               | expect
        A     | 2008-01-01 | 2023-06-30 S C2 U6 | W1 2023-01-01 personal adviser                          | met
        E     | 2015-01-01 | 2023-06-30 S C2 U6 | W1 2023-01-01 iro                                       | not met

        snapshot to 2024-12-31 | as at 2025-01-31 | variant uasc=exc | figure none
        child | born       | unaccompanied | episodes           | allocated                                | expect
        A     | 2008-01-01 | 2023-01-01 to | 2023-06-30 S C2 U6 | W1 2023-12-31                            | excluded: Unaccompanied asylum-seeking child
    """,
)
