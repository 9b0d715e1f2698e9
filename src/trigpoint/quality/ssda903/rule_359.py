"""Rule 359."""

from __future__ import annotations

from trigpoint.quality.care import born
from trigpoint.quality.days import birthday, is_before
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.quality.stays import is_open
from trigpoint.records.returns.ssda903 import Episodes, Header


def _is_adult_in_care(row: Episodes) -> bool:
    if not is_open(row) or (row.LS == "V2" and row.PLACE == "K2"):
        return False
    return is_before(birthday(born(row.child), 18), row.collection.last_day)


rule_359 = ReturnRule(
    code="359",
    title="The child turned 18 before the end of the year and is still shown in care",
    mend="end the episode by the 18th birthday, or correct the date of birth",
    source=SOURCE,
    lists=Episodes,
    fields=("DEC", "LS", "PLACE", "DOB"),
    fails=_is_adult_in_care,
    reads=(Header,),
    examples="""
        fails: Header DOB=30/03/2009; Episodes DECOM=01/05/2026 LS=V2 PLACE=U1
        fails: Header DOB=30/03/2009; Episodes DECOM=01/05/2026 LS=C2 PLACE=K2
        passes: Header DOB=30/03/2009; Episodes DECOM=01/05/2026 LS=V2 PLACE=K2
        passes: Header DOB=30/03/2009; Episodes DECOM=01/05/2026 DEC=30/03/2027 LS=V2 PLACE=U1
        passes: Header DOB=31/03/2009; Episodes DECOM=01/05/2026 LS=V2 PLACE=U1
    """,
)
