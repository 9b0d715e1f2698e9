"""Rule 1007."""

from trigpoint.quality.days import is_after
from trigpoint.quality.leavers import is_told, last_birthday
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.quality.stays import is_open
from trigpoint.records.returns.ssda903 import OC3, Episodes


def _was_in_care(row: OC3) -> bool:
    day = last_birthday(row) if is_told(row) else None
    return any(
        episode.DECOM is not None
        and day is not None
        and day >= episode.DECOM
        and (is_open(episode) or is_after(episode.DEC, day))
        for episode in row.child.rows(Episodes)
    )


rule_1007 = ReturnRule(
    code="1007",
    title="A young person of 17 or 18 is returned as a care leaver, but was in care on the last birthday",
    mend="leave contact, activity and accommodation blank, or correct the end of care",
    source=SOURCE,
    lists=OC3,
    fields=("DOB", "IN_TOUCH", "ACTIV", "ACCOM", "DECOM", "DEC"),
    reads=(Episodes,),
    fails=_was_in_care,
    examples="""
        fails: OC3 DOB=01/05/2008 IN_TOUCH=YES; Episodes DECOM=01/05/2026 DEC=02/05/2026
        fails: OC3 DOB=31/03/2009 ACTIV=F1; Episodes DECOM=01/05/2026
        fails: OC3 DOB=31/03/2010 ACCOM=B1; Episodes DECOM=01/05/2026
        fails in 2026: OC3 DOB=29/02/2008 ACCOM=B1; Episodes DECOM=01/03/2026
        passes in 2026: OC3 DOB=29/02/2008 ACCOM=B1; Episodes DECOM=02/03/2026
        passes: OC3 DOB=01/05/2008 IN_TOUCH=YES; Episodes DECOM=02/04/2026 DEC=01/05/2026
        passes: OC3 DOB=01/05/2008 IN_TOUCH=YES; Episodes DECOM=02/05/2026
        passes: OC3 DOB=01/05/2008; Episodes DECOM=01/05/2026
        passes: OC3 DOB=31/03/2008 IN_TOUCH=YES; Episodes DECOM=01/05/2026
        passes: OC3 DOB=01/04/2010 IN_TOUCH=YES; Episodes DECOM=01/05/2026
        fails: OC3 DOB=01/05/2008 IN_TOUCH=YES; Episodes DECOM=01/05/2026 DEC=02/05/2026; Episodes DECOM=02/05/2026
    """,
)
