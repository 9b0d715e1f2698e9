from trigpoint.cases import Referral
from trigpoint.language import LOW, Measure, PeriodType
from trigpoint.language.measure import PERCENT

_ASSESSED = (Referral.no_further_action == "N") & (Referral.has_completed_assessment == 1) & (Referral.is_closed == 1)

referrals_assessed_not_in_need_pct = Measure(
    title="Referrals assessed as not in need",
    counts=Referral,
    dated_by=Referral.referred_on,
    needs=("ssd_cin_assessments",),
    met=_ASSESSED & Referral.close_reason.is_in("RC8", "RC9"),
    good=LOW,
    unit=PERCENT,
    periods=(
        PeriodType.FINANCIAL_YEAR,
        PeriodType.ROLLING12,
        PeriodType.MONTH,
        PeriodType.QUARTER,
        PeriodType.YTD,
    ),
    variants={"codes": {"rc8_rc9": {}, "rc8": {"met": _ASSESSED & Referral.close_reason.is_in("RC8")}}},
    words={"met": "Assessed, not in need", "not_met": "In need, not assessed, or open", "all": "All referrals"},
    source="DfE Children in need, table C1; LAIT Referrals_AssessedNotNeed",
    notes="Closed after a completed assessment for reason RC8 (no further action) or RC9 (to early help).",
    examples="""
        financial_year to 2024-03-31 | as at 2024-12-31 | figure 2/7
        child | referrals                    | referral nfa | referral closed as | assessments              | expect
        A     | 2023-10-04 closed 2023-12-01 | N            | RC8                | 2023-10-05 to 2023-11-20 | met
        B     | 2023-10-04 closed 2023-12-01 | N            | RC9                | 2023-10-05 to 2023-11-20 | met
        C     | 2023-10-04 closed 2023-12-01 | N            | RC7                | 2023-10-05 to 2023-11-20 | not met
        D     | 2023-10-04 closed 2023-12-01 | N            | RC8                | 2023-10-05 to            | not met (assessment not completed)
        E     | 2023-10-04                   | N            | RC8                | 2023-10-05 to 2023-11-20 | not met (not closed)
        F     | 2023-10-04 closed 2023-12-01 | N            | -                  | 2023-10-05 to 2023-11-20 | unknown: No reason for closure recorded
        G     | 2023-10-04 closed 2023-12-01 | Y            | RC8                | 2023-10-05 to 2023-11-20 | not met (no further action at the referral)

        financial_year to 2024-03-31 | as at 2024-12-31 | variant codes=rc8 | figure 1/2
        child | referrals                    | referral nfa | referral closed as | assessments              | expect
        A     | 2023-10-04 closed 2023-12-01 | N            | RC8                | 2023-10-05 to 2023-11-20 | met
        B     | 2023-10-04 closed 2023-12-01 | N            | RC9                | 2023-10-05 to 2023-11-20 | not met
    """,
)
