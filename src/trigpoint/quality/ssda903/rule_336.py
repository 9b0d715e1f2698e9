"""Rule 336."""

from trigpoint.quality.care import earlier
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

_FOSTERED = frozenset({"A3", "A4", "A5", "A6", "U1", "U2", "U3", "U4", "U5", "U6"})


def _is_unfostered(row: Episodes) -> bool:
    before = earlier(row) if row.PLACE in {"A3", "A5"} else None
    return before is not None and before.PLACE not in _FOSTERED


rule_336 = ReturnRule(
    code="336",
    title="A placement for adoption with the present foster carers follows one that is no foster care",
    mend="correct the placement, or the one of the episode before",
    source=SOURCE,
    lists=Episodes,
    fields=("PLACE", "DECOM"),
    fails=_is_unfostered,
    examples="""
        fails: Episodes DECOM=01/05/2026 PLACE=K2; *Episodes DECOM=01/06/2026 PLACE=A3
        fails: Episodes DECOM=01/05/2026; *Episodes DECOM=01/06/2026 PLACE=A5
        passes: Episodes DECOM=01/05/2026 PLACE=U6; Episodes DECOM=01/06/2026 PLACE=A3
        passes: Episodes DECOM=01/05/2026 PLACE=A3; Episodes DECOM=01/06/2026 PLACE=A5
        passes: Episodes DECOM=01/05/2026 PLACE=K2; Episodes DECOM=01/06/2026 PLACE=A4
        passes: Episodes DECOM=01/05/2026 PLACE=A3
    """,
)
