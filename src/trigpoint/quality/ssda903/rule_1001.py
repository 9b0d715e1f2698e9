"""Rule 1001."""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from trigpoint.quality.adopted import ADOPTED
from trigpoint.quality.care import RESPITE, born, episodes
from trigpoint.quality.days import birthday
from trigpoint.quality.return_rule import Need, ReturnRule
from trigpoint.quality.ssda903 import SOURCE
from trigpoint.quality.stays import is_open
from trigpoint.records.returns import ChildReturn
from trigpoint.records.returns.ssda903 import OC3, Episodes, Header

LEAST_DAYS = 91
"""13 weeks since the 14th birthday."""


def _is_no_leaver(row: OC3) -> bool:
    rows = _of_both_years(row.child)
    if rows and rows[-1].REC in ADOPTED:
        return True
    birth = born(row.child)
    at_14, at_16 = birthday(birth, 14), birthday(birth, 16)
    if at_14 is None or at_16 is None:
        return False
    spans = list(_spans([one for one in rows if one.LS not in RESPITE], row.collection.last_day))
    return _days_since(at_14, spans) < LEAST_DAYS or _days_since(at_16, spans) < 1


def _of_both_years(child: ChildReturn) -> list[Episodes]:
    """Episodes by DECOM, one for each; where both years have one, it is this year's."""
    before = episodes(child.last_year) if child.last_year else ()
    by_start = {row.DECOM: row for row in chain(before, episodes(child)) if row.DECOM}
    return [by_start[start] for start in sorted(by_start)]


def _spans(rows: list[Episodes], last_day: date) -> Iterator[tuple[date, date]]:
    """Days from which and to which care lasted; the last one, when open, to the end of the year."""
    for row in rows:
        end = last_day if row is rows[-1] and is_open(row) else row.DEC
        if row.DECOM is not None and end is not None:
            yield row.DECOM, end


def _days_since(day: date, spans: list[tuple[date, date]]) -> int:
    return sum(max((end - max(start, day)).days, 0) for start, end in spans)


rule_1001 = ReturnRule(
    code="1001",
    title="A young person is returned as a care leaver, but was adopted or was not in care long enough",
    mend="take the row out where care since 14 was under 13 weeks, none of it after 16, or ended by adoption",
    source=SOURCE,
    lists=OC3,
    fields=("IN_TOUCH", "ACTIV", "ACCOM", "DECOM", "REC", "LS", "DEC", "DOB"),
    reads=(Header, Episodes),
    needs=frozenset({Need.LAST_YEAR}),
    fails=_is_no_leaver,
    doubt="Only the episodes of this and last year are known, so care in earlier years is not counted",
    examples="""
        fails: Header DOB=01/05/2008; OC3; Episodes DECOM=31/01/2026 DEC=01/05/2026 REC=E4A
        fails: Header DOB=01/05/2008; OC3; Episodes DECOM=01/05/2020 DEC=01/05/2024 REC=E4A
        fails: Header DOB=01/05/2008; OC3; Episodes DECOM=01/05/2022 DEC=01/05/2026 LS=V3; Episodes DECOM=01/05/2023 DEC=01/05/2026 LS=V4
        fails: Header DOB=01/05/2008; OC3; Episodes DECOM=01/05/2022 DEC=01/05/2026 REC=E11
        fails: Header DOB=01/05/2008; OC3; last year Episodes DECOM=01/05/2022 DEC=01/05/2025 REC=E12
        fails: Header DOB=01/05/2008; OC3; last year Episodes DECOM=30/01/2026; Episodes DECOM=30/01/2026 DEC=30/04/2026
        fails: Header DOB=01/05/2008; OC3; Episodes DECOM=01/05/2023; Episodes DECOM=25/03/2027 DEC=31/03/2027
        fails: Header DOB=01/05/2008; OC3
        passes: Header DOB=01/05/2008; OC3; Episodes DECOM=30/01/2026 DEC=01/05/2026 REC=E4A
        passes: Header DOB=01/05/2008; OC3; Episodes DECOM=01/05/2021 DEC=02/05/2024 REC=E4A
        passes: Header DOB=01/05/2008; OC3; Episodes DECOM=30/12/2026
        passes: Header DOB=01/05/2008; OC3; last year Episodes DECOM=01/01/2026 DEC=31/03/2026; Episodes DECOM=31/03/2026 DEC=10/04/2026
        passes: OC3; Episodes DECOM=31/01/2026 DEC=01/05/2026
        fails: Header DOB=01/05/2008; OC3; Episodes DECOM=01/05/2021 DEC=29/07/2022; Episodes DECOM=02/05/2024 DEC=03/05/2024
        passes: Header DOB=01/05/2008; OC3; Episodes DECOM=01/05/2021 DEC=30/07/2022; Episodes DECOM=02/05/2024 DEC=03/05/2024
    """,
)
