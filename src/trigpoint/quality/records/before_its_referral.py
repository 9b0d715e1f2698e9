"""It starts before the referral that it belongs to."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import Assessment, CinPlan, Enquiry

before_its_referral = RecordRule(
    title="It starts before the referral that it belongs to",
    mend="Correct the date, or link it to the referral it belongs to",
    source=SOURCE,
    of=(
        Assessment,
        Enquiry,
        CinPlan,
    ),
    fails=Assessment.start < Assessment.referred_on,
    mended={Assessment.start: Assessment.referred_on},
    examples="""
        fails: Assessment start=2024-04-30 cina_referral_id=R1; Referral id=R1 start=2024-05-01
        fails: Enquiry start=2024-04-30 s47e_referral_id=R1; Referral id=R1 start=2024-05-01
        passes: Assessment start=2024-05-01 cina_referral_id=R1; Referral id=R1 start=2024-05-01
    """,
)
