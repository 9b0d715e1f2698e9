"""Rule 169."""

from trigpoint.quality.care import RESPITE
from trigpoint.quality.places import authority
from trigpoint.quality.return_rule import Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

rule_169 = ReturnRule(
    code="169",
    title="The authority of the placement cannot be told from its postcode",
    mend="record the full postcode of the placement",
    source=SOURCE,
    who="business support",
    lists=Episodes,
    fields=("PL_POST", "LS"),
    needs=frozenset({Need.POSTCODES}),
    fails=lambda row: row.LS not in RESPITE and authority(row) is None,
    examples="""
        fails: Episodes LS=C2
        fails: Episodes LS=C2 PL_POST=ZZ99ZZ
        passes: Episodes LS=C2 PL_POST='AB1 1AA'
        passes: Episodes LS=V3
    """,
)
