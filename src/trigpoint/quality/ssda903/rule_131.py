"""Rule 131."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import OC3

rule_131 = ReturnRule(
    code="131",
    title="Whether the authority is in touch with the care leaver is missing or has an unknown code",
    mend="record whether you are in touch with the young person, or why not",
    source=SOURCE,
    lists=OC3,
    fields=("IN_TOUCH",),
    fails=lambda row: row.IN_TOUCH not in {"YES", "NO", "DIED", "REFU", "NREQ", "RHOM"},
    examples="""
        fails: OC3 IN_TOUCH=MAYBE
        passes: OC3 IN_TOUCH=YES
        passes: OC3 IN_TOUCH=RHOM
        fails: OC3
    """,
)
