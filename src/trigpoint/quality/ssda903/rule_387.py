"""Rule 387."""

from trigpoint.quality.ages import is_younger
from trigpoint.quality.care import born
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes, Header

rule_387 = ReturnRule(
    code="387",
    title="A child under 14 is shown as moving to independent living",
    mend="correct the reason, the end of the episode or the date of birth",
    source=SOURCE,
    lists=Episodes,
    fields=("REC", "DEC", "DOB"),
    fails=lambda row: row.REC in {"E5", "E6"} and is_younger(born(row.child), 14, row.DEC),
    reads=(Header,),
    examples="""
        fails: Header DOB=02/05/2012; Episodes DEC=01/05/2026 REC=E5
        passes: Header DOB=02/05/2012; Episodes DEC=02/05/2026 REC=E6
        passes: Header DOB=02/05/2012; Episodes DEC=01/05/2026 REC=X1
        passes: Header; Episodes DEC=01/05/2026 REC=E5
        fails: Header DOB=02/05/2012; Episodes DEC=01/05/2026 REC=E6
    """,
)
