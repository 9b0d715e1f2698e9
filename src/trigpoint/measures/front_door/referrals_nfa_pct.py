from trigpoint.cases import Referral
from trigpoint.language import LOW, Measure, PeriodType
from trigpoint.language.measure import PERCENT

referrals_nfa_pct = Measure(
    title="Referrals closed with no further action",
    counts=Referral,
    dated_by=Referral.referred_on,
    met=Referral.no_further_action == "Y",
    good=LOW,
    unit=PERCENT,
    periods=(
        PeriodType.MONTH,
        PeriodType.QUARTER,
        PeriodType.YTD,
        PeriodType.ROLLING12,
        PeriodType.FINANCIAL_YEAR,
    ),
    words={"met": "No further action", "not_met": "Further action, or not known", "all": "All referrals"},
    source="DfE Children in need, table C1; LAIT CIN_Refferals_NFA",
    examples="""
        month to 2024-10-31 | as at 2024-10-31 | figure 1/4
        child | referrals              | referral nfa | expect
        A     | 2024-10-04             | Y            | met
        B     | 2024-10-04             | N            | not met
        C     | 2024-10-04             | -            | unknown: No further action not recorded
        D     | 2024-10-04; 2024-10-04 | Y; N         | not met (one of the two went on)
    """,
)
