"""Rule 630."""

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes, PrevPerm


def _is_unsaid(row: Episodes) -> bool:
    if row.RNE != "S" or row.DECOM is None or row.collection.first_day > row.DECOM:
        return False
    told = row.child.rows(PrevPerm)
    return not told or any(
        not one.PREV_PERM or (one.PREV_PERM != "Z1" and not (one.LA_PERM and one.DATE_PERM)) for one in told
    )


rule_630 = ReturnRule(
    code="630",
    title="The child came into care in the year, but earlier permanence is not recorded or not complete",
    mend="record the earlier permanence (Z1 where there was none), with authority and date of the order",
    source=SOURCE,
    lists=Episodes,
    fields=("RNE", "DECOM", "PREV_PERM", "LA_PERM", "DATE_PERM"),
    reads=(PrevPerm,),
    fails=_is_unsaid,
    examples="""
        fails: Episodes RNE=S DECOM=01/04/2026
        fails: Episodes RNE=S DECOM=01/05/2026; PrevPerm LA_PERM=800 DATE_PERM=01/05/2020
        fails: Episodes RNE=S DECOM=01/05/2026; PrevPerm PREV_PERM=P1 LA_PERM=800
        fails: Episodes RNE=S DECOM=01/05/2026; PrevPerm PREV_PERM=P1 DATE_PERM=01/05/2020
        passes: Episodes RNE=S DECOM=01/05/2026; PrevPerm PREV_PERM=P1 LA_PERM=800 DATE_PERM=zz/05/2020
        passes: Episodes RNE=S DECOM=01/05/2026; PrevPerm PREV_PERM=Z1
        passes: Episodes RNE=S DECOM=31/03/2026
        passes: Episodes RNE=P DECOM=01/05/2026
        passes: Episodes RNE=S
    """,
)
