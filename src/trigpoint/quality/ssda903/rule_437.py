"""Rule 437."""

from trigpoint.quality.care import later
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

rule_437 = ReturnRule(
    code="437",
    title="An episode follows one that ended with the child's death or with an age assessment of 18 or over",
    mend="correct the reason for which this episode ended, or take out those after it",
    source=SOURCE,
    lists=Episodes,
    fields=("REC", "DECOM"),
    fails=lambda row: row.REC in {"E2", "E15"} and later(row),
    examples="""
        fails: *Episodes DECOM=01/05/2026 REC=E2; Episodes DECOM=01/06/2026
        fails: *Episodes DECOM=01/05/2026 REC=E15; Episodes DECOM=01/06/2026
        passes: Episodes DECOM=01/05/2026 REC=X1; Episodes DECOM=01/06/2026 REC=E2
    """,
)
