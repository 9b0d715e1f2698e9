"""It starts more than 300 days before the child was born."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import Contact

long_before_birth = RecordRule(
    title="It starts more than 300 days before the child was born",
    mend="Correct the date, or the date of birth, or whose record it is",
    source=SOURCE,
    fails=Contact.start < Contact.before_conception,
    mended={},
    examples="""
        fails: Referral start=2023-01-01; Person birth_date=2024-06-01
        passes: Referral start=2024-02-01; Person birth_date=2024-06-01
    """,
)
