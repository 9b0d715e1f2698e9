"""Rule 153."""

from trigpoint.quality.filled import LEAVING, partly_filled
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import OC3

rule_153 = ReturnRule(
    code="153",
    title="The details of the care leaver are not complete",
    mend="fill contact, activity and accommodation of the young person",
    source=SOURCE,
    lists=OC3,
    fields=("IN_TOUCH", "ACTIV", "ACCOM"),
    fails=lambda row: partly_filled(row, LEAVING),
    examples="""
        fails: OC3 IN_TOUCH=YES ACTIV=F1
        passes: OC3 IN_TOUCH=YES ACTIV=F1 ACCOM=B1
        passes: OC3
    """,
)
