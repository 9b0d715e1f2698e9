"""One row of a target-setting paper: what is proposed for a measure, as text as it was typed, checked and read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType

from trigpoint.judgement.standard import Status, Style
from trigpoint.judgement.target import Target
from trigpoint.judgement.target_row import TargetRow
from trigpoint.judgement.target_workbook import row_of
from trigpoint.language.measure import Declaration
from trigpoint.language.period import PeriodType
from trigpoint.language.terms import Good
from trigpoint.measures import EVERY, definition_sets
from trigpoint.packs.facts import facts_of
from trigpoint.reports.target_words import aim_words, tolerance_words
from trigpoint.sources.aggregates.cells import day
from trigpoint.tasks.library import variants as variants_of

FIELDS = ("style", "good", "target", "tolerance_low", "tolerance_high", "bands", "reference", "due", "rationale")
"""What a person types about a row, in the words of a target file."""

_STANDARD = FIELDS[:6]
_UNSET = "to be set"
_KEPT = "Kept as it is."
STYLES = tuple(str(style) for style in Style)


@dataclass(frozen=True, kw_only=True)
class Proposed:
    """A row: the figure it is about, what holds now and what is proposed, both by FIELDS.

    `before` is empty where no target holds. `also` are further variants and period types with the same target, which
    move with it. `definition_now` and `definition_then` say in words how the measure is amended; `counted_variant` and
    `counted_set` by which variant or set of definitions of the library it would be counted, empty for as it is.
    """

    code: str
    title: str
    group: str
    measure: str
    variant: str
    period_type: str
    also: tuple[tuple[str, str], ...] = ()
    before: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    fields: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    added: bool = False
    removed: bool = False
    definition_now: str = ""
    definition_then: str = ""
    counted_variant: str = ""
    counted_set: str = ""

    @property
    def counted(self) -> Proposed:
        """The same row about the figure as it would be counted."""
        return replace(self, variant=self.counted_variant) if self.counted_variant else self

    def in_variant(self, variant: str) -> Proposed:
        """The same row about another variant of its measure alone, counted as that is."""
        return replace(self, variant=variant, counted_variant="", also=())

    @property
    def is_amended(self) -> bool:
        """Whether another definition is proposed, in words or as one of the library's."""
        return bool(self.definition_then.strip() or self.counted_variant or self.counted_set)

    @property
    def key(self) -> tuple[str, str, str]:
        """Measure, variant and period type."""
        return (self.measure, self.variant, self.period_type)

    @property
    def keys(self) -> tuple[tuple[str, str, str], ...]:
        """The figures that its target is about: its own, and those that move with it."""
        moved = [(self.counted_variant, self.period_type)] if self.counted_variant else []
        every = [self.key, *((self.measure, variant, kind) for variant, kind in (*self.also, *moved))]
        return tuple(dict.fromkeys(every))

    @property
    def silent(self) -> bool:
        """Whether there is no target and none is proposed: the paper says "to be agreed"."""
        return not self.before and self.said("target") in ("", _UNSET) and not self.said("due")

    @property
    def changed(self) -> str:
        """Removed, New, Changed, Amended (the definition alone) or nothing."""
        if self.removed:
            return "Removed"
        amended = "Amended" if self.is_amended else ""
        if not self.before:
            return "New" if self.added or not self.silent else amended
        if any(_plain(self.before.get(name, "")) != _plain(self.said(name)) for name in _STANDARD):
            return "Changed"
        return amended

    def said(self, name: str) -> str:
        """A field as typed, without blanks around it."""
        return self.fields.get(name, "").strip()


@dataclass(frozen=True)
class Read:
    """A row as targets from the first day of the paper's year; `faults` by field; `notes` are to be read."""

    targets: tuple[Target, ...]
    faults: Mapping[str, str]
    notes: tuple[str, ...]


def read(row: Proposed, starts: date, target_set: str, agreed_by: str = "", agreed_on: date | None = None) -> Read:
    """The targets that a row proposes; none where they cannot be read, or it is removed or silent.

    A reason that is missing is a fault, and the targets can be read all the same.
    """
    missing, faults = _missing(row) | _uncounted(row), dict[str, str]()
    if row.removed or row.silent:
        return Read((), missing, ())
    given = {name: row.said(name) for name in FIELDS if row.said(name) and name != "due"}
    if not row.changed:
        given.setdefault("rationale", _KEPT)
    about = {"measure": row.measure, "variant": row.variant, "period_types": row.period_type, "from": starts}
    checked = TargetRow("", row_of(given | about) | _due(row.said("due"), faults), {"set": target_set})
    found = checked.targets()
    faults |= {_field(key): said for key, said in checked.beside.items() if _field(key) not in faults}
    if faults:
        return Read((), missing | faults, ())
    signed = replace(found[0], agreed_by=agreed_by, agreed_on=agreed_on, bands_before=row.before.get("bands", ""))
    every = tuple(replace(signed, variant=variant, period_type=kind) for _, variant, kind in row.keys)
    return Read(every, missing, tuple(note.partition("): ")[2] for note in checked.notes))


