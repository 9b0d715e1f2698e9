"""The section 47 enquiry that it belongs to is not in the records."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import Conference

enquiry_lost = RecordRule(
    title="The section 47 enquiry that it belongs to is not in the records",
    mend="Link it to the child's enquiry",
    source=SOURCE,
    who="business support",
    fails=Conference.enquiry_lost == 1,
    mended={},
    examples="""
        fails: Conference icpc_s47_enquiry_id=E9; Enquiry id=E1
        passes: Conference icpc_s47_enquiry_id=E1; Enquiry id=E1
        passes: Conference start=2024-05-01; Enquiry id=E1
    """,
)
