"""Rule 567."""

from trigpoint.quality.days import is_after
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Missing

rule_567 = ReturnRule(
    code="567",
    title="The child came back before going missing",
    mend="correct the day on which the episode began or the day on which it ended",
    source=SOURCE,
    lists=Missing,
    fields=("MIS_START", "MIS_END"),
    fails=lambda row: is_after(row.MIS_START, row.MIS_END),
    examples="""
        fails: Missing MIS_START=02/05/2026 MIS_END=01/05/2026
        passes: Missing MIS_START=02/05/2026 MIS_END=02/05/2026
        passes: Missing MIS_START=02/05/2026
    """,
)
