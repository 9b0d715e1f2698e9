"""Rule 364."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.runs import runs
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

rule_364 = ReturnRule(
    code="364",
    title="A stay of a child detained by the police (J2) lasts more than 21 days",
    mend="correct the dates, or record the legal status that followed",
    source=SOURCE,
    lists=Episodes,
    fields=("DECOM", "DEC", "LS"),
    finds=lambda collection: runs(collection, "J2", longer_than=21),
    examples="""
        fails: Episodes DECOM=01/05/2026 DEC=23/05/2026 LS=J2
        fails: Episodes DECOM=03/05/2026 DEC=23/05/2026 LS=J2; Episodes DECOM=01/05/2026 DEC=03/05/2026 LS=J2
        fails: Episodes DECOM=09/03/2027 LS=J2
        passes: Episodes DECOM=01/05/2026 DEC=22/05/2026 LS=J2
        passes: Episodes DECOM=01/05/2026 DEC=03/05/2026 LS=J2; Episodes DECOM=04/05/2026 DEC=23/05/2026 LS=J2
        passes: Episodes DECOM=01/05/2026 DEC=03/05/2026 LS=J2; Episodes DECOM=03/05/2026 DEC=23/05/2026 LS=C1
        passes: Episodes DECOM=10/03/2027 LS=J2
    """,
)
