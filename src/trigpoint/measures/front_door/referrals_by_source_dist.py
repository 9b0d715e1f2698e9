from trigpoint.cases import Referral
from trigpoint.language import NEITHER, Measure, PeriodType
from trigpoint.language.measure import PERCENT

referrals_by_source_dist = Measure(
    title="Referrals by source",
    counts=Referral,
    dated_by=Referral.referred_on,
    category=Referral.source,
    good=NEITHER,
    unit=PERCENT,
    periods=(
        PeriodType.MONTH,
        PeriodType.QUARTER,
        PeriodType.ROLLING12,
        PeriodType.FINANCIAL_YEAR,
        PeriodType.YTD,
    ),
    words={"met": "Referrals from the source", "all": "All referrals"},
    source="DfE Children in need, table C2; LAIT RefBySource",
    notes="Sources as the CIN census groups them: its codes 1A to 1D are individuals, 3A to 3F health services.",
    examples="""
        month to 2024-10-31 | as at 2024-10-31 | figure Individual 2/5; Police 1/5; School 1/5; Unknown 1/5
        child | referrals  | referral source | expect
        A     | 2024-10-04 | 1A              | counted
        B     | 2024-10-04 | 1D              | counted
        C     | 2024-10-04 | 2A              | counted
        D     | 2024-10-04 | 6               | counted
        E     | 2024-10-04 | 10              | counted
    """,
)
