"""Rule 165."""

from collections.abc import Iterator

from trigpoint.quality.care import RESPITE
from trigpoint.quality.filled import LEAVING, any_filled
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.quality.stays import overlaps_year
from trigpoint.records.returns import ChildReturn, Collection, ReturnRow
from trigpoint.records.returns.ssda903 import OC3, Episodes, Header

_MALE = frozenset({"M", "1"})
_FEMALE = frozenset({"F", "2"})


def _misplaced(collection: Collection) -> Iterator[ReturnRow]:
    for row in collection.rows(Header):
        if _is_misplaced(row):
            yield row
            yield from row.child.rows(OC3)


def _is_misplaced(row: Header) -> bool:
    if row.MOTHER not in {None, "0", "1"}:
        return True
    if row.SEX in _MALE:
        return row.MOTHER is not None
    if row.SEX not in _FEMALE:
        return False
    if row.child.remembered(_is_in_care):
        return row.MOTHER is None
    return row.MOTHER is not None and any(any_filled(one, LEAVING) for one in row.child.rows(OC3))


def _is_in_care(child: ChildReturn) -> bool:
    return any(row.LS not in RESPITE and overlaps_year(row) for row in child.rows(Episodes))


rule_165 = ReturnRule(
    code="165",
    title="Whether a girl is a mother is missing, is no yes or no, or is answered where it is not asked",
    mend="answer 0 or 1 for every girl looked after in the year; leave it empty for boys and for care leavers",
    source=SOURCE,
    lists=Header,
    fields=("MOTHER", "SEX", "IN_TOUCH", "ACTIV", "ACCOM", "DECOM", "LS"),
    reads=(Episodes, OC3),
    finds=_misplaced,
    examples="""
        fails: Header SEX=F MOTHER=2
        fails: Header SEX=M MOTHER=0
        fails in 2024: Header SEX=1 MOTHER=0
        fails: *Header SEX=F; Episodes DECOM=31/03/2027 LS=C2
        passes: Header SEX=F MOTHER=0; Episodes DECOM=31/03/2027 LS=C2
        passes: Header SEX=F; Episodes DECOM=01/05/2025 DEC=31/03/2026 LS=C2
        passes: Header SEX=F; Episodes DECOM=01/05/2026 LS=V4
        fails: *Header SEX=F MOTHER=1; *OC3 IN_TOUCH=YES
        passes: Header SEX=F; OC3 IN_TOUCH=YES
        passes: Header SEX=F MOTHER=1; OC3
        passes: Header SEX=M
    """,
)
