"""A table of a pack file that knows where it stands, so that every fault can be told with its place and its remedy."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any

from trigpoint.language.period import PeriodType

_PERIOD_TYPES = [str(kind) for kind in PeriodType]


class PackError(ValueError):
    """A pack file that cannot be used, in one sentence: file, place, key, what, how to mend it."""


@dataclass(frozen=True)
class Place:
    """One table: `name` is "top" or what a person would call it."""

    file: str
    name: str
    values: Mapping[str, Any]

    def error(self, key: str, what: str, mend: str) -> PackError:
        """A fault at a key of this table."""
        where = "" if self.name == "top" else f", {self.name}"
        return PackError(f"{self.file}{where}: `{key}` {what}; {mend}.")

    def only(self, known: Collection[str]) -> None:
        """Refuse a key that means nothing here."""
        for key in self.values:
            if key not in known:
                near = get_close_matches(key, known, 1) or [", ".join(sorted(known))]
                raise self.error(key, "is not a key of this table", f"did you mean {near[0]}?"[:-1])

    def text(self, key: str, default: str | None = None) -> str:
        """A text; without a default it must be there."""
        value = self.values.get(key, default)
        if not isinstance(value, str) or (value == "" and default is None):
            raise self.error(key, "is missing" if value is None else "is not a text", "give it as text in quotes")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, empty where there is none."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise self.error(key, "is not a list of texts", f'write it as {key} = ["..."]')
        return tuple(value)

    def number(self, key: str, default: int, least: int = 2) -> int:
        """A whole number of at least `least`."""
        value = self.values.get(key, default)
        if not isinstance(value, int) or isinstance(value, bool) or (value < least and value != default):
            raise self.error(key, f"is {value!r}", f"give a whole number of {least} or more")
        return value

    def yes(self, key: str, *, default: bool) -> bool:
        """True or false."""
        value = self.values.get(key, default)
        if not isinstance(value, bool):
            raise self.error(key, f"is {value!r}", "write true or false")
        return value

    def day(self, key: str) -> date | None:
        """A date, or None where there is none."""
        value = self.values.get(key)
        if value is not None and type(value) is not date:  # a time of day is a date as well
            raise self.error(key, f"is {value!r}", "write it as 2026-12-31, without quotes")
        return value

    def one_of(self, key: str, known: Collection[str], default: str | None = None) -> str:
        """A text that must be one of some."""
        value = self.text(key, default)
        if value not in known:
            raise self.error(key, f"is {value!r}", f"give one of {', '.join(sorted(known))}")
        return value

    def pairs(self, key: str) -> tuple[tuple[str, str], ...]:
        """A table of texts as pairs, in the order given."""
        value = self.values.get(key, {})
        if not isinstance(value, dict) or not all(isinstance(each, str) and each for each in value.values()):
            raise self.error(key, "is not a table of texts", f'write it as {key} = {{ team = "..." }}')
        return tuple(value.items())

    def table(self, key: str, *, optional: bool = False) -> Place:
        """A table inside this one."""
        value = self.values.get(key, {} if optional else None)
        if not isinstance(value, dict):
            raise self.error(key, "is missing", f"add a table: {key} = {{ ... }}")
        return Place(self.file, f"{self.name}, {key}" if self.name != "top" else key, value)

    def tables(self, key: str, *, optional: bool = False) -> list[Place]:
        """The tables of a list."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value) or not (value or optional):
            raise self.error(key, "is missing or not a list of tables", f"begin each with a line [[{key}]]")
        inside = "" if self.name == "top" else f"{self.name}, "
        return [Place(self.file, f"{inside}{key} {n} ({_called(each)})", each) for n, each in enumerate(value, start=1)]

    def measure(self, measures: Collection[str]) -> str:
        """The id of a measure that exists."""
        name = self.text("measure")
        if name not in measures:
            near = get_close_matches(name, measures, 3, 0.5)
            mend = f"did you mean {' or '.join(near)}" if near else "`trigpoint measures` lists them"
            raise self.error("measure", f"names no measure: {name!r}", mend)
        return name

    def period_type(self, key: str = "period_type") -> PeriodType:
        """A period type."""
        return self._period_type(key, self.values.get(key))

    def period_types(self, key: str) -> tuple[PeriodType, ...]:
        """Several period types, none where the key is not there."""
        value = self.values.get(key, [])
        if not isinstance(value, list):
            raise self.error(key, "is not a list", f"write it as {key} = [...]")
        return tuple(self._period_type(key, each) for each in value)

    def _period_type(self, key: str, value: object) -> PeriodType:
        if value not in _PERIOD_TYPES:
            raise self.error(key, f"is {value!r}", f"give one of {', '.join(_PERIOD_TYPES)}")
        return PeriodType(str(value))


def _called(values: Mapping[str, Any]) -> str:
    return str(values.get("code") or values.get("label") or values.get("title") or "unnamed")
