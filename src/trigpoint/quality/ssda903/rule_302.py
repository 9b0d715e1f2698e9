"""Rule 302."""

from trigpoint.quality.care import earliest
from trigpoint.quality.days import is_after
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes, Header


def _is_unborn(row: Header) -> bool:
    first = earliest(row.child)
    return first is not None and is_after(row.DOB, first.DECOM)


rule_302 = ReturnRule(
    code="302",
    title="The first episode begins before the child was born",
    mend="correct the date of birth or the start of the episode",
    source=SOURCE,
    lists=Header,
    fields=("DOB", "DECOM"),
    reads=(Episodes,),
    fails=_is_unborn,
    examples="""
        fails: Header DOB=02/05/2026; Episodes DECOM=01/06/2026; Episodes DECOM=01/05/2026
        passes: Header DOB=01/05/2026; Episodes DECOM=01/05/2026
        passes: Header DOB=02/05/2026
    """,
)
