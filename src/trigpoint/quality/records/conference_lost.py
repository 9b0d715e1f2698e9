"""The conference that made the plan is not in the records."""

from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.records import SOURCE
from trigpoint.quality.rows import CpPlan

conference_lost = RecordRule(
    title="The conference that made the plan is not in the records",
    mend="Link the plan to its conference",
    source=SOURCE,
    who="business support",
    fails=CpPlan.conference_lost == 1,
    mended={},
    examples="""
        fails: CpPlan cppl_icpc_id=C9; Conference id=C1
        passes: CpPlan cppl_icpc_id=C1; Conference id=C1
    """,
)
