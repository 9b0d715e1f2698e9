"""Rule 218."""

from trigpoint.quality.places import is_outside_england
from trigpoint.quality.return_rule import Condition, Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.quality.stays import TEMPORARY, is_open
from trigpoint.records.returns.ssda903 import Episodes

_ALWAYS = TEMPORARY | {"P1", "P3", "R1", "R2", "R5"}
_OLDEST = _ALWAYS | {"H5", "P2", "Z1"}
_OF_2025 = _ALWAYS | {"Z1"}
_NEWEST = _ALWAYS | {"Z11", "Z12", "Z13", "Z14"}


def _lacks_urn(row: Episodes, unregistered: frozenset[str]) -> bool:
    if row.URN or row.PLACE in unregistered:
        return False
    in_year = is_open(row) or (row.DEC is not None and row.collection.first_day <= row.DEC)
    return in_year and not is_outside_england(row)


rule_218 = ReturnRule(
    code="218",
    title="A placement in England that must have a URN has none",
    mend="look the URN up in Ofsted's list and record it; XXXXXXX when there is none to give",
    source=SOURCE,
    who="business support",
    lists=Episodes,
    fields=("URN", "PLACE", "DEC", "PL_POST"),
    needs=frozenset({Need.POSTCODES}),
    since=2026,
    fails=lambda row: _lacks_urn(row, _NEWEST),
    earlier=(
        Condition(lists=Episodes, until=2024, fails=lambda row: _lacks_urn(row, _OLDEST)),
        Condition(lists=Episodes, since=2025, until=2025, fails=lambda row: _lacks_urn(row, _OF_2025)),
    ),
    doubt="A postcode that is not found counts as in England, and the limit as the year's first day: check with DfE",
    examples="""
        fails: Episodes PLACE=K2 PL_POST=AB11AA
        passes: Episodes PLACE=K2 PL_POST=AB11AA URN=XXXXXXX
        fails: Episodes PLACE=K2 PL_POST=AB11AA DEC=01/04/2026
        passes: Episodes PLACE=K2 PL_POST=AB11AA DEC=31/03/2026
        fails: Episodes PLACE=P2 PL_POST=AB11AA
        passes: Episodes PLACE=Z14 PL_POST=AB11AA
        passes: Episodes PLACE=K2 PL_POST=EH11AA
        fails: Episodes PLACE=K2
        fails in 2025: Episodes PLACE=H5 PL_POST=AB11AA
        passes in 2025: Episodes PLACE=Z1 PL_POST=AB11AA
        fails in 2024: Episodes PLACE=R3 PL_POST=AB11AA
        passes in 2024: Episodes PLACE=H5 PL_POST=AB11AA
    """,
)
