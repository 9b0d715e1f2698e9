"""Rule 1015."""

from trigpoint.quality.care import RESPITE
from trigpoint.quality.places import location
from trigpoint.quality.return_rule import Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

MAY_LIE_ELSEWHERE = frozenset({"A3", "A4", "A5", "A6", "U1", "U2", "U3", "U4", "U5", "U6"})


def _is_elsewhere(row: Episodes) -> bool:
    return (
        row.PLACE_PROVIDER == "PR1"
        and row.LS not in {None, *RESPITE}
        and row.PLACE is not None
        and row.PLACE not in MAY_LIE_ELSEWHERE
        and location(row) != "IN"
    )


rule_1015 = ReturnRule(
    code="1015",
    title="A placement provided by the returning authority does not lie within it",
    mend="check the postcode of the placement and who provides it",
    source=SOURCE,
    lists=Episodes,
    fields=("PLACE_PROVIDER", "PL_POST", "PLACE", "LS"),
    needs=frozenset({Need.POSTCODES, Need.AUTHORITY}),
    fails=_is_elsewhere,
    examples="""
        fails: Episodes PLACE_PROVIDER=PR1 LS=C2 PLACE=K2 PL_POST='CD1 1AA'
        fails: Episodes PLACE_PROVIDER=PR1 LS=C2 PLACE=K2 PL_POST='ZZ1 1AA'
        fails: Episodes PLACE_PROVIDER=PR1 LS=C2 PLACE=K2
        passes: Episodes PLACE_PROVIDER=PR1 LS=C2 PLACE=K2 PL_POST='AB1 1AA'
        passes: Episodes PLACE_PROVIDER=PR2 LS=C2 PLACE=K2 PL_POST='CD1 1AA'
        passes: Episodes PLACE_PROVIDER=PR1 LS=V3 PLACE=K2 PL_POST='CD1 1AA'
        passes: Episodes PLACE_PROVIDER=PR1 LS=V4 PLACE=K2 PL_POST='CD1 1AA'
        passes: Episodes PLACE_PROVIDER=PR1 PLACE=K2 PL_POST='CD1 1AA'
        passes: Episodes PLACE_PROVIDER=PR1 LS=C2 PL_POST='CD1 1AA'
        passes: Episodes PLACE_PROVIDER=PR1 LS=C2 PLACE=U1 PL_POST='CD1 1AA'
    """,
)
