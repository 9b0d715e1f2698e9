"""Rule 362."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.runs import runs
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

rule_362 = ReturnRule(
    code="362",
    title="An emergency protection order lasts more than 21 days",
    mend="end the order after at most 21 days, or record the legal status that followed",
    source=SOURCE,
    lists=Episodes,
    fields=("DECOM", "DEC", "LS"),
    finds=lambda collection: runs(collection, "L2", longer_than=21),
    examples="""
        fails: Episodes DECOM=01/05/2026 DEC=23/05/2026 LS=L2
        fails: Episodes DECOM=03/05/2026 DEC=23/05/2026 LS=L2; Episodes DECOM=01/05/2026 DEC=03/05/2026 LS=L2
        fails: Episodes DECOM=09/03/2027 LS=L2
        passes: Episodes DECOM=01/05/2026 DEC=22/05/2026 LS=L2
        passes: Episodes DECOM=01/05/2026 DEC=03/05/2026 LS=L2; Episodes DECOM=04/05/2026 DEC=23/05/2026 LS=L2
        passes: Episodes DECOM=01/05/2026 DEC=03/05/2026 LS=L2; Episodes DECOM=03/05/2026 DEC=23/05/2026 LS=C1
        passes: Episodes DECOM=10/03/2027 LS=L2
    """,
)
