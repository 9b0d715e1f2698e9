"""Rule 453."""

from trigpoint.quality.between_years import carried_over, is_other_distance
from trigpoint.quality.return_rule import Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

rule_453 = ReturnRule(
    code="453",
    title="An episode open at the end of last year, begun for the same reason, is now at another distance from home",
    mend="correct what is wrong in this return; if last year's was wrong, ask DfE to amend it",
    source=SOURCE,
    lists=Episodes,
    fields=("HOME_POST", "PL_POST", "RNE", "DECOM", "DEC"),
    finds=lambda collection: [
        now for then, now in carried_over(collection) if then.RNE == now.RNE and is_other_distance(then, now)
    ],
    needs=frozenset({Need.LAST_YEAR, Need.POSTCODES}),
    examples="""
        fails: last year Episodes DECOM=01/05/2025 RNE=S HOME_POST=AB11AA PL_POST=AB12AA; Episodes DECOM=01/05/2025 RNE=S HOME_POST=AB11AA PL_POST=AB11AA
        fails: last year Episodes DECOM=01/05/2025 RNE=S HOME_POST=AB11AA PL_POST=AB12AA; Episodes DECOM=01/05/2025 RNE=S HOME_POST=AB11AA
        fails: last year Episodes DECOM=01/05/2025 RNE=S HOME_POST=AB11AA; Episodes DECOM=01/05/2025 RNE=S HOME_POST=AB11AA PL_POST=AB12AA
        passes: last year Episodes DECOM=01/05/2025 RNE=S HOME_POST=AB11AA PL_POST=AB12AA; Episodes DECOM=01/05/2025 RNE=S HOME_POST=AB11AA PL_POST=AB12AA
        passes: last year Episodes DECOM=01/05/2025 RNE=S; Episodes DECOM=01/05/2025 RNE=S
        passes: last year Episodes DECOM=01/05/2025 RNE=S DEC=01/06/2025 HOME_POST=AB11AA PL_POST=AB12AA; Episodes DECOM=01/05/2026 RNE=S HOME_POST=AB11AA PL_POST=AB11AA
        passes: last year Episodes DECOM=01/05/2025 RNE=S HOME_POST=AB11AA PL_POST=AB12AA; Episodes DECOM=01/05/2025 RNE=P HOME_POST=AB11AA PL_POST=AB11AA
    """,
)
