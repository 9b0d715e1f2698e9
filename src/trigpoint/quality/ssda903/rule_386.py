"""Rule 386."""

from trigpoint.quality.ages import is_aged
from trigpoint.quality.care import born
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes, Header

rule_386 = ReturnRule(
    code="386",
    title="A young person is shown as adopted on or after the 18th birthday",
    mend="correct the reason, the end of the episode or the date of birth",
    source=SOURCE,
    lists=Episodes,
    fields=("REC", "DEC", "DOB"),
    fails=lambda row: row.REC in {"E11", "E12"} and is_aged(born(row.child), 18, row.DEC),
    reads=(Header,),
    examples="""
        fails: Header DOB=01/05/2008; Episodes DEC=01/05/2026 REC=E11
        fails: Header DOB=01/05/2008; Episodes DEC=02/05/2026 REC=E12
        passes: Header DOB=02/05/2008; Episodes DEC=01/05/2026 REC=E11
        passes: Header DOB=01/05/2008; Episodes DEC=01/05/2026 REC=E4A
        passes: Header; Episodes DEC=01/05/2026 REC=E11
        passes: Header DOB=01/05/2008; Episodes REC=E11
    """,
)
