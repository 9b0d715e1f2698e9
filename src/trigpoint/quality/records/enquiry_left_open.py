"""A section 47 enquiry has been open for more than 90 days."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import Enquiry

enquiry_left_open = RecordRule(
    title="A section 47 enquiry has been open for more than 90 days",
    mend="Enter the end of the enquiry",
    source=SOURCE,
    of=(Enquiry,),
    fails=Enquiry.end.is_missing() & (Enquiry.ninety_days_on < Enquiry.as_at),
    mended={Enquiry.end: Enquiry.ninety_days_on},
    examples="""
        fails: Enquiry start=2024-10-01
        passes: Enquiry start=2024-10-02
        passes: Enquiry start=2024-01-01 end=2024-01-10
    """,
)
