"""Rule 503J."""

from trigpoint.quality.between_years import carried_over
from trigpoint.quality.places import location
from trigpoint.quality.return_rule import Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

rule_503j = ReturnRule(
    code="503J",
    title="An episode open at the end of last year is now placed in the authority and was out of it, or the other way",
    mend="correct what is wrong in this return; if last year's was wrong, ask DfE to amend it",
    source=SOURCE,
    lists=Episodes,
    fields=("PL_POST", "DECOM", "DEC"),
    finds=lambda collection: [now for then, now in carried_over(collection) if location(then) != location(now)],
    needs=frozenset({Need.LAST_YEAR, Need.POSTCODES, Need.AUTHORITY}),
    examples="""
        fails: last year Episodes DECOM=01/05/2025 PL_POST=AB12AA; Episodes DECOM=01/05/2025 PL_POST=CD11AA
        fails: last year Episodes DECOM=01/05/2025 PL_POST=AB12AA; Episodes DECOM=01/05/2025
        fails: last year Episodes DECOM=01/05/2025; Episodes DECOM=01/05/2025 PL_POST=AB12AA
        passes: last year Episodes DECOM=01/05/2025 PL_POST=AB12AA; Episodes DECOM=01/05/2025 PL_POST=AB11AA
        passes: last year Episodes DECOM=01/05/2025; Episodes DECOM=01/05/2025
        passes: last year Episodes DECOM=01/05/2025 DEC=01/06/2025 PL_POST=AB12AA; Episodes DECOM=01/05/2026 PL_POST=CD11AA
    """,
)
