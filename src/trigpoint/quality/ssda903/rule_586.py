"""Rule 586."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Missing

rule_586 = ReturnRule(
    code="586",
    title="A missing episode begins before the child was born or on the day of birth",
    mend="correct the first day of the missing episode or the date of birth",
    source=SOURCE,
    lists=Missing,
    fields=("MIS_START", "DOB"),
    fails=lambda row: row.MIS_START and row.DOB and row.MIS_START <= row.DOB,
    examples="""
        fails: Missing DOB=01/05/2026 MIS_START=01/05/2026
        passes: Missing DOB=01/05/2026 MIS_START=02/05/2026
        passes: Missing MIS_START=02/05/2026
    """,
)
