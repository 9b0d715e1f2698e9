"""Rule 357."""

from trigpoint.quality.care import earliest
from trigpoint.quality.days import is_before
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

rule_357 = ReturnRule(
    code="357",
    title="The child's first episode of the year does not say that care began",
    mend="give the episode in which care began the reason S, or add the episode that is missing before it",
    source=SOURCE,
    lists=Episodes,
    fields=("RNE", "DECOM"),
    fails=lambda row: (
        row.RNE != "S" and row is earliest(row.child) and not is_before(row.DECOM, row.collection.first_day)
    ),
    examples="""
        fails: Episodes DECOM=01/04/2026 RNE=P
        fails: Episodes DECOM=02/04/2026
        fails: *Episodes DECOM=02/04/2026 RNE=L; Episodes DECOM=03/04/2026 RNE=P
        passes: Episodes DECOM=31/03/2026 RNE=P
        passes: Episodes DECOM=01/04/2026 RNE=S; Episodes DECOM=03/04/2026 RNE=P
    """,
)
