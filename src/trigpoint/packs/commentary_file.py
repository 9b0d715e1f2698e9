"""Reads a file of commentary; every fault with its table, key and remedy."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import TypeVar

from trigpoint.judgement.faults import Faults
from trigpoint.judgement.trend import WORDS
from trigpoint.language.period import last_day, month_of
from trigpoint.packs.commentary import Action, Comment, PackCommentary, TrendSet
from trigpoint.packs.load import load
from trigpoint.packs.model import Pack
from trigpoint.packs.place import PackError, Place

_TOP = {"pack", "period", "comment", "trend"}
_COMMENT = {"pages", "happened", "why", "actions", "back_on_target", "signed"}
_TREND = {"page", "word", "by", "reason", "on"}
_Read = TypeVar("_Read")


class CommentaryError(Faults):
    """A file of commentary that cannot be taken: a sentence for each fault."""


def read(path: Path, measures: Collection[str]) -> PackCommentary:
    """The commentary of a TOML file.

    Top level: `pack`, one of ours or the path of a council's own from this file; `period`, its month as "2026-12". Then
    one `[[comment]]` a text: `pages`, the codes of the pages that it is about; `happened`; `why`; `actions`, each
    { text, owner, by }; `back_on_target`; `signed`, a role and a date. One `[[trend]]` a trend that a person set:
    `page`, `word`, `by` (a role), `reason`, `on` (a date). `measures` are the ids that exist.

    Raises:
        CommentaryError: with every fault; each names the table as it is counted in the file, the key and the remedy.
    """
    top = _top(path)
    try:
        top.only(_TOP)
        pack, period = _pack(path, top, measures), _period(top)
        comments = _tables(top, "comment")
        trends = _tables(top, "trend")
    except PackError as error:
        raise CommentaryError(str(error)) from error
    if not comments and not trends:
        raise CommentaryError(f"{path.name} says nothing; begin each comment with a line [[comment]].")
    codes = [page.code for page in pack.pages]
    faults: list[str] = []
    found = PackCommentary(
        pack=pack.id,
        period=period,
        comments=_each(comments, lambda place: _comment(place, codes), faults),
        trends=_each(trends, lambda place: _trend(place, codes), faults),
    )
    faults += _twice(path.name, found)
    if faults:
        raise CommentaryError(*faults)
    return found


def _top(path: Path) -> Place:
    try:
        return Place(path.name, "top", tomllib.loads(path.read_text(encoding="utf-8-sig")))
    except OSError as error:
        raise CommentaryError(f"{path.name} cannot be opened ({error.strerror}); check its name.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CommentaryError(f"{path.name} is not a TOML file ({error}); mend that line and load it again.") from error


def _pack(path: Path, top: Place, measures: Collection[str]) -> Pack:
    name = top.text("pack")
    own = path.parent / name
    return load(own if own.is_file() else name, measures)


def _period(top: Place) -> date:
    said = top.text("period")
    try:
        return last_day(month_of(datetime.strptime(said, "%Y-%m").date()))  # noqa: DTZ007 - a month has no time zone
    except ValueError:
        raise top.error("period", f"is {said!r}", 'write the month as "2026-12"') from None


def _tables(top: Place, key: str) -> list[Place]:
    return [Place(top.file, f"{key} {n}", place.values) for n, place in enumerate(top.tables(key, optional=True), 1)]


def _each(places: Sequence[Place], read_one: Callable[[Place], _Read], faults: list[str]) -> tuple[_Read, ...]:
    found = []
    for place in places:
        try:
            found.append(read_one(place))
        except PackError as error:
            faults.append(str(error))
    return tuple(found)


def _comment(place: Place, codes: Collection[str]) -> Comment:
    place.only(_COMMENT)
    pages = place.texts("pages")
    if not pages:
        raise place.error("pages", "is missing", 'name the pages by their codes: pages = ["KPI 3"]')
    return Comment(
        pages=tuple(_code(place, "pages", code, codes) for code in pages),
        happened=place.text("happened"),
        why=place.text("why", ""),
        actions=tuple(_action(each) for each in place.tables("actions", optional=True)),
        back_on_target=_when(place, "back_on_target"),
        signed=place.text("signed", ""),
    )


def _action(place: Place) -> Action:
    place.only({"text", "owner", "by"})
    return Action(place.text("text"), place.text("owner"), _when(place, "by", needed=True))


def _trend(place: Place, codes: Collection[str]) -> TrendSet:
    place.only(_TREND)
    word, on = place.text("word"), place.day("on")
    if word not in WORDS:
        near = get_close_matches(word.capitalize(), WORDS, 1) or [", ".join(WORDS)]
        raise place.error("word", f"is no trend: {word!r}", f"did you mean {near[0]}")
    if on is None:
        raise place.error("on", "is missing", "say on which day it was set, as 2027-01-12")
    return TrendSet(
        page=_code(place, "page", place.text("page"), codes),
        word=word,
        by=place.text("by"),
        reason=place.text("reason").removesuffix("."),
        on=on,
    )


def _code(place: Place, key: str, code: str, codes: Collection[str]) -> str:
    if code not in codes:
        near = get_close_matches(code, codes, 1) or [", ".join(codes)]
        raise place.error(key, f"names no page of the pack: {code!r}", f"did you mean {near[0]}")
    return code


def _when(place: Place, key: str, *, needed: bool = False) -> str:
    """A date, written out, or words such as "March 2027"."""
    said = place.values.get(key)
    if isinstance(said, date):
        return f"{said.day} {said:%B %Y}"
    return place.text(key) if needed else place.text(key, "")


def _twice(file: str, found: PackCommentary) -> Iterator[str]:
    commented = Counter(code for comment in found.comments for code in dict.fromkeys(comment.pages))
    trends = Counter(trend.page for trend in found.trends)
    for what, counts in (("comments", commented), ("trends", trends)):
        for code, count in counts.items():
            if count > 1:
                yield f"{file}: {code} has {count} {what}; a page has one: put them together."
