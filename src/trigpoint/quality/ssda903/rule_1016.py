"""Rule 1016."""

from trigpoint.quality.leavers import is_told, last_birthday
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import OC3, Episodes


def _left_since(row: OC3) -> bool:
    day = last_birthday(row) if is_told(row) else None
    return day is not None and any(
        episode.DEC is not None and day <= episode.DEC for episode in row.child.rows(Episodes)
    )


rule_1016 = ReturnRule(
    code="1016",
    title="A young person of 17 or 18 is returned as a care leaver, but care ended on or after the last birthday",
    mend="leave contact, activity and accommodation blank, or correct the end of care",
    source=SOURCE,
    lists=OC3,
    fields=("DOB", "IN_TOUCH", "ACTIV", "ACCOM", "DEC"),
    since=2024,
    reads=(Episodes,),
    fails=_left_since,
    examples="""
        fails: OC3 DOB=01/05/2009 IN_TOUCH=YES; Episodes DEC=01/05/2026
        fails: OC3 DOB=01/05/2008 ACCOM=B1; Episodes DEC=01/05/2026
        fails: OC3 DOB=31/03/2009 ACTIV=F1; Episodes DEC=31/03/2027
        passes: OC3 DOB=01/05/2009 IN_TOUCH=YES; Episodes DEC=30/04/2026
        passes: OC3 DOB=01/05/2008 ACCOM=B1; Episodes DEC=30/04/2026
        passes: OC3 DOB=31/03/2008 ACTIV=F1; Episodes DEC=31/03/2027
        passes: OC3 DOB=01/04/2010 ACTIV=F1; Episodes DEC=31/03/2027
        passes: OC3 DOB=01/05/2008; Episodes DEC=01/05/2026
        passes: OC3 DOB=01/05/2008 ACCOM=B1; Episodes
        fails: OC3 DOB=01/05/2009 IN_TOUCH=YES; Episodes DEC=01/05/2025; Episodes DEC=01/05/2026
    """,
)
