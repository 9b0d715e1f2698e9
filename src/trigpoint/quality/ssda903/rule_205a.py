"""Rule 205A. In CSV a row of unaccompanied children is itself the flag: only XML holds what it finds."""

from collections.abc import Iterator

from trigpoint.quality.care import is_in_year, is_unaccompanied
from trigpoint.quality.return_rule import Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.quality.year_before import was_unaccompanied
from trigpoint.records.returns import ChildReturn, Collection, ReturnRow
from trigpoint.records.returns.ssda903 import UASC, Header


def _no_longer_flagged(collection: Collection) -> Iterator[ReturnRow]:
    for child in dict.fromkeys(row.child for row in collection.rows(UASC)):
        if was_unaccompanied(child) and not is_unaccompanied(child) and _is_at_odds(child):
            yield from (*child.rows(Header), *child.rows(UASC))


def _is_at_odds(child: ChildReturn) -> bool:
    before = child.last_year
    ceased = before.first(UASC) if before else None
    in_time = before is not None and ceased is not None and is_in_year(before, ceased.DUC)
    return not in_time or any(row.filled("DUC") for row in child.rows(UASC))


rule_205a = ReturnRule(
    code="205A",
    title="The child is no longer an unaccompanied asylum seeker, and the day of the change does not fit",
    mend="flag the child as unaccompanied, or give the day last year on which that ended",
    source=SOURCE,
    who="performance team",
    lists=Header,
    fields=("UASC", "CHILD", "DUC"),
    reads=(UASC,),
    needs=frozenset({Need.LAST_YEAR}),
    finds=_no_longer_flagged,
    examples="""
        fails: last year Header UASC=1; last year UASC DUC=01/05/2025; *Header UASC=0; *UASC DUC=01/05/2025
        fails: last year Header UASC=1; last year UASC DUC=01/04/2026; *Header UASC=0; *UASC
        fails: last year Header UASC=1; last year UASC; *Header UASC=0; *UASC
        passes: last year Header UASC=1; last year UASC DUC=31/03/2026; Header UASC=0; UASC
        passes: last year Header UASC=1; last year UASC DUC=01/04/2025; Header UASC=0; UASC
        passes: last year Header UASC=1; last year UASC DUC=01/04/2026; Header UASC=0
        passes: last year Header UASC=1; last year UASC DUC=01/04/2026; Header UASC=1; UASC
    """,
)
