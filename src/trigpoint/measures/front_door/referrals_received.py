from trigpoint.cases import Referral
from trigpoint.language import NEITHER, Measure, PeriodType

referrals_received = Measure(
    title="Referrals to children's social care",
    counts=Referral,
    dated_by=Referral.referred_on,
    good=NEITHER,
    unit="referrals",
    periods=(
        PeriodType.MONTH,
        PeriodType.QUARTER,
        PeriodType.YTD,
        PeriodType.ROLLING12,
        PeriodType.FINANCIAL_YEAR,
    ),
    variants={
        "nfa": {
            "include": {},
            "exclude": {
                "exclude": {"No further action": Referral.no_further_action == "Y"},
                "unknown": {"No further action not recorded": Referral.no_further_action.is_missing()},
            },
        }
    },
    words={"met": "Referrals", "all": "All referrals"},
    source="DfE Children in need, table C1; LAIT CPP_Total_NumRef",
    notes="Referrals of one child on one day are one. Those that end with no further action count.",
    examples="""
        month to 2024-10-31 | as at 2024-10-31 | figure 3
        child | referrals              | expect
        A     | 2024-10-04; 2024-10-04 | counted (one referral: same child, same day)
        B     | 2024-10-04; 2024-10-05 | counted, counted
        C     | 2024-11-01             | none

        month to 2024-10-31 | as at 2024-10-31 | variant nfa=exclude | figure 2
        child | referrals                  | referral nfa | expect
        A     | 2024-10-04                 | N            | counted
        B     | 2024-10-04                 | Y            | excluded: No further action
        C     | 2024-10-04                 | -            | unknown: No further action not recorded
        D     | 2024-10-04; 2024-10-04     | Y; N         | counted (one of the two went on)
    """,
)
