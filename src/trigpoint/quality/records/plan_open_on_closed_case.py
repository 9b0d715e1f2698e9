"""A plan is open though the case is closed."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import CinPlan, CpPlan

plan_open_on_closed_case = RecordRule(
    title="A plan is open though the case is closed",
    mend="End the plan, or reopen the case",
    source=SOURCE,
    of=(
        CpPlan,
        CinPlan,
    ),
    fails=CpPlan.end.is_missing() & (CpPlan.case_closed_on <= CpPlan.as_at),
    mended={CpPlan.end: CpPlan.case_closed_on},
    examples="""
        fails: CpPlan start=2024-01-01 cppl_referral_id=R1; Referral id=R1 end=2024-05-01
        fails: CinPlan start=2024-01-01 cinp_referral_id=R1; Referral id=R1 end=2024-05-01
        passes: CpPlan start=2024-01-01 cppl_referral_id=R1; Referral id=R1
        passes: CpPlan start=2024-01-01 end=2024-05-01 cppl_referral_id=R1; Referral id=R1 end=2024-05-01
    """,
)
