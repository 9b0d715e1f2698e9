"""Rule 375."""

from trigpoint.quality.days import days_after, is_after
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

rule_375 = ReturnRule(
    code="375",
    title="A temporary stay in hospital lasts more than six weeks",
    mend="correct its dates, or record the stay as a placement that is not temporary",
    source=SOURCE,
    lists=Episodes,
    fields=("PLACE", "DECOM", "DEC"),
    fails=lambda row: row.PLACE == "T1" and is_after(row.DEC, days_after(row.DECOM, 42)),
    doubt="A placement still open is not tested; whether it counts to the end of the year must be checked with DfE",
    examples="""
        fails: Episodes DECOM=01/05/2026 DEC=13/06/2026 PLACE=T1
        passes: Episodes DECOM=01/05/2026 DEC=12/06/2026 PLACE=T1
        passes: Episodes DECOM=01/05/2026 DEC=13/06/2026 PLACE=U1
        passes: Episodes DECOM=01/05/2026 PLACE=T1
    """,
)
