"""Rule 205B."""

from collections.abc import Iterator
from datetime import date

from trigpoint.quality.care import born, is_in_year, is_unaccompanied
from trigpoint.quality.days import birthday
from trigpoint.quality.return_rule import Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.quality.year_before import was_unaccompanied
from trigpoint.records.returns import ChildReturn, Collection, ReturnRow
from trigpoint.records.returns.ssda903 import UASC, Header


def _at_odds(collection: Collection) -> Iterator[ReturnRow]:
    for child in collection.children.values():
        if is_unaccompanied(child) and was_unaccompanied(child) and _is_at_odds(child):
            yield from child.rows(UASC) if child.rows(UASC) else child.rows(Header)


def _is_at_odds(child: ChildReturn) -> bool:
    grown = birthday(born(child), 18)
    said, now = _ceased(child.last_year), _ceased(child)
    return grown is not None and (said != grown or not (now == said or is_in_year(child, now)))


def _ceased(child: ChildReturn | None) -> date | None:
    row = child.first(UASC) if child else None
    return row.DUC if row else None


rule_205b = ReturnRule(
    code="205B",
    title="The child is still an unaccompanied asylum seeker, but the day on which that ends does not fit",
    mend="give the 18th birthday, or the day within the year on which the child stopped being unaccompanied",
    source=SOURCE,
    who="performance team",
    lists=UASC,
    fields=("DUC", "UASC", "DOB"),
    reads=(Header,),
    needs=frozenset({Need.LAST_YEAR}),
    finds=_at_odds,
    doubt="Known to find rows that seem right: check with DfE which days of last year's return are accepted",
    examples="""
        fails: last year UASC DUC=02/05/2028; Header DOB=01/05/2010; *UASC DUC=02/05/2028
        passes: last year UASC DUC=01/05/2028; Header DOB=01/05/2010; UASC DUC=01/05/2028
        passes: last year UASC DUC=01/05/2028; Header DOB=01/05/2010; UASC DUC=01/04/2026
        passes: last year UASC DUC=01/05/2028; Header DOB=01/05/2010; UASC DUC=31/03/2027
        fails: last year UASC DUC=01/05/2028; Header DOB=01/05/2010; *UASC DUC=01/04/2027
        fails: last year UASC DUC=01/05/2028; Header DOB=01/05/2010; *UASC
        fails: last year Header UASC=1; *Header UASC=1 DOB=01/05/2010
        passes: last year UASC; Header UASC=0 DOB=01/05/2010; UASC DUC=01/05/2027
        passes: last year UASC; Header; UASC
    """,
)
