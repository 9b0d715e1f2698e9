"""Reads a pack file, and says of every fault where it stands and how to mend it."""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from dataclasses import fields
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from trigpoint.figures.revisions import History
from trigpoint.judgement.exception_rule import AS_IT_STANDS, ExceptionRule
from trigpoint.judgement.state import State
from trigpoint.language.period import last_day, month_of
from trigpoint.packs import published
from trigpoint.packs.library import pack_file, pack_names
from trigpoint.packs.model import Agreement, Change, Cohort, ContextRow, Count, Distribution, Pack, Page, Words
from trigpoint.packs.place import PackError, Place

__all__ = ["PackError", "load", "read"]

_STATES = {state.name.lower(): state for state in State}
_WORDS = {each.name for each in fields(Words)}
_RULE = {each.name for each in fields(ExceptionRule)}
_TOP = {
    "id", "title", "report", "purpose", "layout", "target_set", "definitions", "periods", "context_title", "context",
    "page", "words", "frequency", "assessment", "exceptions", "detail", "distribution", "change", "agreed", "notes",
    "published", "published_period", "history",
}  # fmt: skip
_FIGURE = {"measure", "variant", "period_type"}
_PAGE = _FIGURE | {
    "code", "title", "group", "previous", "alone", "words", "where", "label", "beside", "count", "source", "owner",
    "guide", "why", "shares", "published", "published_variant",
}  # fmt: skip


def load(source: str | Path, measures: Collection[str]) -> Pack:
    """Read a pack: the name of one of ours ("birmingham") or the path of a council's own TOML file.

    `measures` are the ids that exist; a page about any other is refused with the nearest names.

    Raises:
        PackError: naming the file, the page (counted from 1) and the key.
    """
    path = Path(source)
    if not path.is_file():
        found = pack_file(str(source))
        if found is None:
            raise PackError(f"There is no pack {str(source)!r}; give a TOML file or one of {', '.join(pack_names())}.")
        path = found
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise PackError(f"{path.name} is not a TOML file ({error}); save it as UTF-8.") from error
    return read(text, path.name, measures)


def read(text: str, file: str, measures: Collection[str]) -> Pack:
    """Read the text of a pack file; `file` is what faults call it. Raises PackError."""
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"{file} is not a TOML file ({error}); mend that line.") from error
    return _pack(Place(file, "top", document), measures)


def _pack(top: Place, measures: Collection[str]) -> Pack:
    top.only(_TOP)
    report = top.text("published", "")
    if report and report not in published.REPORTS:
        raise top.error("published", f"is {report!r}", f"give one of {', '.join(published.REPORTS)}, or leave it out")
    pages = tuple(_page(place, measures, report) for place in top.tables("page"))
    for n, page in enumerate(pages):
        if page.code in {earlier.code for earlier in pages[:n]}:
            raise PackError(
                f"{top.file}, page {n + 1} ({page.code}): `code` {page.code!r} is used twice; give each page its own."
            )
    return Pack(
        id=top.text("id"),
        title=top.text("title"),
        report=top.text("report"),
        purpose=top.text("purpose", ""),
        layout=top.text("layout", "contract"),
        frequency=top.one_of("frequency", ("monthly", "quarterly"), "monthly"),
        assessment=top.one_of("assessment", ("target", "last_year"), "target"),
        target_set=top.text("target_set", ""),
        definitions=top.text("definitions", "national"),
        periods=top.number("periods", 12),
        pages=pages,
        context_title=top.text("context_title", "Context"),
        context=tuple(_context(place, measures, report) for place in top.tables("context", optional=True)),
        words=_state_words(top.table("words", optional=True)),
        exceptions=_rule(top.table("exceptions", optional=True)),
        detail=top.number("detail", 0, 12),
        distributions=tuple(
            _distribution(place, measures, report) for place in top.tables("distribution", optional=True)
        ),
        changes=tuple(_change(place) for place in top.tables("change", optional=True)),
        agreed=tuple(_agreement(place) for place in top.tables("agreed", optional=True)),
        notes=top.texts("notes"),
        history=_history(top),
        published=report,
        published_period=_published_period(top, report),
    )


