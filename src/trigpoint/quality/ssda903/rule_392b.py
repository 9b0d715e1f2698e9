"""Rule 392b."""

from __future__ import annotations

from trigpoint.quality.care import RESPITE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.quality.unaccompanied import was_lately_unaccompanied
from trigpoint.records.returns.ssda903 import UASC, Episodes, Header


def _lacks_postcode(row: Episodes) -> bool:
    if row.LS in RESPITE or (row.HOME_POST and row.PL_POST):
        return False
    return not was_lately_unaccompanied(row.child)


rule_392b = ReturnRule(
    code="392b",
    title="The home or the placement has no postcode",
    mend="record the postcode of the child's home and of the placement",
    source=SOURCE,
    lists=Episodes,
    fields=("HOME_POST", "PL_POST", "LS"),
    fails=_lacks_postcode,
    reads=(Header, UASC),
    examples="""
        fails: Episodes LS=C2 PL_POST=AB11AA
        fails: Episodes LS=C2 HOME_POST=AB11AA
        fails: UASC child=2; last year UASC child=3; Episodes LS=C2
        passes: Episodes LS=C2 HOME_POST=AB11AA PL_POST=AB12AA
        passes: Episodes LS=V3
        passes: Episodes LS=V4
        passes: UASC; Episodes LS=C2
        passes: Header UASC=1; Episodes LS=C2
        passes: last year UASC; Episodes LS=C2
    """,
)
