"""JSON as the children in it, one at a time: every limit before the memory, no number that is none, keys given once."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, NoReturn

from trigpoint.sources.csv_checks import BOM
from trigpoint.sources.issue import Refused, refused
from trigpoint.sources.limits import MAX_DEPTH, MAX_RECORD_BYTES

_MEND = "export the payload again"


class Object(dict[str, Any]):
    """A JSON object; `twice` are the keys that it gives more than once, of which the last stands."""

    twice: tuple[str, ...] = ()


_SPACE = re.compile(r"[ \t\n\r]*")


class _NotJsonError(ValueError):
    """Something that Python takes for JSON and nobody else does."""


@dataclass(frozen=True, slots=True)
class Child:
    """A child with its number, counted from 1, and its text. In `value` the last of keys given twice stands, untold.

    Numbers are kept as the text that says them.
    """

    number: int
    value: Any
    text: str


def children(data: bytes, file: str) -> Iterator[Child]:
    """Every child: each value of the list, or the one object there is.

    Raises Refused for what is no JSON or too large.
    """
    reading, number = _Reading(_text(data, file), file), 0
    is_list = reading.takes("[")
    while not (is_list and number == 0 and reading.is_at("]")):
        number += 1
        yield reading.child(number)
        if not (is_list and reading.takes(",")):
            break
    if is_list and not reading.takes("]"):
        raise refused(file, f"the file is cut short or no JSON after child {number}", _MEND, row=number or None)
    if not reading.is_at(""):
        raise refused(file, "something stands after the end of the payload", _MEND)


class _Reading:
    """A text read value by value, through a window: what one value may unpack to is bounded by the window's size."""

    def __init__(self, text: str, file: str) -> None:
        self._text, self._file = text, file
        self._begin, self._at, self._window = 0, 0, ""
        self._decoder = _decoder(None)
        self._move()

    @property
    def _is_last(self) -> bool:
        return self._begin + len(self._window) >= len(self._text)

    def _move(self) -> None:
        """Past white space; the window is moved on when less than the largest value is left in it."""
        self._past_space()
        while not self._is_last and len(self._window) - self._at < MAX_RECORD_BYTES:
            self._begin, self._at = self._begin + self._at, 0
            self._window = self._text[self._begin : self._begin + 2 * MAX_RECORD_BYTES]
            self._past_space()

    def _past_space(self) -> None:
        found = _SPACE.match(self._window, self._at)
        self._at = found.end() if found else self._at

    def is_at(self, sign: str) -> bool:
        """Whether a sign comes next; an empty one stands for the end."""
        return self._window.startswith(sign, self._at) if sign else self._at >= len(self._window)

    def takes(self, sign: str) -> bool:
        """Whether a sign came next; it is passed."""
        found = self.is_at(sign)
        if found:
            self._at += 1
            self._move()
        return found

    def child(self, number: int) -> Child:
        """The value that comes next."""
        begin = self._at
        try:
            value, self._at = self._decoder.raw_decode(self._window, begin)
        except RecursionError:
            raise _too_deep(number, self._file) from None
        except json.JSONDecodeError as error:
            raise self._unread(number, error) from None
        except _NotJsonError as error:
            mend = "write null where a value is missing"
            raise refused(self._file, f"child {number} holds {error}", mend, row=number) from None
        text = self._window[begin : self._at]
        self._move()
        return Child(number, value, text)

    def _unread(self, number: int, error: json.JSONDecodeError) -> Refused:
        cut = error.msg.startswith("Unterminated") or error.pos > len(self._window) - len("-Infinity")
        if cut and not self._is_last:
            what = f"child {number} has more than {MAX_RECORD_BYTES:,} characters"
            return refused(self._file, what, "check that this is the right file", row=number)
        line = self._text.count("\n", 0, self._begin + error.pos) + 1
        return refused(self._file, f"child {number} is not JSON ({error.msg} in line {line:,})", _MEND, row=number)


def exactly(child: Child, file: str) -> Any:
    """The value of a child, its objects with the keys given twice. Raises Refused when it is nested too deeply."""
    if _depth(child.value) > MAX_DEPTH:
        raise _too_deep(child.number, file)
    return _decoder(_object).decode(child.text)


@cache
def _decoder(each: Callable[[list[tuple[str, Any]]], Any] | None) -> json.JSONDecoder:
    return json.JSONDecoder(object_pairs_hook=each, parse_int=str, parse_float=str, parse_constant=_refuse_constant)


def _too_deep(number: int, file: str) -> Refused:
    what = f"child {number} has more than {MAX_DEPTH} values within each other"
    return refused(file, what, "check that this is the right file", row=number)


def _text(data: bytes, file: str) -> str:
    try:
        return data.removeprefix(BOM).decode()
    except UnicodeDecodeError as error:
        what = f"the file is not UTF-8 text from byte {error.start:,} on"
        raise refused(file, what, "export it again as UTF-8") from None


def _depth(value: Any) -> int:
    """How many objects and lists lie within each other."""
    depth, level = 0, [value]
    while level:
        level = [inner for one in level if isinstance(one, dict | list) for inner in _within(one)]
        depth += 1
        if depth > MAX_DEPTH:
            break
    return depth


def _within(value: dict[str, Any] | list[Any]) -> list[Any]:
    return value if isinstance(value, list) else list(value.values())


def _object(pairs: list[tuple[str, Any]]) -> Object:
    made = Object(pairs)
    if len(made) < len(pairs):
        counted = Counter(key for key, _ in pairs)
        made.twice = tuple(sorted(key for key, count in counted.items() if count > 1))
    return made


def _refuse_constant(word: str) -> NoReturn:
    raise _NotJsonError(f"{word}, which is no JSON")
