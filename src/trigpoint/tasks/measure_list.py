"""Every measure in a line: its latest prepared figure, where it stands and how to find it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

import pyarrow.compute
import pyarrow.parquet as pq

from trigpoint.judgement.judge import judge
from trigpoint.judgement.target import Target, in_force
from trigpoint.language.definition import NATIONAL
from trigpoint.language.measure import Declaration
from trigpoint.language.period import PeriodType, first_day, month_of
from trigpoint.measures import EVERY
from trigpoint.packs.council_words import CouncilWords
from trigpoint.reports.block import Mark
from trigpoint.reports.book import Book, Counted
from trigpoint.reports.marks import mark
from trigpoint.reports.page import Position
from trigpoint.reports.wording import column
from trigpoint.tasks import library
from trigpoint.tasks.council_words import council_words
from trigpoint.tasks.explored_subject import Beside, measure_facts, targets_in
from trigpoint.tasks.in_words import sentence
from trigpoint.tasks.measure_search import Searched, search, words
from trigpoint.tasks.prepared_figures import Prepared

pc: Any = pyarrow.compute  # its stubs know no mixture of arrays and scalars

_MONTHS = 13


@dataclass(frozen=True)
class Listed:
    """A measure in the list. `figure` is empty where none is prepared; `why` then says so."""

    measure: str
    title: str
    domain: str
    period: str
    figure: str
    made_of: str
    mark: Mark | None
    trace: str
    is_supplied: bool
    why: str = ""


def measure_list(prepared: Prepared | None, beside: Beside, query: str = "", authority: str = "") -> list[Listed]:
    """The measures that a query finds, best first, or all by domain; each with its latest headline figure."""
    targets, words = targets_in(beside.store, beside.target_set), council_words(beside.store)
    found = _all(prepared, targets, authority, words)
    if not query.strip():
        return sorted(found.values(), key=lambda one: (one.domain, one.title))
    return [found[name] for name in search(query, _searched(words))]


@lru_cache(maxsize=8)
def _all(
    prepared: Prepared | None, targets: tuple[Target, ...], authority: str, words: CouncilWords
) -> dict[str, Listed]:
    """A file of figures never changes under its name, so its lines do not."""
    latest = _latest(prepared, authority) if prepared else {}
    return {name: _listed(name, latest.get(name), targets, words) for name in EVERY}


def _latest(prepared: Prepared, authority: str) -> dict[str, Counted]:
    """The newest headline figure of each measure in its first period type; one without a value where none has one."""
    table = pq.read_table(prepared.path, filters=[("breakdown", "=", ""), ("variant", "=", "")], partitioning=None)
    rows = table.group_by(["authority", "period_end"]).aggregate([]).to_pylist()
    if not rows:
        return {}
    mine = authority or min(row["authority"] for row in rows)
    newest: date = max(row["period_end"] for row in rows)
    since = first_day(month_of(newest) - _MONTHS + 1)
    table = table.filter(pc.and_(pc.equal(table["authority"], mine), pc.greater_equal(table["period_end"], since)))
    book = Book(table)
    ends: dict[str, tuple[bool, date]] = {}
    for row in table.select(["measure", "period_type", "period_end", "value"]).to_pylist():
        if row["period_type"] == _kind(row["measure"]):
            better = (row["value"] is not None, row["period_end"])
            ends[row["measure"]] = max(ends.get(row["measure"], (False, date.min)), better)
    return {
        name: book.at(measure_facts(name, "", kind := _kind(name)), "", kind, end) for name, (_, end) in ends.items()
    }


def _kind(measure: str) -> PeriodType:
    kinds: Sequence[PeriodType] = EVERY[measure].periods
    return kinds[0]


def _listed(name: str, counted: Counted | None, targets: Sequence[Target], words: CouncilWords) -> Listed:
    declared = EVERY[name]
    title = words.said(declared.title)
    is_supplied = not isinstance(declared, Declaration)
    if counted is None:
        return Listed(name, title, declared.domain, "", "", "", None, "", is_supplied, "not calculated yet")
    kind = _kind(name)
    target = in_force(tuple(targets), name, "", kind, counted.end)
    judged = judge(counted.value, target, counted.reason)
    return Listed(
        measure=name,
        title=title,
        domain=declared.domain,
        period=column(kind, counted.end),
        figure=counted.figure.text,
        made_of=counted.made_of if counted.value is not None else "",
        mark=mark(Position(judged.state, judged.reason), words.states) if target else None,
        trace=counted.trace,
        is_supplied=is_supplied,
        why=counted.reason,
    )


@lru_cache(maxsize=4)
def _searched(own: CouncilWords) -> tuple[Searched, ...]:
    return tuple(
        Searched(name, words(_titles(one.title, own), name, one.domain, " ".join(one.seeds)), words(_meaning(name)))
        for name, one in EVERY.items()
    )


def _titles(title: str, own: CouncilWords) -> str:
    """A measure is found by the words of the library and by the council's."""
    return title if own.said(title) == title else f"{title} {own.said(title)}"


def _meaning(name: str) -> str:
    """The words of a definition that are searched."""
    declared = EVERY[name]
    if isinstance(declared, Declaration):
        now = library.versions(declared, "", NATIONAL)[-1]
        return f"{sentence(now)} {declared.notes} {' '.join(declared.words.values())}"
    return f"{declared.about} {declared.numerator} {declared.denominator} {declared.notes}"
