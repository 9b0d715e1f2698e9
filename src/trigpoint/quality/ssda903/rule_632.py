"""Rule 632."""

from trigpoint.quality.care import earliest
from trigpoint.quality.part_days import latest_reading
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns.ssda903 import Episodes, PrevPerm


def _is_no_earlier(row: PrevPerm) -> bool:
    if not row.DATE_PERM:
        return False
    day, first = latest_reading(row.DATE_PERM), earliest(row.child)
    return day is None or (first is not None and first.DECOM is not None and day >= first.DECOM)


rule_632 = ReturnRule(
    code="632",
    title="The date of an earlier permanence order is no date, or is not before the child's first episode of the year",
    mend="correct the date of the order; write zz for a day or month that is not known and zzzz for a year",
    source=SOURCE,
    lists=PrevPerm,
    fields=("DATE_PERM", "DECOM"),
    reads=(Episodes,),
    fails=_is_no_earlier,
    examples="""
        fails: PrevPerm DATE_PERM=01/05/2026; Episodes DECOM=01/05/2026
        fails: PrevPerm DATE_PERM=31/02/2020; Episodes DECOM=01/05/2026
        fails: PrevPerm DATE_PERM=2020
        fails: PrevPerm DATE_PERM=zz/05/2026; Episodes DECOM=31/05/2026; Episodes DECOM=01/07/2026
        fails: PrevPerm DATE_PERM=zz/ZZ/2025; Episodes DECOM=31/12/2025
        fails: PrevPerm DATE_PERM=zz/zz/zzzz; Episodes DECOM=31/12/2000
        passes: PrevPerm DATE_PERM=30/04/2026; Episodes DECOM=01/05/2026
        passes: PrevPerm DATE_PERM=zz/05/2026; Episodes DECOM=01/06/2026
        passes: PrevPerm DATE_PERM=zz/zz/2025; Episodes DECOM=01/01/2026
        passes: PrevPerm DATE_PERM=zz/zz/zzzz; Episodes DECOM=01/01/2001
        passes: PrevPerm DATE_PERM=01/05/2026
        passes: PrevPerm; Episodes DECOM=01/05/2026
    """,
)
