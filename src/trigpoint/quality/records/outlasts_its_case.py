"""It ends after the case that it belongs to was closed."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import CinPlan, CpPlan, Enquiry

outlasts_its_case = RecordRule(
    title="It ends after the case that it belongs to was closed",
    mend="Correct the end, or the day on which the case was closed",
    source=SOURCE,
    severity="warning",
    of=(CinPlan, CpPlan, Enquiry),
    fails=CpPlan.end > CpPlan.case_closed_on,
    mended={CpPlan.end: CpPlan.case_closed_on},
    examples="""
        fails: CpPlan start=2024-01-01 end=2024-05-02 cppl_referral_id=R1; Referral id=R1 end=2024-05-01
        fails: Enquiry start=2024-01-01 end=2024-05-02 s47e_referral_id=R1; Referral id=R1 end=2024-05-01
        passes: CpPlan start=2024-01-01 end=2024-05-01 cppl_referral_id=R1; Referral id=R1 end=2024-05-01
        passes: CpPlan start=2024-01-01 end=2024-05-02 cppl_referral_id=R1; Referral id=R1
    """,
)
