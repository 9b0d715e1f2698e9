"""Rule 445."""

from datetime import date

from trigpoint.quality.days import is_after
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes

rule_445 = ReturnRule(
    code="445",
    title="A freeing order is recorded that began after 2005, when such orders ended",
    mend="record the order that the child is under, or correct the start of the episode",
    source=SOURCE,
    lists=Episodes,
    fields=("LS", "DECOM"),
    until=2024,
    fails=lambda row: row.LS == "D1" and is_after(row.DECOM, date(2005, 12, 31)),
    examples="""
        fails: Episodes DECOM=01/01/2006 LS=D1
        passes: Episodes DECOM=31/12/2005 LS=D1
        passes: Episodes DECOM=01/01/2006 LS=E1
    """,
)
