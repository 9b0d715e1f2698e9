"""Rule 1011."""

from trigpoint.quality.care import latest
from trigpoint.quality.leavers import is_told
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import OC3, Episodes


def _is_elsewhere(row: OC3) -> bool:
    newest = latest(row.child)
    return is_told(row) and newest is not None and newest.REC == "E3"


rule_1011 = ReturnRule(
    code="1011",
    title="A young person whose care was taken over by another authority is returned as a care leaver",
    mend="leave contact, activity and accommodation blank; the other authority returns them",
    source=SOURCE,
    lists=OC3,
    fields=("IN_TOUCH", "ACTIV", "ACCOM", "DECOM", "REC"),
    reads=(Episodes,),
    fails=_is_elsewhere,
    examples="""
        fails: OC3 IN_TOUCH=YES; Episodes DECOM=01/05/2026 REC=X1; Episodes DECOM=01/06/2026 REC=E3
        passes: OC3 IN_TOUCH=YES; Episodes DECOM=01/05/2026 REC=E3; Episodes DECOM=01/06/2026
        passes: OC3; Episodes DECOM=01/05/2026 REC=E3
        passes: OC3 IN_TOUCH=YES
    """,
)
