from trigpoint.cases import Referral
from trigpoint.language import NEITHER, Measure, PeriodType, Population

referrals_rate_per_10000 = Measure(
    title="Referrals per 10,000 children aged 0 to 17",
    counts=Referral,
    dated_by=Referral.referred_on,
    per=Population(0, 17, per=10_000),
    good=NEITHER,
    unit="per 10,000",
    decimals=1,
    periods=(PeriodType.ROLLING12, PeriodType.FINANCIAL_YEAR),
    variants={
        "annualise": {
            "rolling12": {},
            "scaled": {"annualise": True, "periods": (PeriodType.MONTH, PeriodType.QUARTER)},
        }
    },
    seeds=("birmingham R1", "hereford H6"),
    source="DfE Children in need, table C1; LAIT CPP_Total_Rateper10,000; ONS mid-year population estimates",
    notes="Twelve months of referrals, or with annualise=scaled one month times 12 or one quarter times 4.",
    examples="""
        rolling12 to 2024-10-31 | as at 2024-10-31 | population 2022 20000 | figure 2/20000
        child | referrals  | expect
        A     | 2023-11-01 | counted
        B     | 2024-10-31 | counted
        C     | 2023-10-31 | none

        month to 2024-10-31 | as at 2024-10-31 | population 2022 20000 | variant annualise=scaled | figure 1/20000
        child | referrals  | expect
        A     | 2023-11-01 | none
        B     | 2024-10-31 | counted (the month, times 12)
    """,
)
