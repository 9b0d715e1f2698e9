"""One child of a payload taken by the declared shape: values typed, whatever does not fit told with its path."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from trigpoint.sources import values
from trigpoint.sources.dfe_api.payload import Object
from trigpoint.sources.dfe_api.shape import CHILD, Group, Item
from trigpoint.sources.dfe_api.told import Told
from trigpoint.sources.issue import names, refused, shown
from trigpoint.sources.limits import MAX_CELL_BYTES

Cell = str | date | list[str] | None

PURGE = "purge"
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
_FLAGS = {"TRUE": "Y", "FALSE": "N", "Y": "Y", "N": "N", "1": "Y", "0": "N"}
_MEND = {
    "text": ("is not a text", "write it as text in quotation marks"),
    "day": ("is not a date", "write dates as 2024-03-20"),
    "flag": ("is neither true nor false", "write true or false"),
    "whole": ("is not a whole number", "write digits only"),
    "codes": ("is not a list of codes", 'write the codes as a list: ["1A", "2B"]'),
}
_TAKEN_AS_MISSING = "it is taken as missing"

day = lru_cache(maxsize=100_000)(values.day)


@dataclass
class Taken:
    """An object as it was taken: its items by name, the objects in it by group."""

    cells: dict[str, Cell] = field(default_factory=dict)
    groups: dict[str, list[Taken]] = field(default_factory=dict)

    def all(self, name: str) -> list[Taken]:
        """The objects of a group, in the order of the payload."""
        return self.groups.get(name, [])

    def first(self, name: str) -> Taken:
        """The one object of a group; an empty one when there is none."""
        return next(iter(self.all(name)), Taken())

    def codes(self, name: str) -> list[str]:
        """A list of codes, sorted, each once."""
        found = self.cells.get(name)
        return found if isinstance(found, list) else []

    def row(self, group: Group, child: str, referral: str = "") -> dict[str, Cell]:
        """The items that have a record column of their own, with whose row it is."""
        row = {item.column: self.cells.get(name) for name, item in group.items.items() if item.column}
        row |= {group.child: child} if group.child else {}
        return row | ({group.referral: referral} if group.referral else {})


class Reader:
    """Takes the children of one file. `refused` counts by table what was purged or could not be taken."""

    def __init__(self, file: str) -> None:
        self.file, self.told = file, Told(file)
        self.refused: Counter[str] = Counter()
        self._number = 0

    def child(self, number: int, value: Any) -> Taken | None:
        """The child with this number; None when it cannot be taken or is purged."""
        self._number = number
        return self._object(value, "", CHILD)

    def _tell(self, path: str, what: str, mend: str) -> None:
        self.told.tell(self._number, path, what, mend)

    def _object(self, value: Any, path: str, group: Group) -> Taken | None:
        if not isinstance(value, Object):
            what = f"{shown(_said(value))} is no JSON object and was left out"
            self._refuse(group, path, what, "export the payload again")
            return None
        self._tell_keys(value, path, group)
        if self._flag(value.get(PURGE), _under(path, PURGE)) == "Y":
            self.told.purged(self._number, path or "child")
            self.refused[group.table] += 1
            return None
        taken = Taken({name: self._cell(value, path, name, item) for name, item in group.items.items()})
        if group.key and taken.cells[group.key] is None:
            what = "there is no id, so it was left out with all that is in it"
            self._refuse(group, _under(path, group.key), what, "give it its id")
            return None
        for name, inner in group.groups.items():
            taken.groups[name] = list(self._inner(value.get(name), _under(path, name), inner))
        return taken

    def _refuse(self, group: Group, path: str, what: str, mend: str) -> None:
        self.refused[group.table] += 1
        self._tell(path, what, mend)

    def _inner(self, value: Any, path: str, group: Group) -> Iterator[Taken]:
        """The objects of a group. One object where a list is meant is a list of one; so is a list where one is."""
        if value is None:
            return
        listed = value if isinstance(value, list) else [value]
        for place, one in enumerate(listed):
            taken = self._object(one, f"{path}[{place}]" if isinstance(value, list) else path, group)
            if taken is not None:
                yield taken

    def _tell_keys(self, value: Object, path: str, group: Group) -> None:
        if value.twice:
            what = f"keys are given more than once, of which the last was taken: {names(map(shown, value.twice))}"
            self._tell(path, what, "give each key once")
        unknown = value.keys() - group.items.keys() - group.groups.keys() - {PURGE}
        if unknown:
            what = f"keys that are not part of the payload were left out: {names(map(shown, sorted(unknown)))}"
            mend = "nothing need be done unless one is misspelt"
            self.told.tell(self._number, path, what, mend, "warning")

    def _cell(self, value: Object, path: str, name: str, item: Item) -> Cell:
        given, path = value.get(name), _under(path, name)
        if item.kind == "codes":
            return self._codes(given, path, item)
        if item.kind == "flag":
            return self._flag(given, path)
        text = self._text(given, path, item)
        if text is None or item.kind == "text":
            return text
        read = day(text) if item.kind == "day" else values.whole(text)
        if read is None:
            self._misfit(text, path, item.kind)
        return read if isinstance(read, date) or read is None else str(read)

    def _text(self, given: Any, path: str, item: Item) -> str | None:
        """A text without space around it; an empty one is missing."""
        if given is None:
            return None
        if not isinstance(given, str) or _UNPRINTABLE.search(given.strip()):
            self._misfit(_said(given), path, item.kind)
            return None
        text = given.strip()
        if len(text.encode()) > MAX_CELL_BYTES:
            what = f"a text is longer than {MAX_CELL_BYTES:,} characters"
            raise refused(self.file, what, "shorten it in the case system", row=self._number, column=path)
        if item.most and len(text) > item.most:
            what = f"{shown(text)} has more than the {item.most} characters that the API takes; it is kept as it stands"
            self.told.tell(self._number, path, what, "correct it before the payload is sent", "warning")
        return text or None

    def _flag(self, given: Any, path: str) -> str | None:
        read = flag(given)
        if read is None and given is not None and given != "":
            self._misfit(_said(given), path, "flag")
        return read

    def _codes(self, given: Any, path: str, item: Item) -> list[str]:
        if given is None:
            return []
        if not isinstance(given, list):
            self._misfit(_said(given), path, "codes")
            return []
        texts = [self._text(one, f"{path}[{place}]", item) for place, one in enumerate(given)]
        return sorted({text.upper() for text in texts if text})

    def _misfit(self, said: str, path: str, kind: str) -> None:
        what, mend = _MEND[kind]
        self._tell(path, f"{shown(said)} {what}; {_TAKEN_AS_MISSING}", mend)


def flag(given: object) -> str | None:
    """Y or N; None for what says neither."""
    if isinstance(given, bool):
        return "Y" if given else "N"
    return _FLAGS.get(given.strip().upper()) if isinstance(given, str) else None


def _under(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _said(value: Any) -> str:
    """A value in a word: what stands there, or what kind of thing."""
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return "a list"
    return {True: "true", False: "false", None: "null"}[value] if not isinstance(value, str) else value
