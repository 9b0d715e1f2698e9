"""Rule 460."""

from trigpoint.quality.ages import is_younger
from trigpoint.quality.care import born
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes, Header

rule_460 = ReturnRule(
    code="460",
    title="A child under 18 is shown as leaving care at 18 and staying with the carers",
    mend="correct the reason, the end of the episode or the date of birth",
    source=SOURCE,
    lists=Episodes,
    fields=("DEC", "REC", "DOB"),
    fails=lambda row: row.REC == "E17" and is_younger(born(row.child), 18, row.DEC),
    reads=(Header,),
    examples="""
        fails: Header DOB=02/05/2008; Episodes DEC=01/05/2026 REC=E17
        passes: Header DOB=02/05/2008; Episodes DEC=02/05/2026 REC=E17
        passes: Header DOB=02/05/2008; Episodes DEC=01/05/2026 REC=X1
        passes: Header; Episodes DEC=01/05/2026 REC=E17
    """,
)
