"""Rule 345."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import OC3

rule_345 = ReturnRule(
    code="345",
    title="A care leaver you are in touch with has no activity or no accommodation",
    mend="record what the young person does and where they live",
    source=SOURCE,
    lists=OC3,
    fields=("IN_TOUCH", "ACTIV", "ACCOM"),
    fails=lambda row: row.IN_TOUCH == "YES" and "0" in {row.ACTIV, row.ACCOM},
    examples="""
        fails: OC3 IN_TOUCH=YES ACTIV=0 ACCOM=B1
        fails: OC3 IN_TOUCH=YES ACTIV=F1 ACCOM=0
        passes: OC3 IN_TOUCH=YES ACTIV=F1 ACCOM=B1
        passes: OC3 IN_TOUCH=NO ACTIV=0 ACCOM=0
        passes: OC3 IN_TOUCH=YES
    """,
)
