from trigpoint.cases import Referral
from trigpoint.language import NEITHER, Measure, PeriodType
from trigpoint.language.measure import PERCENT

referrals_to_assessment_pct = Measure(
    title="Referrals leading to an assessment",
    counts=Referral,
    dated_by=Referral.referred_on,
    needs=("ssd_cin_assessments",),
    met=Referral.has_assessment == 1,
    good=NEITHER,
    unit=PERCENT,
    periods=(PeriodType.MONTH, PeriodType.QUARTER, PeriodType.ROLLING12, PeriodType.YTD),
    variants={
        "assessment_type": {"continuous": {}, "initial": {"met": Referral.has_initial_assessment == 1}},
        "n": {"any": {}},
    },
    words={"met": "An assessment started", "not_met": "No assessment", "all": "All referrals"},
    seeds=("hereford H7",),
    source="ChAT; Annex A, lists 3 and 4",
    notes=(
        "The assessment is found by the referral's id and the child. Before the single assessment came in the first "
        "one was an initial assessment: assessment_type=initial takes referrals whose outcome is no single assessment."
    ),
    examples="""
        month to 2024-10-31 | as at 2024-12-31 | figure 1/3
        child | referrals  | assessments   | expect
        A     | 2024-10-04 | 2024-11-20 to | met     (however long it took)
        B     | 2024-10-04 |               | not met
        C     | 2024-10-04 | to 2024-11-20 | not met (no start recorded)

        month to 2014-08-31 | as at 2014-12-31 | variant assessment_type=initial | figure 1/3
        child | referrals  | referral outcome  | assessments   | expect
        A     | 2014-08-04 | -                 | 2014-08-05 to | met
        B     | 2014-08-04 | single assessment | 2014-08-05 to | not met
        C     | 2014-08-04 | -                 |               | not met
    """,
)
