"""Rule 363."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.runs import runs
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

rule_363 = ReturnRule(
    code="363",
    title="A child assessment order lasts more than 7 days",
    mend="end the order after at most 7 days, or record the legal status that followed",
    source=SOURCE,
    lists=Episodes,
    fields=("DECOM", "DEC", "LS"),
    finds=lambda collection: runs(collection, "L3", longer_than=7),
    examples="""
        fails: Episodes DECOM=01/05/2026 DEC=09/05/2026 LS=L3
        fails: Episodes DECOM=03/05/2026 DEC=09/05/2026 LS=L3; Episodes DECOM=01/05/2026 DEC=03/05/2026 LS=L3
        fails: Episodes DECOM=23/03/2027 LS=L3
        passes: Episodes DECOM=01/05/2026 DEC=08/05/2026 LS=L3
        passes: Episodes DECOM=01/05/2026 DEC=03/05/2026 LS=L3; Episodes DECOM=04/05/2026 DEC=09/05/2026 LS=L3
        passes: Episodes DECOM=01/05/2026 DEC=03/05/2026 LS=L3; Episodes DECOM=03/05/2026 DEC=09/05/2026 LS=C1
        passes: Episodes DECOM=24/03/2027 LS=L3
    """,
)
