"""Headings and codes understood as councils write them: exactly, then without their finery, then by what was learnt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher, get_close_matches
from functools import cached_property, lru_cache

from trigpoint.records.codes import CODE_SETS
from trigpoint.sources.annex_a.lists import CODES, LISTS, SPELLINGS, AnnexList, ListColumn
from trigpoint.sources.annex_a.mapping import EMPTY, HEADINGS, Meaning

_LETTER = re.compile(r"\(?([a-p])(?:\)|\.|:| ?-)\s*(.*)", re.DOTALL)
_LONGEST = 200
"""Letters of a spelling that are compared; none that the format has is nearly as long."""
_NEARLY = 0.8
"""How like the label beside a letter must be to that letter's own label: a slip of the pen, no other meaning."""
_HINTS = re.compile(r"\((?:y ?/ ?n|yes ?/ ?no|years|dd/mm/yyyy)\)")
_LIST, _COLUMN, _WRITTEN, _MEANT = HEADINGS
_REST = re.compile(r"[^\w#<>&/+]+")


@dataclass(frozen=True)
class Understood:
    """What a cell means in the records (nothing when the format says that nothing is known)."""

    code: str | None
    is_coarse: bool = False


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """A spelling without case, accents of typography, hints how to fill it in, signs and doubled blanks."""
    text = unicodedata.normalize("NFKC", text[:_LONGEST]).lower().replace("\u2019", "'").replace("'", "")
    return " ".join(_REST.sub(" ", _HINTS.sub(" ", text)).replace("/", " ").split())


class CodeWords:
    """The ways of writing the codes of one column."""

    def __init__(self, name: str, learnt: Iterable[Meaning]) -> None:
        self.set = CODES[name]
        self._exact = {one.written.casefold(): Understood(one.code or None, one.is_coarse) for one in self.set.codes}
        self._plain = {plain(one.written): self._exact[one.written.casefold()] for one in self.set.codes}
        self._labels: dict[str, Understood] = {}
        self._letters: dict[str, tuple[str, Understood]] = {}
        for one in self.set.codes:
            self._add(one.written)
        self._own = {code.code: Understood(code.code) for code in CODE_SETS.get(self.set.records, ())}
        if not self._own:
            coarse = {c: Understood(one.code) for one in self.set.codes for c in (one.code, *one.also) if c}
            self._own = {code.upper(): meant for code, meant in coarse.items()}
        self.strange: list[Meaning] = []
        self._learnt: dict[str, Understood] = {}
        for meaning in learnt:
            meant = Understood(None) if meaning.meant.strip().lower() == EMPTY else self._known(meaning.meant)
            if meant is None:
                self.strange.append(meaning)
            else:
                self._learnt[_key(meaning.written)] = meant

    def _add(self, written: str) -> None:
        meant = self._exact[written.casefold()]
        if lettered := _LETTER.fullmatch(written):
            label = plain(lettered[2])
            self._letters[lettered[1]] = label, meant
            self._labels[label] = meant
        elif ":" in written:
            self._labels[plain(written.partition(":")[2])] = meant

    def understand(self, text: str) -> Understood | None:
        """What a cell means; None when nobody has said yet. What was learnt overrules everything but the exact form."""
        return self._exact.get(text.casefold()) or self._learnt.get(_key(text)) or self._known(text)

    def _known(self, text: str) -> Understood | None:
        lowered = text.strip().casefold()
        known = self._exact.get(lowered) or self._own.get(lowered.upper()) or self._plain.get(plain(text))
        if known or not plain(text):
            return known
        return self._labels.get(plain(text)) or self._by_letter(lowered)

    def _by_letter(self, text: str) -> Understood | None:
        """A lone letter, or a letter and nearly its label; a label that belongs to another letter goes before it."""
        if text in self._letters:
            return self._letters[text][1]
        found = _LETTER.fullmatch(text)
        if not found:
            return None
        rest = plain(found[2])
        by_label = self._labels.get(rest) or self._learnt.get(rest) if rest else None
        label, meant = self._letters.get(found[1], ("", None))
        if by_label or meant is None:
            return by_label
        return meant if not rest or SequenceMatcher(None, rest, label).ratio() >= _NEARLY else None

    def suggestion(self, text: str) -> str:
        """The nearest way the format writes it; empty when none is near."""
        found = _LETTER.fullmatch(text.strip().casefold())
        near = {plain(one.written.partition(") ")[2] or one.written): one.written for one in self.set.codes}
        close = get_close_matches(plain(found[2] if found else text), near, 1, 0.5)
        if close:
            return near[close[0]]
        lettered = [one.written for one in self.set.codes if found and one.written.startswith(f"{found[1]})")]
        return lettered[0] if lettered else ""


