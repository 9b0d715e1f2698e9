"""Rule 361."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.runs import runs
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

rule_361 = ReturnRule(
    code="361",
    title="Police protection lasts more than 3 days",
    mend="end police protection after at most 72 hours, or record the legal status that followed",
    source=SOURCE,
    lists=Episodes,
    fields=("DECOM", "DEC", "LS"),
    finds=lambda collection: runs(collection, "L1", longer_than=3),
    examples="""
        fails: Episodes DECOM=01/05/2026 DEC=05/05/2026 LS=L1
        fails: Episodes DECOM=03/05/2026 DEC=05/05/2026 LS=L1; Episodes DECOM=01/05/2026 DEC=03/05/2026 LS=L1
        fails: Episodes DECOM=27/03/2027 LS=L1
        passes: Episodes DECOM=01/05/2026 DEC=04/05/2026 LS=L1
        passes: Episodes DECOM=01/05/2026 DEC=03/05/2026 LS=L1; Episodes DECOM=04/05/2026 DEC=05/05/2026 LS=L1
        passes: Episodes DECOM=01/05/2026 DEC=03/05/2026 LS=L1; Episodes DECOM=03/05/2026 DEC=05/05/2026 LS=C1
        passes: Episodes DECOM=28/03/2027 LS=L1
    """,
)
