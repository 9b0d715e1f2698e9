"""A code is in none of the code sets."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import RecordView

code_unknown = RecordRule(
    title="A code is in none of the code sets",
    mend="Choose a code of the list",
    source=SOURCE,
    who="business support",
    fails=~RecordView.unknown_code.is_missing(),
    mended={},
    examples="""
        fails: CpPlan cppl_cp_plan_initial_category=XYZ
        fails: Person sex=x
        passes: CpPlan cppl_cp_plan_initial_category=NEG
        passes: CpPlan start=2024-05-01
    """,
)
