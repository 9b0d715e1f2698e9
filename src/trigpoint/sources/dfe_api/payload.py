"""JSON as the children in it, one at a time: every limit before the memory, no number that is none, keys given once."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NoReturn

from trigpoint.sources.csv_checks import BOM
from trigpoint.sources.issue import Refused, refused
from trigpoint.sources.limits import MAX_DEPTH

_MEND = "export the payload again"


class Object(dict[str, Any]):
    """A JSON object; `twice` are the keys that it gives more than once, of which the last stands."""

    twice: tuple[str, ...] = ()


_SPACE = re.compile(r"[ \t\n\r]*")


class _NotJsonError(ValueError):
    """Something that Python takes for JSON and nobody else does."""


def children(data: bytes, file: str) -> Iterator[tuple[int, Any]]:
    """Number, counted from 1, and value of every child: of each value of the list, or of the one object there is.

    Numbers are kept as the text that says them. Raises Refused for what is no JSON or nested too deeply.
    """
    text = _text(data, file)
    decoder = json.JSONDecoder(
        object_pairs_hook=_object, parse_int=str, parse_float=str, parse_constant=_refuse_constant
    )
    at, number = _past_space(text, 0), 0
    is_list = text.startswith("[", at)
    at = _past_space(text, at + 1) if is_list else at
    while not (is_list and number == 0 and text.startswith("]", at)):
        number += 1
        value, at = _decoded(decoder, text, at, file, number)
        yield number, value
        at = _past_space(text, at)
        if not (is_list and text.startswith(",", at)):
            break
        at = _past_space(text, at + 1)
    if is_list and not text.startswith("]", at):
        raise refused(file, f"the file is cut short or no JSON after child {number}", _MEND, row=number or None)
    if _past_space(text, at + is_list) < len(text):
        raise refused(file, "something stands after the end of the payload", _MEND)


def _text(data: bytes, file: str) -> str:
    try:
        return data.removeprefix(BOM).decode()
    except UnicodeDecodeError as error:
        what = f"the file is not UTF-8 text from byte {error.start:,} on"
        raise refused(file, what, "export it again as UTF-8") from None


def _past_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _decoded(decoder: json.JSONDecoder, text: str, at: int, file: str, number: int) -> tuple[Any, int]:
    try:
        value, end = decoder.raw_decode(text, at)
    except RecursionError:
        raise _too_deep(file, number) from None
    except json.JSONDecodeError as error:
        what = f"child {number} is not JSON ({error.msg} in line {error.lineno:,})"
        raise refused(file, what, _MEND, row=number) from None
    except _NotJsonError as error:
        raise refused(
            file, f"child {number} holds {error}", "write null where a value is missing", row=number
        ) from None
    if _depth(value) > MAX_DEPTH:
        raise _too_deep(file, number)
    return value, end


def _too_deep(file: str, number: int) -> Refused:
    what = f"child {number} has more than {MAX_DEPTH} values within each other"
    return refused(file, what, "check that this is the right file", row=number)


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
