"""A child was referred again while the episode of need before was still open."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import Referral

two_open_episodes_of_need = RecordRule(
    title="A child was referred again while the episode of need before was still open",
    mend="Close the earlier one, or record the later as a contact on the open case",
    source=SOURCE,
    severity="warning",
    of=(Referral,),
    fails=Referral.end.is_missing() & ~Referral.next_start.is_missing(),
    mended={Referral.end: Referral.next_start},
    examples="""
        fails: *Referral start=2024-01-01; Referral start=2024-05-01
        passes: Referral start=2024-01-01 end=2024-04-01; Referral start=2024-05-01
    """,
)
