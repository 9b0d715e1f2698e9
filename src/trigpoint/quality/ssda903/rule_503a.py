"""Rule 503A."""

from trigpoint.quality.between_years import carried_over
from trigpoint.quality.return_rule import Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

rule_503a = ReturnRule(
    code="503A",
    title="An episode open at the end of last year now has another reason for beginning",
    mend="correct what is wrong in this return; if last year's was wrong, ask DfE to amend it",
    source=SOURCE,
    lists=Episodes,
    fields=("RNE", "DECOM", "DEC"),
    finds=lambda collection: [now for then, now in carried_over(collection) if now.RNE != then.RNE],
    needs=frozenset({Need.LAST_YEAR}),
    examples="""
        fails: last year Episodes DECOM=01/05/2025 RNE=S; *Episodes DECOM=01/05/2025 RNE=P; Episodes DECOM=1/5/2026 RNE=S
        fails: last year Episodes DECOM=01/05/2025 RNE=S; Episodes DECOM=01/05/2025
        passes: last year Episodes DECOM=01/05/2025 RNE=S; Episodes DECOM=01/05/2025 RNE=S; Episodes DECOM=01/05/2026 RNE=P
        passes: last year Episodes DECOM=01/05/2025; Episodes DECOM=01/05/2025
        passes: last year Episodes DECOM=01/05/2025 DEC=01/06/2025 RNE=S; Episodes DECOM=01/05/2026 RNE=P
    """,
)
