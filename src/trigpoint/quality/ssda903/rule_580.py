"""Rule 580."""

from trigpoint.quality.days import birthday
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes, Missing


def _is_of_age(row: Episodes) -> bool:
    return (
        row.DEC is not None
        and row.REC != "E8"
        and any(row.DEC == away.MIS_END == birthday(away.DOB, 18) for away in row.child.rows(Missing))
    )


rule_580 = ReturnRule(
    code="580",
    title="A missing episode and the episode of care end on the 18th birthday, but care has another reason for ending",
    mend="give the reason E8 (care ceased for any other reason) to the episode that ends on the 18th birthday",
    source=SOURCE,
    lists=Episodes,
    fields=("REC", "DEC", "MIS_END", "DOB"),
    reads=(Missing,),
    fails=_is_of_age,
    examples="""
        fails: Episodes DEC=10/05/2026 REC=E4A; Missing DOB=10/05/2008 MIS_END=10/05/2026
        fails: Episodes DEC=10/05/2026; Missing DOB=10/05/2008 MIS_END=10/05/2026
        passes: Episodes DEC=10/05/2026 REC=E8; Missing DOB=10/05/2008 MIS_END=10/05/2026
        passes: Episodes DEC=10/05/2026 REC=E4A; Missing DOB=11/05/2008 MIS_END=10/05/2026
        passes: Episodes DEC=10/05/2026 REC=E4A; Missing DOB=10/05/2008 MIS_END=09/05/2026
        passes: Episodes; Missing
        fails: Episodes DEC=10/05/2026; Missing DOB=10/05/2008; Missing DOB=10/05/2008 MIS_END=10/05/2026
    """,
)
