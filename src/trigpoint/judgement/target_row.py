"""One row of a target file, checked key by key: every fault is told, each with its place and its remedy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from trigpoint.judgement import bands, composite
from trigpoint.judgement.bands import Band, BandsError
from trigpoint.judgement.composite import Level
from trigpoint.judgement.standard import Status, Style
from trigpoint.judgement.target import Target
from trigpoint.language.period import PeriodType
from trigpoint.language.terms import Good

KEYS = (
    *("measure", "variant", "period_types", "style", "good", "target", "tolerance", "bands", "from", "to"),
    *("agreed_by", "agreed_on", "reference", "rationale", "due", "bands_before"),
)
_BANDED = (Style.RAG, Style.ORDERED, Style.COMPOSITE)


class _Fault(Exception):  # noqa: N818 - it never leaves this module
    """What is wrong with a key and how to mend it."""


@dataclass
class TargetRow:
    """A row as read; `about` holds what the file says once for all rows (`set`, `agreed_by`).

    `place` is how its faults begin, such as "ours.toml, target 3". After `targets`, `faults` and `notes` are filled;
    a row with a fault gives no target. `beside` are the faults again, the first of each key, for a form that shows
    them beside its fields.
    """

    place: str
    row: Mapping[str, Any]
    about: Mapping[str, Any]
    faults: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    beside: dict[str, str] = field(default_factory=dict)

    def targets(self) -> list[Target]:
        """The row as targets, one a period type."""
        for key in sorted(set(self.row) - set(KEYS)):
            self._fault(key, "is not a key of a target", f"use one of {', '.join(sorted(KEYS))}")
        read = dict(self._read())
        if self.faults:
            return []
        style, status = read.pop("style"), read.pop("status")
        kinds = read.pop("period_types")
        target = Target(**read, style=style, status=status, set=str(self.about.get("set", "")), period_type="")
        self._check(target)
        return [] if self.faults else [Target(**{**vars(target), "period_type": kind}) for kind in kinds]

    def _read(self) -> Iterator[tuple[str, Any]]:
        """Every part that could be read; what could not is a fault, and the rest is read all the same."""
        status, style = self._tried("target", self._status), self._tried("style", self._style)
        yield from (("status", status), ("style", style))
        for name, key, read in (
            ("measure", "measure", lambda: self._text("measure")),
            ("period_types", "period_types", self._period_types),
            ("good", "good", lambda: self._good(style, status)),
            ("value", "target", lambda: self._value(style, status)),
            ("bands", "bands", lambda: self._bands(style, status)),
            ("levels", "bands", lambda: self._levels(style, status)),
            ("start", "from", lambda: self._day("from")),
            ("end", "to", lambda: self._day("to") if "to" in self.row else None),
            ("agreed_on", "agreed_on", lambda: self._day("agreed_on") if "agreed_on" in self.row else None),
            ("due", "due", lambda: self._day("due") if "due" in self.row else None),
        ):
            yield name, self._tried(key, read)
        low, high = self._tried("target" if style is Style.RANGE else "tolerance", lambda: self._ends(style)) or (
            None,
            None,
        )
        yield from (("low", low), ("high", high))
        for name in ("variant", "rationale", "reference", "bands_before"):
            yield name, str(self.row.get(name, ""))
        yield "agreed_by", str(self.row.get("agreed_by", self.about.get("agreed_by", "")))

    def _tried(self, key: str, read: Any) -> Any:
        try:
            return read()
        except _Fault as fault:
            self._fault(key, *fault.args)
        except BandsError as error:
            self._fault(key, "makes no scale", str(error))
        return None

    def _fault(self, key: str, what: str, mend: str) -> None:
        self.faults.append(f"{self._named()}: `{key}` {what}; {mend}.")
        self.beside.setdefault(key, f"{key.replace('_', ' ').capitalize()} {what}; {mend}.")

    def _named(self) -> str:
        return f"{self.place} ({self.row.get('measure') or 'no measure named'})"

    def _text(self, key: str) -> str:
        value = self.row.get(key)
        if not isinstance(value, str) or not value:
            raise _Fault("is missing", "give it as text")
        return value

    def _status(self) -> Status:
        said = self.row.get("target")
        return Status(said) if said in (Status.TO_BE_SET, Status.NONE) else Status.AGREED

    def _style(self) -> Style:
        """As said; else it follows from the form of target and tolerance."""
        said = self.row.get("style")
        if said is not None:
            if said not in tuple(Style):
                raise _Fault(f"is {said!r}", f"give one of {', '.join(Style)}")
            return Style(said)
        if "bands" in self.row:
            raise _Fault("is missing", "say rag, ordered or composite: bands alone do not tell")
        if isinstance(self.row.get("target"), list):
            return Style.RANGE
        one = isinstance(self.row.get("tolerance"), int | Decimal)
        return Style.ONE_SIDED if one else Style.TWO_SIDED

    def _good(self, style: Style | None, status: Status | None) -> Good:
        said = self.row.get("good")
        needed = status is Status.AGREED and style is not None and style.sided
        if said is None and not needed:
            return Good.NEITHER
        if said not in ((Good.HIGH, Good.LOW) if needed else tuple(Good)):
            is_ = "is missing" if said is None else f"is {said!r}"
            raise _Fault(is_, 'say "high" or "low": a target has a good side')
        return Good(said)

    def _value(self, style: Style | None, status: Status | None) -> Decimal | None:
        said = self.row.get("target")
        if status is not Status.AGREED or style is Style.RANGE or (style in _BANDED and said is None):
            return None
        return self._number(said, ', "to be set" or "none"')

    def _number(self, value: object, other: str = "") -> Decimal:
        if isinstance(value, bool) or not isinstance(value, int | Decimal) or not Decimal(value).is_finite():
            is_ = "is missing" if value is None else f"is {value!r}, not a number"
            raise _Fault(is_, f"give a number{other}")
        return Decimal(value)

    def _ends(self, style: Style | None) -> tuple[Decimal | None, Decimal | None]:
        said = self.row.get("target") if style is Style.RANGE else self.row.get("tolerance")
        if style is Style.RANGE and not isinstance(said, list):
            return (None, None) if said in tuple(Status) else self._pair(said)
        if said is None:
            return None, None
        if style is Style.ONE_SIDED:
            limit = self._number(said)
            return (limit, None) if self.row.get("good") == Good.HIGH else (None, limit)
        return self._pair(said)

    def _pair(self, said: object) -> tuple[Decimal, Decimal]:
        if not isinstance(said, list) or len(said) != 2:
            raise _Fault("is not a pair", "write it as [low, high]")
        return self._number(said[0]), self._number(said[1])

    def _bands(self, style: Style | None, status: Status | None) -> tuple[Band, ...]:
        if style not in (Style.RAG, Style.ORDERED) or status is not Status.AGREED:
            return ()
        return bands.parse(self._text("bands"))

    def _levels(self, style: Style | None, status: Status | None) -> tuple[Level, ...]:
        return composite.parse(self._text("bands")) if style is Style.COMPOSITE and status is Status.AGREED else ()

    def _day(self, key: str) -> date:
        value = self.row.get(key)
        if isinstance(value, datetime):
            return value.date()
        if not isinstance(value, date):
            raise _Fault("is not a date", "write it without quotes as 2026-04-01")
        return value

    def _period_types(self) -> list[str]:
        kinds = self.row.get("period_types")
        known = [str(kind) for kind in PeriodType]
        if not isinstance(kinds, list) or not kinds or not all(kind in known for kind in kinds):
            raise _Fault(f"is {kinds!r}", f"give a list of some of {', '.join(known)}")
        return list(dict.fromkeys(kinds))

    def _check(self, target: Target) -> None:
        if target.end is not None and target.end < target.start:
            self._fault("to", "is before `from`", "swap the two dates or leave `to` out")
        if target.status is Status.NONE and not target.rationale:
            self._fault("rationale", "is missing", "say why there is no target: it is a decision")
        if target.to_be_set and target.due is None:
            self.notes.append(
                f"{self._named()}: the target is to be set, which takes three quarters of figures; "
                "say in `due` the day after which it is due."
            )
        self._check_order(target)
        if target.bands:
            self._check_bands(target)

    def _check_order(self, target: Target) -> None:
        low, high, value = target.low, target.high, target.value
        key = "target" if target.style is Style.RANGE else "tolerance"
        if low is not None and high is not None and low > high:
            self._fault(key, f"{low} to {high} does not hold the target", "give [low, high] around it")
        elif value is not None and ((low is not None and low > value) or (high is not None and high < value)):
            ends = f"{low} to {high}" if None not in (low, high) else f"{low if low is not None else high}"
            self._fault(key, f"{ends} does not hold the target", "give [low, high] around it, or its worse side")

    def _check_bands(self, target: Target) -> None:
        try:
            made = bands.scale(target.bands, target.good, ordered=target.style is Style.ORDERED)
        except BandsError as error:
            self._fault("bands", "makes no scale", str(error))
            return
        self.notes += [f"{self._named()}: {note}; the rule of decision 0014 fills it." for note in made.notes]
        if target.value is not None and not made.place(target.value).state.good:
            name = made.place(target.value).name
            self._fault("target", f"{target.value} lies in {name}", f"give a target inside {made.steps[0].name}")
