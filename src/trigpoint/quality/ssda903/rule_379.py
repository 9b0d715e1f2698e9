"""Rule 379."""

from trigpoint.quality.days import days_after, is_after
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

rule_379 = ReturnRule(
    code="379",
    title="A temporary placement of at most seven days (T4) lasts longer",
    mend="correct its dates, or record the stay as a placement that is not temporary",
    source=SOURCE,
    lists=Episodes,
    fields=("PLACE", "DECOM", "DEC"),
    fails=lambda row: row.PLACE == "T4" and is_after(row.DEC, days_after(row.DECOM, 7)),
    doubt="A placement still open is not tested; whether it counts to the end of the year must be checked with DfE",
    examples="""
        fails: Episodes DECOM=01/05/2026 DEC=09/05/2026 PLACE=T4
        passes: Episodes DECOM=01/05/2026 DEC=08/05/2026 PLACE=T4
        passes: Episodes DECOM=01/05/2026 DEC=09/05/2026 PLACE=U1
        passes: Episodes DECOM=01/05/2026 PLACE=T4
    """,
)
