"""Rule 452."""

from trigpoint.quality.between_years import carried_over
from trigpoint.quality.places import authority
from trigpoint.quality.return_rule import Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

rule_452 = ReturnRule(
    code="452",
    title="An episode open at the end of last year, begun for the same reason, is now placed in another authority",
    mend="correct what is wrong in this return; if last year's was wrong, ask DfE to amend it",
    source=SOURCE,
    lists=Episodes,
    fields=("PL_POST", "RNE", "DECOM", "DEC"),
    finds=lambda collection: [
        now for then, now in carried_over(collection) if then.RNE == now.RNE and authority(then) != authority(now)
    ],
    needs=frozenset({Need.LAST_YEAR, Need.POSTCODES}),
    examples="""
        fails: last year Episodes DECOM=01/05/2025 RNE=S PL_POST=AB12AA; Episodes DECOM=01/05/2025 RNE=S PL_POST=CD11AA
        fails: last year Episodes DECOM=01/05/2025 RNE=S PL_POST=AB12AA; Episodes DECOM=01/05/2025 RNE=S
        fails: last year Episodes DECOM=01/05/2025 RNE=S; Episodes DECOM=01/05/2025 RNE=S PL_POST=AB12AA
        passes: last year Episodes DECOM=01/05/2025 RNE=S PL_POST=AB12AA; Episodes DECOM=01/05/2025 RNE=S PL_POST=AB11AA
        passes: last year Episodes DECOM=01/05/2025 RNE=S; Episodes DECOM=01/05/2025 RNE=S
        passes: last year Episodes DECOM=01/05/2025 RNE=S DEC=01/06/2025 PL_POST=AB12AA; Episodes DECOM=01/05/2026 RNE=S PL_POST=CD11AA
        passes: last year Episodes DECOM=01/05/2025 RNE=S PL_POST=AB12AA; Episodes DECOM=01/05/2025 RNE=P PL_POST=CD11AA
    """,
)
