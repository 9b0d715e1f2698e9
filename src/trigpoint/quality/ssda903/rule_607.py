"""Rule 607."""

from collections.abc import Iterator
from functools import partial

from trigpoint.quality.care import RESPITE, is_in_year
from trigpoint.quality.return_rule import Condition, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.records.returns import Collection, ReturnRow
from trigpoint.records.returns.ssda903 import Episodes, Header


def _unsaid(collection: Collection, *, female: str) -> Iterator[ReturnRow]:
    for header in collection.rows(Header):
        if female == header.SEX and not header.MOTHER:
            ended = [row for row in header.child.rows(Episodes) if _ends_care(row)]
            if ended:
                yield from (header, *ended)


def _ends_care(row: Episodes) -> bool:
    return row.REC not in {None, "X1"} and row.LS not in RESPITE and is_in_year(row.child, row.DEC)


rule_607 = ReturnRule(
    code="607",
    title="Care of a girl or young woman ended in the year without a record of whether she is a mother",
    mend="record whether she is a mother (1) or not (0)",
    source=SOURCE,
    lists=Header,
    fields=("MOTHER", "SEX", "DEC", "REC", "LS"),
    since=2025,
    reads=(Episodes,),
    finds=partial(_unsaid, female="F"),
    earlier=(Condition(lists=Header, until=2024, finds=partial(_unsaid, female="2")),),
    examples="""
        fails: *Header SEX=F; *Episodes DEC=31/03/2027 REC=E3 LS=C2; Episodes DEC=01/06/2026 REC=X1
        fails: *Header SEX=F; *Episodes DEC=01/04/2026 REC=E3
        passes: Header SEX=F MOTHER=0; Episodes DEC=01/05/2026 REC=E3 LS=C2
        passes: Header SEX=M; Episodes DEC=01/05/2026 REC=E3 LS=C2
        passes: Header SEX=F; Episodes DEC=01/05/2026 REC=X1 LS=C2
        passes: Header SEX=F; Episodes DEC=01/05/2026 LS=C2
        passes: Header SEX=F; Episodes DEC=01/05/2026 REC=E3 LS=V3
        passes: Header SEX=F; Episodes DEC=01/05/2026 REC=E3 LS=V4
        passes: Header SEX=F; Episodes DEC=31/03/2026 REC=E3 LS=C2
        passes: Header SEX=F; Episodes DEC=01/04/2027 REC=E3 LS=C2
        fails in 2024: *Header SEX=2; *Episodes DEC=01/05/2023 REC=E3 LS=C2
        passes in 2024: Header SEX=F; Episodes DEC=01/05/2023 REC=E3 LS=C2
    """,
)