def _key(text: str) -> str:
    """What two spellings of a mapping file are compared by; a sign alone stays itself."""
    return plain(text) or text.strip().casefold()


@dataclass
class HeadingWords:
    """The ways of writing the headings of one list, by how well they are understood (the fewer, the better)."""

    ways: dict[str, tuple[int, str]] = field(default_factory=dict)
    patterns: list[tuple[re.Pattern[str], str]] = field(default_factory=list)

    def understand(self, text: str) -> tuple[int, str] | None:
        """How sure, and the heading of the format that is meant; None when nobody has said yet."""
        key = plain(text)
        if key in self.ways:
            return self.ways[key]
        return next(((3, meant) for pattern, meant in self.patterns if pattern.fullmatch(key)), None)


class Spellings:
    """Everything that is known of how one council writes the lists."""

    def __init__(self, learnt: Sequence[Meaning] = ()) -> None:
        self._shipped = [Meaning(row[_LIST], row[_COLUMN], row[_WRITTEN], row[_MEANT]) for row in SPELLINGS]
        self._learnt = learnt
        self._codes: dict[tuple[int, str], CodeWords] = {}

    def codes(self, number: int, column: ListColumn) -> CodeWords:
        """The ways of writing the codes of a column of a list."""
        if (number, column.name) not in self._codes:
            names = {"*", plain(column.name), plain(column.codes)}
            every = [*self._shipped, *self._learnt]
            mine = [m for m in every if m.column and m.within in {"*", str(number)} and _name(m.column) in names]
            self._codes[number, column.name] = CodeWords(column.codes, mine)
        return self._codes[number, column.name]

    @property
    def strange(self) -> list[Meaning]:
        """Rows of the mapping file that mean no code of their column, once each."""
        found = {m: None for words in self._codes.values() for m in words.strange if m.row and m.column != "*"}
        return list(found)

    @cached_property
    def headings(self) -> Mapping[int, HeadingWords]:
        """The ways of writing the headings of each list."""
        return {number: self._headings(one) for number, one in LISTS.items()}

    def _headings(self, one: AnnexList) -> HeadingWords:
        names = {plain(column.name): column.name for column in one.columns}
        found = HeadingWords({key: (1, name) for key, name in names.items()})
        for sure, meanings in ((2, self._shipped), (0, self._learnt)):
            for meaning in meanings:
                target = names.get(plain(meaning.meant))
                if meaning.column or target is None or meaning.within not in {"*", str(one.number)}:
                    continue
                if sure and meaning.written.startswith("/"):
                    found.patterns.append((re.compile(meaning.written.strip("/")), target))
                elif sure == 0 or plain(meaning.written) not in found.ways:
                    found.ways[plain(meaning.written)] = sure, target
        return found

    def is_blank(self, text: str) -> bool:
        """Whether a cell says in words that nothing is there."""
        return _key(text) in self._blanks

    @cached_property
    def _blanks(self) -> set[str]:
        return {_key(m.written) for m in self._shipped if m.column == "*" and m.meant == EMPTY}


def _name(column: str) -> str:
    return column if column == "*" else plain(column)
