"""A worker is still allocated more than a fortnight after the case was closed."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import Involvement

allocation_open_on_closed_case = RecordRule(
    title="A worker is still allocated more than a fortnight after the case was closed",
    mend="End the allocation, or reopen the case",
    source=SOURCE,
    of=(Involvement,),
    fails=Involvement.end.is_missing() & (Involvement.fortnight_on < Involvement.as_at),
    mended={Involvement.end: Involvement.case_closed_on},
    examples="""
        fails: Involvement start=2024-01-01 invo_referral_id=R1; Referral id=R1 end=2024-12-16
        passes: Involvement start=2024-01-01 invo_referral_id=R1; Referral id=R1 end=2024-12-17
        passes: Involvement start=2024-01-01 invo_referral_id=R1; Referral id=R1
    """,
)
