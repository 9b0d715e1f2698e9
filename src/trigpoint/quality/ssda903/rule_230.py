"""Rule 230."""

from datetime import date

from trigpoint.quality.places import is_outside_england, urn
from trigpoint.quality.return_rule import Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.quality.stays import is_open
from trigpoint.records.returns.ssda903 import Episodes

_FIRST_DAY = date(2023, 10, 29)


def _lacks_urn(row: Episodes) -> bool:
    if row.PLACE != "H5" or urn(row) is not None:
        return False
    lasted = is_open(row) or (row.DEC is not None and row.DEC >= _FIRST_DAY)
    return lasted and not is_outside_england(row)


rule_230 = ReturnRule(
    code="230",
    title="A placement in semi-independent living in England had no URN after 28 October 2023",
    mend="look the URN up in Ofsted's list and record it",
    source=SOURCE,
    who="business support",
    lists=Episodes,
    fields=("PLACE", "DEC", "URN"),
    needs=frozenset({Need.POSTCODES}),
    since=2024,
    until=2024,
    fails=_lacks_urn,
    doubt="A placement that cannot be found by its postcode is taken to be in England: check with DfE",
    examples="""
        fails: Episodes PLACE=H5 PL_POST=AB11AA
        fails: Episodes PLACE=H5 PL_POST=AB11AA DEC=29/10/2023 URN=XXXXXXX
        passes: Episodes PLACE=H5 PL_POST=AB11AA DEC=28/10/2023
        passes: Episodes PLACE=H5 PL_POST=EH11AA
        fails: Episodes PLACE=H5
        passes: Episodes PLACE=H5 PL_POST=AB11AA URN=SC000001
        passes: Episodes PLACE=P2 PL_POST=AB11AA
    """,
)
