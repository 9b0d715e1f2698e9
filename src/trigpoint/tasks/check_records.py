"""Check the records of a snapshot: the rows that fail each rule, and by how much they distort figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

import pyarrow as pa
import pyarrow.compute

from trigpoint.cases.required_field import RequiredField
from trigpoint.engine import Engine
from trigpoint.engine.calculate import Asked
from trigpoint.engine.record_effects import Effect, adds_up, effects
from trigpoint.engine.record_rules import FINDINGS, Checked, checked, findings
from trigpoint.language.definition import NATIONAL
from trigpoint.language.measure import Declaration
from trigpoint.language.period import PeriodType
from trigpoint.language.reading import reading
from trigpoint.measures import MEASURES
from trigpoint.quality.library import rules
from trigpoint.quality.record_rule import RecordRule
from trigpoint.quality.record_view import RecordView
from trigpoint.store import Snapshot
from trigpoint.tasks.calculate import asked_for
from trigpoint.tasks.library import LibraryError, measure
from trigpoint.tasks.opened import engine_on
from trigpoint.tasks.progress import Progress, silent

pc: Any = pyarrow.compute  # its stubs know no mixture of arrays and scalars

_ONLY_NAMED = "not recalculated: it is no sum over children; name the rule to have it from the whole authority"
_NOT_KNOWN = "not mended: what is right stands in the case file only"

_FIGURE: list[tuple[str, pa.DataType]] = [
    (f"{state}_{name}", pa.float64())
    for state in ("now", "removed", "mended")
    for name in ("numerator", "denominator", "value")
]
_WHAT: list[tuple[str, pa.DataType]] = [
    ("rule", pa.string()),
    ("authority", pa.string()),
    ("measure", pa.string()),
    ("period_type", pa.string()),
    ("period_start", pa.date32()),
    ("period_end", pa.date32()),
    ("breakdown", pa.string()),
    ("group", pa.string()),
]
EFFECTS = pa.schema([*_WHAT, *_FIGURE, ("reason", pa.string())])
"""A figure that a rule's failing rows distort: now, with them removed, with them mended, and why one was not made."""


@dataclass(frozen=True)
class RecordCheck:
    """What the rules found. `ran` has a rule and a table it looked at; skipped and broken ones have the reason."""

    findings: pa.Table
    effects: pa.Table
    ran: Sequence[tuple[RecordRule, str]] = field(default_factory=list)
    skipped: Sequence[tuple[RecordRule, str, str]] = field(default_factory=list)
    broken: Sequence[tuple[RecordRule, str, str]] = field(default_factory=list)

    def distorts(self) -> dict[str, list[str]]:
        """The measures whose figures each rule's failing rows change, by the rule's id."""
        found: dict[str, set[str]] = {}
        for row in self.effects.select(["rule", "measure", "reason"]).to_pylist():
            if row["reason"] != _ONLY_NAMED:
                found.setdefault(row["rule"], set()).add(row["measure"])
        return {rule: sorted(measures) for rule, measures in found.items()}


def record_rules(names: Sequence[str] = ()) -> list[RecordRule]:
    """The rules of the records with these ids; all when none is named. Raises LibraryError."""
    every = cast("dict[str, RecordRule]", rules("records"))
    if wrong := [name for name in names if name not in every]:
        raise LibraryError(f"There is no rule {wrong[0]!r} of the records; there are: {', '.join(every)}.")
    return [every[name] for name in names or every]


def check_records(
    snapshot: Snapshot,
    chosen: Sequence[RecordRule],
    *,
    effect: bool = True,
    whole: bool = False,
    measures: Sequence[str] = (),
    progress: Progress = silent,
) -> RecordCheck:
    """Run rules of the records on a snapshot and, with `effect`, recalculate what their failing rows distort.

    `measures` are those recalculated (default: the library but for the completeness of records), each in its headline,
    for the last complete month, quarter and year. Medians and figures about workers take the whole authority: they are
    recalculated with `whole`, for a few rules, and have the reason without. Nothing that one rule does stops the
    others. Raises LibraryError, StoreError and EngineError.
    """
    asked = _asked(measures) if effect else []
    run = _Run(engine_on(snapshot), progress)
    for done, view in enumerate(views := _views(chosen)):
        progress(f"checking: {view.of.name}", done, len(views))
        run.check(view, [rule for rule in chosen if view in rule.views()], keep=effect)
    rows = list(_effects(run, asked, whole=whole))
    found = pa.concat_tables([FINDINGS.empty_table(), *run.found])
    return RecordCheck(
        found.sort_by([(column, "ascending") for column in _ORDER]),
        pa.Table.from_pylist(rows, EFFECTS),
        run.ran,
        run.skipped,
        run.broken,
    )


