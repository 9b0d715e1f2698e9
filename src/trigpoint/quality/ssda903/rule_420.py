"""Rule 420."""

from trigpoint.quality.care import RESPITE
from trigpoint.quality.places import authority
from trigpoint.quality.return_rule import Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

rule_420 = ReturnRule(
    code="420",
    title="A short break has a placement whose authority is known, which short breaks do not report",
    mend="take the postcode of the placement out of the episode",
    source=SOURCE,
    who="performance team",
    lists=Episodes,
    fields=("PL_POST", "LS"),
    fails=lambda row: row.LS in RESPITE and authority(row),
    needs=frozenset({Need.POSTCODES}),
    examples="""
        fails: Episodes LS=V3 PL_POST=AB11AA
        fails: Episodes LS=V4 PL_POST=EH11AA
        passes: Episodes LS=V3 PL_POST=AB99ZZ
        passes: Episodes LS=V4
        passes: Episodes LS=V2 PL_POST=AB11AA
    """,
)
