"""Rule 179."""

from trigpoint.quality.care import RESPITE
from trigpoint.quality.places import location
from trigpoint.quality.return_rule import Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

rule_179 = ReturnRule(
    code="179",
    title="Whether the placement lies in the authority cannot be told from its postcode",
    mend="record the full postcode of the placement",
    source=SOURCE,
    who="business support",
    lists=Episodes,
    fields=("PL_POST", "LS"),
    needs=frozenset({Need.POSTCODES, Need.AUTHORITY}),
    fails=lambda row: row.LS not in RESPITE and location(row) is None,
    examples="""
        fails: Episodes LS=C2
        fails: Episodes LS=C2 PL_POST=ZZ99ZZ
        passes: Episodes LS=C2 PL_POST=CD11AA
        passes: Episodes LS=V4
    """,
)
