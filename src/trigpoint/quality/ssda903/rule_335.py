"""Rule 335."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import AD1, Episodes

_AT_ODDS = {"A3": "0", "A5": "0", "A4": "1", "A6": "1"}


def _is_at_odds(row: Episodes) -> bool:
    if row.REC not in {"E11", "E12"} or row.PLACE not in _AT_ODDS:
        return False
    return any(_AT_ODDS[row.PLACE] == one.FOSTER_CARE for one in row.child.rows(AD1))


rule_335 = ReturnRule(
    code="335",
    title="Whether the adopters fostered the child before does not fit the placement that ended in adoption",
    mend="correct the answer, or the placement: A3 and A5 are with the present foster carers, A4 and A6 not",
    source=SOURCE,
    lists=Episodes,
    fields=("PLACE", "FOSTER_CARE", "REC"),
    reads=(AD1,),
    fails=_is_at_odds,
    examples="""
        fails: Episodes PLACE=A3 REC=E11; AD1 FOSTER_CARE=0
        fails: Episodes PLACE=A6 REC=E12; AD1 FOSTER_CARE=1
        passes: Episodes PLACE=A3 REC=E11; AD1 FOSTER_CARE=1
        passes: Episodes PLACE=A4 REC=E11; AD1 FOSTER_CARE=0
        passes: Episodes PLACE=A3 REC=X1; AD1 FOSTER_CARE=0
        passes: Episodes PLACE=A3 REC=E11; AD1
    """,
)
