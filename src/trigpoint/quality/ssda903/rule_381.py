"""Rule 381."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.quality.stays import TEMPORARY
from trigpoint.records.returns.ssda903 import Episodes

rule_381 = ReturnRule(
    code="381",
    title="A temporary placement ends with the child leaving care",
    mend="record the return to the usual placement, end the temporary one with X1 and let care end in the usual one",
    source=SOURCE,
    lists=Episodes,
    fields=("REC", "PLACE"),
    fails=lambda row: row.PLACE in TEMPORARY and row.REC and row.REC != "X1",
    examples="""
        fails: Episodes PLACE=T1 REC=E4A
        passes: Episodes PLACE=T1 REC=X1
        passes: Episodes PLACE=T1
        passes: Episodes PLACE=U1 REC=E4A
    """,
)
