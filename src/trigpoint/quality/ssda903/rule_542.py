"""Rule 542."""

from trigpoint.quality.ages import is_younger
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import OC2

rule_542 = ReturnRule(
    code="542",
    title="A child under 10 at the end of the year has an entry for convictions",
    mend="leave the entry blank, or correct the date of birth",
    source=SOURCE,
    lists=OC2,
    fields=("CONVICTED", "DOB"),
    fails=lambda row: row.CONVICTED and is_younger(row.DOB, 10, row.collection.last_day),
    examples="""
        fails: OC2 DOB=01/04/2017 CONVICTED=0
        passes: OC2 DOB=31/03/2017 CONVICTED=0
        passes: OC2 DOB=01/04/2017
        passes: OC2 CONVICTED=1
    """,
)