def texts_of(target: Target | None) -> dict[str, str]:
    """A target as a person would type it, by FIELDS; empty for none. What it was set against and why is not kept."""
    if target is None:
        return {}
    low, high = _number(target.low), _number(target.high)
    texts = {"style": str(target.style), "good": "" if target.good is Good.NEITHER else str(target.good)}
    if target.status is not Status.AGREED or target.to_be_set:
        return texts | {"target": _UNSET if target.to_be_set else str(target.status), "due": _iso(target.due)}
    if target.style is Style.RANGE:
        return texts | {"target": f"{low}-{high}"}
    scale = ";".join(map(str, target.bands or target.levels))
    return texts | {"target": _number(target.value), "tolerance_low": low, "tolerance_high": high, "bands": scale}


def in_words(fields: Mapping[str, str], row: Proposed, starts: date) -> str:
    """A target in a few words, with its tolerance or its bands: "85% and above (80% to 90%)"."""
    if fields.get("target", "").strip() == str(Status.NONE):
        return "No target"
    found = read(replace(row, fields=fields, before=fields, removed=False), starts, "").targets
    if not found:
        return "To be agreed"
    unit = unit_of(row.measure, row.variant, row.period_type)
    aim = aim_words(found[0], unit, "By bands" if found[0].bands else "To be set")
    tolerance = tolerance_words(found[0], unit)
    return f"{aim} (tolerance {tolerance})" if tolerance and not found[0].bands else aim


@lru_cache(maxsize=2048)
def unit_of(measure: str, variant: str, period_type: str) -> str:
    """The unit of a figure: %, days, or nothing; nothing too for a measure that the library no longer has."""
    found = EVERY.get(measure)
    return facts_of(found, variant, PeriodType(period_type)).unit if found else ""


def _missing(row: Proposed) -> dict[str, str]:
    if not row.changed or row.said("rationale"):
        return {}
    what = {"Removed": "Say why it is removed", "New": "Say why this target"}.get(row.changed, "Say why it changes")
    return {"rationale": f"{what}: every change in a paper has its reason."}


def _uncounted(row: Proposed) -> dict[str, str]:
    """What is wrong with how an amended measure would be counted."""
    found, declared = {}, EVERY.get(row.measure)
    if row.counted_variant and (declared is None or row.counted_variant not in variants_of(declared)):
        found["counted_variant"] = f"{row.title} has no variant {row.counted_variant!r}: choose one of the list."
    if row.counted_set and row.counted_set not in definition_sets():
        found["counted_set"] = f"There is no set of definitions {row.counted_set!r}: choose one of the list."
    if row.counted_set and not isinstance(declared, Declaration):
        found["counted_set"] = "Its figures are supplied by another body, which counts them: leave this as it is."
    return found


def counted_as(row: Proposed) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """The variants and sets of definitions by which a measure could be counted, each with its words."""
    declared = EVERY.get(row.measure)
    names = [name for name in variants_of(declared) if name and name != row.variant] if declared else []
    sets = list(definition_sets()) if isinstance(declared, Declaration) else []
    return (
        [("", "As now"), *((name, name) for name in names)],
        [("", "Those of the pack"), *((name, name.capitalize()) for name in sets)],
    )


def _due(text: str, faults: dict[str, str]) -> dict[str, date]:
    found = day(text) if text else None
    if text and found is None:
        faults["due"] = f"{text!r} is no day: write it as 30/6/2027."
    return {"due": found} if found else {}


def _field(key: str) -> str:
    return "tolerance_low" if key == "tolerance" else key if key in FIELDS else "target"


def _plain(text: str) -> str:
    """A field so that 85, 85.0 and " 85" are one, and so are bands with other blanks."""
    text = "".join(text.split()).lower()
    try:
        return str(Decimal(text).normalize())
    except ArithmeticError:
        return ";".join(part for part in text.split(";") if part)


def _number(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"


def _iso(value: date | None) -> str:
    return value.isoformat() if value else ""
