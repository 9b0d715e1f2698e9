"""Target sets: dated targets as data, read from a TOML file that a council can write itself."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import combinations
from pathlib import Path
from typing import Any

from trigpoint.judgement.faults import Faults
from trigpoint.judgement.target import Target
from trigpoint.language.period import PeriodType
from trigpoint.language.terms import Good

_KEYS = {
    "measure", "variant", "period_types", "target", "tolerance", "good", "from", "to", "agreed_by", "rationale",
}  # fmt: skip
TO_BE_SET = "to be set"


class TargetsError(Faults):
    """A target file that cannot be taken, in one sentence: file, row, key, what, how to mend."""


@dataclass(frozen=True)
class TargetSet:
    """A named set of targets with the title printed on the pages that are judged by it."""

    name: str
    title: str
    targets: tuple[Target, ...]


def read(path: Path) -> TargetSet:
    """Read a target file.

    Top level: `set` (its name), `title`, `agreed_by` (the default of every row). Then one `[[target]]` a row:
    `measure`; `variant` (empty: the headline); `period_types`, a list; `target`, a number or "to be set";
    `tolerance = [low, high]`, both ends included; `good`, "high" or "low"; `from` and `to` (dates, `to` left
    out while it holds); `agreed_by`; `rationale`.

    Raises:
        TargetsError: naming the row as it is counted in the file, from 1, the key and the remedy.
    """
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TargetsError(f"{path.name} is not a TOML file ({error}); mend that line and load it again.") from error
    for key in ("set", "title", "target"):
        if not document.get(key):
            raise TargetsError(f"{path.name} has no `{key}`; a target file begins with set, title and [[target]] rows.")
    rows = [_Row(path.name, n, row, document) for n, row in enumerate(document["target"], start=1)]
    targets = tuple(target for row in rows for target in row.targets())
    _refuse_overlaps(path.name, targets)
    return TargetSet(document["set"], document["title"], targets)


def _refuse_overlaps(file: str, targets: tuple[Target, ...]) -> None:
    for a, b in combinations(targets, 2):
        both = a.about(b.measure, b.variant, b.period_type)
        if both and a.start <= (b.end or date.max) and b.start <= (a.end or date.max):
            raise TargetsError(
                f"{file}: two targets for {a.measure} ({a.period_type}) hold on {max(a.start, b.start)}; "
                "end the older one with `to` the day before."
            )


@dataclass(frozen=True)
class _Row:
    """One [[target]] of a file, checked key by key so that each error names its place."""

    file: str
    number: int
    row: Mapping[str, Any]
    document: Mapping[str, Any]

    def targets(self) -> list[Target]:
        """The row as targets, one a period type."""
        unknown = sorted(set(self.row) - _KEYS)
        if unknown:
            raise self._error(unknown[0], "is not a key of a target", f"use one of {', '.join(sorted(_KEYS))}")
        low, high = self._tolerance()
        target = Target(
            set=self.document["set"],
            measure=self._text("measure"),
            variant=self.row.get("variant", ""),
            period_type="",
            value=self._value(),
            low=low,
            high=high,
            good=self._good(),
            start=self._date("from"),
            end=self._date("to") if "to" in self.row else None,
            agreed_by=self.row.get("agreed_by", self.document.get("agreed_by", "")),
            rationale=self.row.get("rationale", ""),
        )
        self._check_order(target)
        return [Target(**{**vars(target), "period_type": kind}) for kind in self._period_types()]

    def _error(self, key: str, what: str, mend: str) -> TargetsError:
        name = self.row.get("measure", "no measure named")
        return TargetsError(f"{self.file}, target {self.number} ({name}): `{key}` {what}; {mend}.")

    def _text(self, key: str) -> str:
        value = self.row.get(key)
        if not isinstance(value, str) or not value:
            raise self._error(key, "is missing", "give it as text")
        return value

    def _value(self) -> Decimal | None:
        value = self.row.get("target")
        if value == TO_BE_SET:
            return None
        return self._number("target", value)

    def _number(self, key: str, value: object) -> Decimal:
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            raise self._error(key, f"is {value!r}, not a number", f'give a number, or "{TO_BE_SET}" for a target')
        return Decimal(value)

    def _tolerance(self) -> tuple[Decimal | None, Decimal | None]:
        value = self.row.get("tolerance")
        if value is None:
            return None, None
        if not isinstance(value, list) or len(value) != 2:
            raise self._error("tolerance", "is not a pair", "write it as [low, high]")
        low, high = (self._number("tolerance", end) for end in value)
        return low, high

    def _good(self) -> Good:
        value = self.row.get("good")
        if value not in (Good.HIGH, Good.LOW):
            raise self._error("good", f"is {value!r}", 'say "high" or "low": a target has a good side')
        return Good(value)

    def _date(self, key: str) -> date:
        value = self.row.get(key)
        if not isinstance(value, date):
            raise self._error(key, "is not a date", "write it without quotes as 2026-04-01")
        return value

    def _period_types(self) -> list[str]:
        kinds = self.row.get("period_types")
        known = [str(kind) for kind in PeriodType]
        if not isinstance(kinds, list) or not kinds or not set(kinds) <= set(known):
            raise self._error("period_types", f"is {kinds!r}", f"give a list of some of {', '.join(known)}")
        return kinds

    def _check_order(self, target: Target) -> None:
        if target.end is not None and target.end < target.start:
            raise self._error("to", "is before `from`", "swap the two dates or leave `to` out")
        if target.low is None or target.high is None:
            return
        if target.low > target.high or (target.value is not None and not target.low <= target.value <= target.high):
            raise self._error(
                "tolerance", f"{target.low} to {target.high} does not hold the target", "give [low, high] around it"
            )
