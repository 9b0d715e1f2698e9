"""Rule 446."""

from datetime import date

from trigpoint.quality.days import is_before
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

rule_446 = ReturnRule(
    code="446",
    title="A placement order is recorded that began before December 2005, when there were none yet",
    mend="record the order that the child was under, or correct the start of the episode",
    source=SOURCE,
    lists=Episodes,
    fields=("LS", "DECOM"),
    fails=lambda row: row.LS == "E1" and is_before(row.DECOM, date(2005, 12, 1)),
    examples="""
        fails: Episodes DECOM=30/11/2005 LS=E1
        passes: Episodes DECOM=01/12/2005 LS=E1
        passes: Episodes DECOM=30/11/2005 LS=D1
    """,
)
