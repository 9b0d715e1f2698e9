"""Rule 344."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import OC3

rule_344 = ReturnRule(
    code="344",
    title="A care leaver who died or went home for good has an activity or accommodation",
    mend="put 0 for activity and accommodation, or correct whether you are in touch",
    source=SOURCE,
    lists=OC3,
    fields=("IN_TOUCH", "ACTIV", "ACCOM"),
    fails=lambda row: row.IN_TOUCH in {"DIED", "RHOM"} and not row.ACTIV == row.ACCOM == "0",
    examples="""
        fails: OC3 IN_TOUCH=DIED ACTIV=F1 ACCOM=0
        fails: OC3 IN_TOUCH=RHOM ACTIV=0
        passes: OC3 IN_TOUCH=RHOM ACTIV=0 ACCOM=0
        passes: OC3 IN_TOUCH=YES ACTIV=F1 ACCOM=B1
    """,
)
