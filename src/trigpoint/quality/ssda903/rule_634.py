"""Rule 634."""

from datetime import date

from trigpoint.quality.care import latest
from trigpoint.quality.days import is_before
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes, PrevPerm

SINCE = date(2016, 4, 1)


def _is_needless(row: PrevPerm) -> bool:
    newest = latest(row.child)
    return bool(row.PREV_PERM or row.LA_PERM or row.DATE_PERM) and (newest is None or is_before(newest.DECOM, SINCE))


rule_634 = ReturnRule(
    code="634",
    title="Earlier permanence is given for a child none of whose episodes began on or after 1 April 2016",
    mend="take the earlier permanence out; it is asked only of children who came into care since April 2016",
    source=SOURCE,
    lists=PrevPerm,
    fields=("PREV_PERM", "LA_PERM", "DATE_PERM", "DECOM"),
    reads=(Episodes,),
    fails=_is_needless,
    doubt="Whether an episode of 1 April 2016 itself is to have earlier permanence is to be asked of DfE",
    examples="""
        fails: PrevPerm PREV_PERM=P1; Episodes DECOM=31/03/2016
        fails: PrevPerm LA_PERM=800
        fails: PrevPerm DATE_PERM=01/05/2010; Episodes DECOM=01/05/2015
        passes: PrevPerm PREV_PERM=P1; Episodes DECOM=01/05/2015; Episodes DECOM=01/04/2016
        passes: PrevPerm; Episodes DECOM=31/03/2016
    """,
)