_ORDER = ("rule", "authority", "table", "record_id", "child_id", "start")


def _views(chosen: Sequence[RecordRule]) -> list[type[RecordView]]:
    return list(dict.fromkeys(view for rule in chosen for view in rule.views()))


class _Run:
    """Rules as they are run, table by table."""

    def __init__(self, engine: Engine, progress: Progress) -> None:
        self.engine, self.progress = engine, progress
        self.found: list[pa.Table] = []
        self.done: list[Checked] = []
        self.ran: list[tuple[RecordRule, str]] = []
        self.skipped: list[tuple[RecordRule, str, str]] = []
        self.broken: list[tuple[RecordRule, str, str]] = []

    def check(self, view: type[RecordView], mine: Sequence[RecordRule], *, keep: bool) -> None:
        """Run the rules of a table that can be run; when together they fail, one by one, to know which is broken."""
        ready = []
        for rule in mine:
            needed = sorted(view.reads(rule.columns))
            if self.engine.collected(needed):
                ready.append(rule)
            else:
                lacking = [name for name in needed if not self.engine.collected([name])] or needed
                self.skipped.append((rule, view.of.name, f"not collected: {', '.join(lacking)}"))
        if not ready:
            return
        try:
            self._run(view, ready, keep=keep)
        except Exception as fault:  # noqa: BLE001 - a fault in one rule is told, and the others run
            if len(ready) == 1:
                self.broken.append((ready[0], view.of.name, f"{type(fault).__name__}: {fault}"))
                return
            for rule in ready:
                self.check(view, [rule], keep=keep)

    def _run(self, view: type[RecordView], ready: Sequence[RecordRule], *, keep: bool) -> None:
        done = checked(self.engine, view, ready, keep=keep)
        found = findings(self.engine, done)
        self.found.append(found)
        self.ran += [(rule, view.of.name) for rule in ready]
        if found.num_rows:
            self.done.append(done)


def _asked(measures: Sequence[str]) -> list[Asked]:
    kinds = [kind for kind in PeriodType if kind is not PeriodType.ROLLING36]
    chosen = [measure(name) for name in measures] if measures else _of_children()
    return [one for declared in chosen for one in asked_for(declared, kinds, [""], NATIONAL)]


def _of_children() -> list[Declaration]:
    """The library but for what counts the records themselves: of that any row more or less is a change."""
    return [declared for declared in MEASURES.values() if declared.counts is not RequiredField]


def _effects(run: _Run, asked: Sequence[Asked], *, whole: bool) -> Iterator[dict[str, Any]]:
    summed, others = [one for one in asked if adds_up(one)], [one for one in asked if not adds_up(one)]
    if run.done and asked:
        yield from _recalculated(run, summed, whole=False)
        yield from _recalculated(run, others, whole=True) if whole else _left_out(run, others)


def _recalculated(run: _Run, asked: Sequence[Asked], *, whole: bool) -> Iterator[dict[str, Any]]:
    def told(what: str) -> None:
        run.progress(f"effect: {what}")

    for effect in effects(run.engine, run.done, asked, run.engine.as_at, _divided, told, whole=whole):
        yield _row(effect)


def _left_out(run: _Run, asked: Sequence[Asked]) -> Iterator[dict[str, Any]]:
    """The figures that may be distorted and were not recalculated, each with the reason."""
    failing = {(r["rule"], r["authority"], r["table"]) for part in run.found for r in part.to_pylist()}
    for one in asked:
        definition = one.versions[-1]
        needs = {*definition.counts.needs, *definition.needs}
        for rule, authority in sorted({(rule, who) for rule, who, table in failing if table in needs}):
            for kind in one.kinds:
                what = {"rule": rule, "authority": authority, "measure": definition.measure, "period_type": str(kind)}
                yield what | {"reason": _ONLY_NAMED}


def _divided(row: dict[str, Any]) -> float | None:
    """The value of a figure from its numerator and denominator, as the measure reads."""
    how = reading(MEASURES[row["measure"]], row["variant"], PeriodType(row["period_type"]))
    if not how.divided:
        return cast("float", row["numerator"])
    if row["numerator"] is None or not row["denominator"]:
        return None
    return cast("float", how.times * row["numerator"] / row["denominator"])


def _row(effect: Effect) -> dict[str, Any]:
    found: dict[str, Any] = {"rule": effect.rule, "authority": effect.authority}
    found |= {name: effect.figure[name] for name, _ in _WHAT[2:]}
    for state, figure in (("now", effect.figure), ("removed", effect.removed), ("mended", effect.mended)):
        if figure is not None:
            found |= {f"{state}_{name}": figure[name] for name in ("numerator", "denominator", "value")}
    return found | {"reason": None if effect.mended is not None else _NOT_KNOWN}
