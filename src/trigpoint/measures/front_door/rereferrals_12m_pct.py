from trigpoint.cases import Referral
from trigpoint.language import LOW, Measure, PeriodType
from trigpoint.language.measure import PERCENT

rereferrals_12m_pct = Measure(
    title="Re-referrals within 12 months of a previous referral",
    counts=Referral,
    dated_by=Referral.referred_on,
    met=Referral.previous_within_12_months == 1,
    good=LOW,
    unit=PERCENT,
    periods=(
        PeriodType.MONTH,
        PeriodType.QUARTER,
        PeriodType.YTD,
        PeriodType.ROLLING12,
        PeriodType.FINANCIAL_YEAR,
    ),
    variants={
        "level": {"referral": {}, "child": {"once": Referral.child}},
        "window": {
            "from_referral": {},
            "from_closure": {
                "instead": {Referral.previous_within_12_months: Referral.previous_closed_within_12_months}
            },
        },
        "prev_nfa": {
            "include": {},
            "exclude": {
                "instead": {Referral.previous_within_12_months: Referral.previous_with_action_within_12_months}
            },
        },
    },
    words={"met": "Re-referrals", "not_met": "First referrals in 12 months", "all": "All referrals"},
    seeds=("birmingham KPI2", "cheshire_east 40", "trust003 T16"),
    source="DfE Children in need, table C1; LAIT ReReferral; CSC dashboard Outcome 1",
    notes=(
        "A referral on the same day is not a previous one; the anniversary itself is within 12 months; "
        "a previous referral that ended with no further action counts."
    ),
    examples="""
        month to 2024-10-31 | as at 2024-10-31 | figure 2/4
        child | referrals                          | expect
        A     | 2023-10-10; 2024-10-15             | not met (12 months before is 15 October 2023)
        B     | 2023-10-15; 2024-10-15             | met     (the anniversary is within 12 months)
        C     | 2024-10-01; 2024-10-01             | not met (one referral: same child, same day)
        D     | 2024-01-02; 2024-05-05; 2024-10-09 | met

        month to 2024-10-31 | as at 2024-10-31 | variant prev_nfa=exclude | figure 1/2
        child | referrals                          | expect
        A     | 2024-05-05 nfa; 2024-10-09         | not met
        B     | 2024-03-05; 2024-05-05 nfa; 2024-10-09 | met

        month to 2024-10-31 | as at 2024-10-31 | variant window=from_closure | figure 1/3
        child | referrals                                 | expect
        A     | 2022-10-10 closed 2023-10-15; 2024-10-15  | met
        B     | 2022-10-10 closed 2023-10-14; 2024-10-15  | not met
        C     | 2024-09-10; 2024-10-15                    | not met (still open does not count)

        rolling12 to 2024-12-31 | as at 2024-12-31 | variant level=child | figure 1/2
        child | referrals                          | expect
        A     | 2024-01-02; 2024-05-05; 2024-10-09 | met
        B     | 2024-05-05                         | not met
    """,
)
