"""Rule 217."""

from datetime import date

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

_SINCE = date(2015, 4, 1)


def _is_odd(row: Episodes) -> bool:
    asked = row.PLACE in {"A3", "A5"} and row.DECOM is not None and row.DECOM >= _SINCE
    return asked and row.RNE not in {"S", "T", "U"}


rule_217 = ReturnRule(
    code="217",
    title="A placement for adoption with the present foster carers begins for a reason that does not fit",
    mend="correct the reason for the new episode, or the placement",
    source=SOURCE,
    lists=Episodes,
    fields=("RNE", "PLACE", "DECOM"),
    fails=_is_odd,
    examples="""
        fails: Episodes PLACE=A3 DECOM=01/04/2015 RNE=L
        fails: Episodes PLACE=A5 DECOM=01/04/2026
        passes: Episodes PLACE=A3 DECOM=31/03/2015 RNE=L
        passes: Episodes PLACE=A3 DECOM=01/04/2026 RNE=U
        passes: Episodes PLACE=A4 DECOM=01/04/2026 RNE=L
    """,
)
