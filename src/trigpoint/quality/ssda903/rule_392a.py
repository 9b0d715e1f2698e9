"""Rule 392a."""

from __future__ import annotations

from trigpoint.quality.care import RESPITE
from trigpoint.quality.places import distance
from trigpoint.quality.return_rule import Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.quality.unaccompanied import was_lately_unaccompanied
from trigpoint.records.returns.ssda903 import UASC, Episodes, Header


def _lacks_distance(row: Episodes) -> bool:
    return row.LS not in RESPITE and distance(row) is None and not was_lately_unaccompanied(row.child)


rule_392a = ReturnRule(
    code="392a",
    title="The distance from home to the placement cannot be worked out",
    mend="correct the postcodes of the child's home and of the placement",
    source=SOURCE,
    lists=Episodes,
    fields=("HOME_POST", "PL_POST", "LS"),
    fails=_lacks_distance,
    reads=(Header, UASC),
    needs=frozenset({Need.POSTCODES}),
    examples="""
        fails: Episodes LS=C2 HOME_POST=AB11AA
        fails: Episodes LS=C2 HOME_POST=AB11AA PL_POST=AB99ZZ
        passes: Episodes LS=C2 HOME_POST=AB11AA PL_POST=AB12AA
        passes: Episodes LS=V3 HOME_POST=AB11AA
        passes: Episodes LS=V4 HOME_POST=AB11AA
        passes: UASC; Episodes LS=C2
        passes: last year UASC; Episodes LS=C2
    """,
)
