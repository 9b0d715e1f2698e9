"""A question is answered neither yes nor no."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import RecordView

answer_unknown = RecordRule(
    title="A question is answered neither yes nor no",
    mend="Answer yes or no",
    source=SOURCE,
    severity="warning",
    who="business support",
    fails=~RecordView.unknown_answer.is_missing(),
    mended={},
    examples="""
        fails: CpVisit cppv_cp_visit_seen=maybe
        passes: CpVisit cppv_cp_visit_seen=Y
        passes: CpVisit start=2024-05-01
    """,
)
