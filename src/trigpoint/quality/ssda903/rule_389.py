"""Rule 389."""

from trigpoint.quality.ages import is_younger
from trigpoint.quality.care import born
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes, Header

rule_389 = ReturnRule(
    code="389",
    title="A child under 16 is shown as moving to residential care for adults",
    mend="correct the reason, the end of the episode or the date of birth",
    source=SOURCE,
    lists=Episodes,
    fields=("REC", "DEC", "DOB"),
    fails=lambda row: row.REC == "E7" and is_younger(born(row.child), 16, row.DEC),
    reads=(Header,),
    examples="""
        fails: Header DOB=02/05/2010; Episodes DEC=01/05/2026 REC=E7
        passes: Header DOB=02/05/2010; Episodes DEC=02/05/2026 REC=E7
        passes: Header DOB=02/05/2010; Episodes DEC=01/05/2026 REC=X1
        passes: Header; Episodes DEC=01/05/2026 REC=E7
    """,
)
