"""Rule 407."""

from trigpoint.quality.ages import is_aged
from trigpoint.quality.care import born
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes, Header

rule_407 = ReturnRule(
    code="407",
    title="A special guardianship order is made for a young person of 18 or over",
    mend="correct the reason, the end of the episode or the date of birth",
    source=SOURCE,
    lists=Episodes,
    fields=("DEC", "DOB", "REC"),
    fails=lambda row: row.REC in {"E45", "E46", "E47", "E48"} and is_aged(born(row.child), 18, row.DEC),
    reads=(Header,),
    examples="""
        fails: Header DOB=01/05/2008; Episodes DEC=01/05/2026 REC=E45
        fails: Header DOB=01/05/2008; Episodes DEC=02/05/2026 REC=E48
        passes: Header DOB=02/05/2008; Episodes DEC=01/05/2026 REC=E45
        passes: Header DOB=01/05/2008; Episodes DEC=01/05/2026 REC=E4A
        passes: Header; Episodes DEC=01/05/2026 REC=E45
        passes: Header DOB=01/05/2008; Episodes REC=E45
    """,
)
