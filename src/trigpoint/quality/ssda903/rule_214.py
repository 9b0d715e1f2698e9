"""Rule 214."""

from trigpoint.quality.care import RESPITE
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

rule_214 = ReturnRule(
    code="214",
    title="A short break has a placement postcode or a URN",
    mend="take postcode and URN out: they are not asked of short breaks",
    source=SOURCE,
    who="business support",
    lists=Episodes,
    fields=("PL_POST", "URN", "LS"),
    fails=lambda row: row.LS in RESPITE and (row.PL_POST or row.URN),
    examples="""
        fails: Episodes LS=V3 PL_POST=AB11AA
        fails: Episodes LS=V4 URN=SC000001
        passes: Episodes LS=V4
        passes: Episodes LS=C2 PL_POST=AB11AA
    """,
)