def _published_period(top: Place, report: str) -> date | None:
    day = top.day("published_period")
    if report and day is None:
        raise top.error("published_period", "is missing", "give the last day of the month the report is about")
    if day is not None and day != last_day(month_of(day)):
        raise top.error("published_period", f"is {day}", f"give the last day of that month, {last_day(month_of(day))}")
    return day


def _history(top: Place) -> History | None:
    return History(top.one_of("history", tuple(History))) if "history" in top.values else None


def _page(place: Place, measures: Collection[str], report: str) -> Page:
    place.only(_PAGE)
    return Page(
        code=place.text("code"),
        title=place.text("title"),
        group=place.text("group", ""),
        measure=place.measure(measures),
        variant=place.text("variant", ""),
        period_type=place.period_type(),
        previous=place.period_types("previous"),
        alone=place.period_types("alone"),
        words=_words(place.table("words", optional=True)),
        where=place.pairs("where"),
        label=place.text("label", ""),
        beside=tuple(_cohort(each) for each in place.tables("beside", optional=True)),
        count=_count(place.table("count"), measures) if "count" in place.values else None,
        source=place.text("source", ""),
        owner=place.text("owner", ""),
        guide=place.text("guide", ""),
        why=place.text("why", ""),
        shares=place.texts("shares"),
        published=_line(place, report),
        published_variant=place.text("published_variant", ""),
    )


def _line(place: Place, report: str) -> str:
    """The reference of a line of the published report; empty where none is named."""
    ref = place.text("published", "")
    known = [line.ref for line in published.measures(report)]
    if ref and ref not in known:
        near = get_close_matches(ref, known, 1) or known[:1]
        mend = f"give one of its references, such as {near[0]!r}" if near else "name the report at the top of the file"
        raise place.error("published", f"names no line of the published report: {ref!r}", mend)
    return ref


def _words(place: Place) -> Words:
    place.only(_WORDS)
    words = Words(**{name: place.text(name, "") for name in _WORDS})
    try:
        words.made_of.format(numerator="", denominator="")
    except (KeyError, IndexError, ValueError, AttributeError):
        raise place.error("made_of", "has other braces", "use {numerator} and {denominator} only") from None
    return words


def _cohort(place: Place) -> Cohort:
    place.only({"label", "variant", "published_variant"})
    return Cohort(
        label=place.text("label"),
        variant=place.text("variant", ""),
        published_variant=place.text("published_variant", ""),
    )


def _count(place: Place, measures: Collection[str]) -> Count:
    place.only({"label", "published_variant"} | _FIGURE)
    return Count(
        label=place.text("label"),
        measure=place.measure(measures),
        variant=place.text("variant", ""),
        period_type=place.period_type(),
        published_variant=place.text("published_variant", ""),
    )


def _context(place: Place, measures: Collection[str], report: str) -> ContextRow:
    place.only({"label", "published"} | _FIGURE)
    return ContextRow(
        label=place.text("label"),
        measure=place.measure(measures),
        variant=place.text("variant", ""),
        period_type=place.period_type(),
        published=_line(place, report),
    )


def _distribution(place: Place, measures: Collection[str], report: str) -> Distribution:
    place.only({"title", "group", "where", "published"} | _FIGURE)
    return Distribution(
        title=place.text("title"),
        group=place.text("group", ""),
        measure=place.measure(measures),
        variant=place.text("variant", ""),
        period_type=place.period_type(),
        where=place.pairs("where"),
        published=_line(place, report),
    )


def _change(place: Place) -> Change:
    place.only({"kind", "title", "text", "now", "proposed"})
    return Change(
        kind=place.one_of("kind", ("removed", "added", "amended")),
        title=place.text("title"),
        text=place.text("text", ""),
        now=place.text("now", ""),
        proposed=place.text("proposed", ""),
    )


def _agreement(place: Place) -> Agreement:
    place.only({"body", "date", "decision"})
    return Agreement(body=place.text("body"), date=place.text("date", ""), decision=place.text("decision", ""))


def _state_words(place: Place) -> dict[State, str]:
    place.only(set(_STATES))
    return {_STATES[name]: place.text(name) for name in place.values}


def _rule(place: Place) -> ExceptionRule:
    place.only(_RULE)
    times = place.number("times", AS_IT_STANDS.times or 0, 0)
    given = {name: place.yes(name, default=getattr(AS_IT_STANDS, name)) for name in sorted(_RULE - {"times"})}
    return ExceptionRule(times=times or None, **given)
