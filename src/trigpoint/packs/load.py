"""Reads a pack file, and says of every fault where it stands and how to mend it."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from trigpoint.language.period import PeriodType
from trigpoint.packs.library import pack_file, pack_names
from trigpoint.packs.model import ContextRow, Pack, Page, Words

_TOP = {"id", "title", "report", "purpose", "target_set", "definitions", "periods", "context_title", "context", "page"}
_PAGE = {"code", "title", "group", "measure", "variant", "period_type", "previous", "alone", "words"}
_CONTEXT = {"label", "measure", "variant", "period_type"}
_WORDS = set(Words.__dataclass_fields__)
_PERIOD_TYPES = [str(kind) for kind in PeriodType]


class PackError(ValueError):
    """A pack file that cannot be used, in one sentence: file, place, key, what, how to mend."""


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
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PackError(f"{path.name} is not a TOML file ({error}); mend that line.") from error
    return _pack(_Place(path.name, "top", document), measures)


def _pack(top: _Place, measures: Collection[str]) -> Pack:
    top.only(_TOP)
    pages = tuple(_page(place, measures) for place in top.tables("page"))
    for n, page in enumerate(pages):
        if page.code in {earlier.code for earlier in pages[:n]}:
            raise PackError(f"{top.file}, page {n + 1}: `code` {page.code!r} is used twice; give each page its own.")
    return Pack(
        id=top.text("id"),
        title=top.text("title"),
        report=top.text("report"),
        purpose=top.text("purpose", ""),
        target_set=top.text("target_set"),
        definitions=top.text("definitions", "national"),
        periods=top.number("periods", 12),
        pages=pages,
        context_title=top.text("context_title", "Context"),
        context=tuple(_context(place, measures) for place in top.tables("context", optional=True)),
    )


def _page(place: _Place, measures: Collection[str]) -> Page:
    place.only(_PAGE)
    words = place.table("words")
    words.only(_WORDS)
    many = words.text("many")
    return Page(
        code=place.text("code"),
        title=place.text("title"),
        group=place.text("group", ""),
        measure=place.measure(measures),
        variant=place.text("variant", ""),
        period_type=place.period_type("period_type", place.values.get("period_type")),
        previous=place.period_types("previous"),
        alone=place.period_types("alone"),
        words=Words(
            one=words.text("one"),
            many=many,
            met=words.text("met"),
            not_met=words.text("not_met", ""),
            all=words.text("all"),
            value=words.text("value"),
            met_short=words.text("met_short", ""),
            made_of=words.text("made_of", f"{{numerator}} of {{denominator}} {many}"),
        ),
    )


def _context(place: _Place, measures: Collection[str]) -> ContextRow:
    place.only(_CONTEXT)
    return ContextRow(
        label=place.text("label"),
        measure=place.measure(measures),
        variant=place.text("variant", ""),
        period_type=place.period_type("period_type", place.values.get("period_type")),
    )


@dataclass(frozen=True)
class _Place:
    """A table of a pack file that knows where it stands, so that every error can say so."""

    file: str
    name: str
    values: Mapping[str, Any]

    def error(self, key: str, what: str, mend: str) -> PackError:
        where = "" if self.name == "top" else f", {self.name}"
        return PackError(f"{self.file}{where}: `{key}` {what}; {mend}.")

    def only(self, known: set[str]) -> None:
        for key in self.values:
            if key not in known:
                near = get_close_matches(key, known, 1) or [", ".join(sorted(known))]
                raise self.error(key, "is not a key of this table", f"did you mean {near[0]}?"[:-1])

    def text(self, key: str, default: str | None = None) -> str:
        value = self.values.get(key, default)
        if not isinstance(value, str) or (value == "" and default is None):
            raise self.error(key, "is missing" if value is None else "is not a text", "give it as text in quotes")
        return value

    def number(self, key: str, default: int) -> int:
        value = self.values.get(key, default)
        if not isinstance(value, int) or isinstance(value, bool) or value < 2:
            raise self.error(key, f"is {value!r}", "give a whole number of 2 or more")
        return value

    def table(self, key: str) -> _Place:
        value = self.values.get(key)
        if not isinstance(value, dict):
            raise self.error(key, "is missing", f"add a table: {key} = {{ ... }}")
        return _Place(self.file, f"{self.name}, {key}", value)

    def tables(self, key: str, *, optional: bool = False) -> list[_Place]:
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value) or not (value or optional):
            raise self.error(key, "is missing or not a list of tables", f"begin each with a line [[{key}]]")
        return [_Place(self.file, f"{key} {n} ({_called(each)})", each) for n, each in enumerate(value, start=1)]

    def measure(self, measures: Collection[str]) -> str:
        name = self.text("measure")
        if name not in measures:
            near = get_close_matches(name, measures, 3, 0.5)
            mend = f"did you mean {' or '.join(near)}" if near else "`trigpoint measures` lists them"
            raise self.error("measure", f"names no measure: {name!r}", mend)
        return name

    def period_type(self, key: str, value: object) -> PeriodType:
        if value not in _PERIOD_TYPES:
            raise self.error(key, f"is {value!r}", f"give one of {', '.join(_PERIOD_TYPES)}")
        return PeriodType(str(value))

    def period_types(self, key: str) -> tuple[PeriodType, ...]:
        value = self.values.get(key, [])
        if not isinstance(value, list):
            raise self.error(key, "is not a list", f"write it as {key} = [...]")
        return tuple(self.period_type(key, each) for each in value)


def _called(values: Mapping[str, Any]) -> str:
    return str(values.get("code") or values.get("label") or "unnamed")
