"""Rule 221."""

from trigpoint.quality.care import RESPITE
from trigpoint.quality.places import plain, provider, urn
from trigpoint.quality.return_rule import Condition, Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

_OLDEST = frozenset({"K1", "K2", "R3", "S1"})
_OF_2024 = _OLDEST | {"H5"}
_NEWEST = _OLDEST | {"K3"}


def _is_elsewhere(row: Episodes, homes: frozenset[str]) -> bool:
    if row.PLACE not in homes or row.LS in RESPITE or not row.PL_POST or urn(row) is None:
        return False
    provided = provider(row)
    return provided is None or plain(provided.postcode) != plain(row.PL_POST)


rule_221 = ReturnRule(
    code="221",
    title="The postcode of the placement is not the one of the provider of the URN",
    mend="correct the URN or the postcode against Ofsted's list",
    source=SOURCE,
    who="business support",
    lists=Episodes,
    fields=("URN", "PL_POST", "LS", "PLACE"),
    needs=frozenset({Need.PROVIDERS}),
    since=2025,
    fails=lambda row: _is_elsewhere(row, _NEWEST),
    earlier=(
        Condition(lists=Episodes, until=2023, fails=lambda row: _is_elsewhere(row, _OLDEST)),
        Condition(lists=Episodes, since=2024, until=2024, fails=lambda row: _is_elsewhere(row, _OF_2024)),
    ),
    examples="""
        fails: Episodes LS=C2 PLACE=K2 URN=SC000001 PL_POST='AB1 1AA'
        passes: Episodes LS=C2 PLACE=K2 URN=SC000001 PL_POST='AB1 2AA'
        fails: Episodes LS=C2 PLACE=K3 URN=SC000009 PL_POST='AB1 2AA'
        passes: Episodes LS=V4 PLACE=K2 URN=SC000001 PL_POST='AB1 1AA'
        passes: Episodes LS=C2 PLACE=U1 URN=SC000001 PL_POST='AB1 1AA'
        passes: Episodes LS=C2 PLACE=K2 URN=SC000001
        passes: Episodes LS=C2 PLACE=K2 URN=XXXXXXX PL_POST='AB1 1AA'
        fails in 2024: Episodes LS=C2 PLACE=H5 URN=SC000001 PL_POST=AB11AA
        passes in 2024: Episodes LS=C2 PLACE=K3 URN=SC000001 PL_POST=AB11AA
        fails in 2023: Episodes LS=C2 PLACE=S1 URN=SC000001 PL_POST=AB11AA
        passes in 2023: Episodes LS=C2 PLACE=H5 URN=SC000001 PL_POST=AB11AA
    """,
)
