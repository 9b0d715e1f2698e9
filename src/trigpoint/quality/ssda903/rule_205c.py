"""Rule 205C. In CSV a row of unaccompanied children is itself the flag: only XML holds what it finds."""

from collections.abc import Iterator

from trigpoint.quality.care import is_unaccompanied
from trigpoint.quality.return_rule import Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns import ChildReturn, Collection, ReturnRow
from trigpoint.records.returns.ssda903 import UASC, Header


def _unflagged(collection: Collection) -> Iterator[ReturnRow]:
    for child in collection.children.values():
        before = child.last_year
        if before is not None and _has_day_alone(child, before):
            yield from child.rows(UASC) if child.rows(UASC) else child.rows(Header)


def _has_day_alone(child: ChildReturn, before: ChildReturn) -> bool:
    flagged = is_unaccompanied(child) or is_unaccompanied(before)
    return not flagged and any(row.filled("DUC") for row in (*child.rows(UASC), *before.rows(UASC)))


rule_205c = ReturnRule(
    code="205C",
    title="There is a day on which the child stopped being an unaccompanied asylum seeker, but no flag in either year",
    mend="flag the child as unaccompanied, or take out the day",
    source=SOURCE,
    who="performance team",
    lists=UASC,
    fields=("DUC", "UASC"),
    reads=(Header,),
    needs=frozenset({Need.LAST_YEAR}),
    finds=_unflagged,
    examples="""
        fails: last year Header UASC=0; Header UASC=0; *UASC DUC=01/05/2026
        fails: last year Header UASC=0; last year UASC DUC=01/05/2025; *Header UASC=0
        passes: last year Header UASC=0; Header UASC=1; UASC DUC=01/05/2026
        passes: last year Header UASC=1; Header UASC=0; UASC DUC=01/05/2026
        passes: last year Header UASC=0; Header UASC=0; UASC
        passes: Header UASC=0; UASC DUC=01/05/2026
    """,
)
