"""The lines of a month's board: each figure that its packs print, once, with why it needs a comment."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path

from trigpoint.packs.model import Page
from trigpoint.reports.line import Line
from trigpoint.tasks.fill_pack import About, filled_packs
from trigpoint.tasks.progress import Progress, silent


@dataclass(frozen=True, kw_only=True)
class BoardLine:
    """One figure of a month that someone answers for. Every text is as the packs print it.

    `pages` are the pages that print it, as (pack, code); `due` is why a comment is required, `missing` why there is no
    figure. `mark` is the position as words, shape and tone. `digest` changes with the figure, its counts, its targets
    and its positions, and with nothing else.
    """

    key: str
    measure: str
    variant: str
    period_type: str
    title: str
    owner: str
    pages: tuple[tuple[str, str], ...]
    figure: str
    made_of: str
    target: str
    before: str
    moved: str
    mark: dict[str, str]
    due: str
    missing: str
    trace: str
    digest: str


@dataclass(frozen=True)
class _Printed:
    """A figure on one page of a pack."""

    pack: str
    page: Page
    line: Line


def board_lines(
    store: Path,
    snapshot: str,
    period: date,
    packs: Sequence[str],
    *,
    without: frozenset[str] = frozenset(),
    settled: datetime | None = None,
    progress: Progress = silent,
) -> list[BoardLine]:
    """Every figure that the packs print of the month that ends with `period`, in their order.

    A figure that several pages print is one line; the first of them gives title and owner. `without` are releases
    whose figures no longer count; `settled` is the moment whose words and own packs hold. Raises as `fill_pack` does.
    """
    about = About(snapshot=snapshot, said={}, without=without, settled=settled)
    printed: dict[str, list[_Printed]] = {}
    for filled in filled_packs(packs, store, period, about, progress):
        for page, line in zip(filled.pack.pages, filled.report.lines, strict=True):
            printed.setdefault(_key(page), []).append(_Printed(filled.pack.id, page, line))
    return [_line(key, places) for key, places in printed.items()]


def _key(page: Page) -> str:
    where = ";".join(f"{name}={group}" for name, group in page.where)
    return "|".join((page.measure, page.variant, str(page.period_type), where))


def _line(key: str, places: Sequence[_Printed]) -> BoardLine:
    first = places[0].line
    now, marks = first.now, [place.line.now.status for place in places]
    return BoardLine(
        key=key,
        measure=first.measure,
        variant=first.variant,
        period_type=first.period_type,
        title=first.title,
        owner=next((place.page.owner for place in places if place.page.owner), ""),
        pages=tuple((place.pack, place.page.code) for place in places),
        figure=now.figure.text,
        made_of=first.made_of,
        target=", ".join(dict.fromkeys(place.line.target for place in places if place.line.target)),
        before=first.history[-2].figure.text if len(first.history) > 1 else "",
        moved=first.direction,
        mark=asdict(next((one for one in marks if one.tone == "outside"), marks[0])),
        due=next((place.line.commentary_due for place in places if place.line.commentary_due), ""),
        missing="" if now.figure.value is not None else now.reason or "no figure",
        trace=now.figure.trace,
        digest=hashlib.sha256(json.dumps(list(_judged(places)), ensure_ascii=False).encode()).hexdigest(),
    )


def _judged(places: Sequence[_Printed]) -> Iterator[list[str]]:
    """What an approval is about: the figure with its counts, and each target it is held against."""
    now = places[0].line.now
    yield [now.figure.text, str(now.numerator), str(now.denominator), now.reason]
    for held in sorted({(p.line.target, p.line.tolerance, p.line.bands, p.line.now.status.words) for p in places}):
        yield list(held)
