"""A conference was held before its section 47 enquiry began."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import Conference

conference_before_enquiry = RecordRule(
    title="A conference was held before its section 47 enquiry began",
    mend="Correct the date of the conference, or link it to the enquiry that led to it",
    source=SOURCE,
    who="business support",
    of=(Conference,),
    fails=Conference.start < Conference.enquiry_start,
    mended={Conference.start: Conference.enquiry_start},
    examples="""
        fails: Conference start=2024-04-30 icpc_s47_enquiry_id=E1; Enquiry id=E1 start=2024-05-01
        passes: Conference start=2024-05-01 icpc_s47_enquiry_id=E1; Enquiry id=E1 start=2024-05-01
    """,
)
