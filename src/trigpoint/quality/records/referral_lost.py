"""The referral that it belongs to is not in the records."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import Assessment

referral_lost = RecordRule(
    title="The referral that it belongs to is not in the records",
    mend="Link it to the child's referral",
    source=SOURCE,
    who="business support",
    fails=Assessment.referral_lost == 1,
    mended={},
    examples="""
        fails: Assessment cina_referral_id=R9; Referral id=R1
        passes: Assessment cina_referral_id=R1; Referral id=R1
        passes: Assessment start=2024-05-01; Referral id=R1
    """,
)
