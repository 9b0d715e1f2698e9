from trigpoint.cases import Referral
from trigpoint.language import LOW, Measure, PeriodType
from trigpoint.language.measure import PERCENT

referrals_previous_no_service_pct = Measure(
    title="Re-referrals whose previous referral ended without a statutory service",
    counts=Referral,
    dated_by=Referral.referred_on,
    needs=("ssd_cin_assessments",),
    where=Referral.previous_within_12_months == 1,
    met=(Referral.previous_within_12_months == 1) & (Referral.previous_without_service == 1),
    good=LOW,
    unit=PERCENT,
    periods=(PeriodType.QUARTER, PeriodType.ROLLING12, PeriodType.MONTH, PeriodType.YTD),
    variants={"denominator": {"rereferrals": {}, "all_referrals": {"where": None}}},
    words={
        "met": "No statutory service before",
        "not_met": "A statutory service before, or not known",
        "all": "Re-referrals within 12 months",
    },
    seeds=("trust003 T15",),
    source="Local contract (trust003)",
    notes=(
        "The referral before ended without a statutory service when it ended with no further action, or was closed "
        "after a completed assessment for reason RC8 or RC9."
    ),
    examples="""
        quarter to 2024-12-31 | as at 2024-12-31 | figure 2/4
        child | referrals                                | referral nfa | referral closed as | assessments              | expect
        A     | 2024-05-05 nfa; 2024-10-09               | Y; N         |                    |                          | met
        B     | 2024-05-05 closed 2024-07-01; 2024-10-09 | N; N         | RC8; -             | 2024-05-06 to 2024-06-20 | met
        C     | 2024-05-05 closed 2024-07-01; 2024-10-09 | N; N         | RC7; -             | 2024-05-06 to 2024-06-20 | not met
        D     | 2024-05-05; 2024-10-09                   | -; N         |                    |                          | unknown: No outcome recorded of the referral before
        E     | 2023-05-05 nfa; 2024-10-09               | Y; N         |                    |                          | none (more than 12 months before)

        quarter to 2024-12-31 | as at 2024-12-31 | variant denominator=all_referrals | figure 1/3
        child | referrals                                | referral nfa | referral closed as | expect
        A     | 2024-05-05 nfa; 2024-10-09               | Y; N         |                    | met
        B     | 2024-10-09                               | N            |                    | not met
        C     | 2024-05-05 closed 2024-07-01; 2024-10-09 | N; N         | RC8; -             | not met (RC8 without an assessment)
    """,
)
