"""Whether the rows behind a figure can be listed at once; and preparing what such lists are read from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from trigpoint.language.case_view import CaseView
from trigpoint.language.definition import NATIONAL, Definition, in_force
from trigpoint.language.period import PeriodType
from trigpoint.tasks import library
from trigpoint.tasks.breakdowns import listed_columns
from trigpoint.tasks.not_ready import NotReadyError
from trigpoint.tasks.opened import engine_on
from trigpoint.tasks.progress import Progress, silent
from trigpoint.tasks.stored import last_whole_month, snapshot_of


@dataclass(frozen=True, kw_only=True)
class Rows:
    """The rows behind a figure in a snapshot."""

    snapshot: str
    definitions: str
    measure: str
    kind: PeriodType
    end: date
    variant: str


class Chosen(Protocol):
    """A figure that somebody chose."""

    @property
    def measure(self) -> str:
        """Its measure."""

    @property
    def kind(self) -> PeriodType:
        """The kind of its period."""

    @property
    def end(self) -> date:
        """The last day of its period."""

    @property
    def variant(self) -> str:
        """Its variant, empty for the headline."""


def rows_of_choice(choice: Chosen, snapshot: str, definitions: str) -> Rows:
    """The rows behind a figure that was chosen."""
    return Rows(
        snapshot=snapshot,
        definitions=definitions,
        measure=choice.measure,
        kind=choice.kind,
        end=choice.end,
        variant=choice.variant,
    )


def check_ready(store: Path, wanted: Rows) -> None:
    """Go on only where the rows can be listed without preparing a view. Raises NotReadyError and LibraryError."""
    _checked(store, wanted)


def prepare_rows(store: Path, wanted: Rows, progress: Progress = silent) -> None:
    """Prepare what a list is read from. Raises LibraryError and StoreError."""
    definition = _definition(wanted)
    progress(f"preparing: {_spoken(definition.counts)}")
    engine = engine_on(snapshot_of(store, wanted.snapshot))
    if engine.collected(definition.counts.needs):
        engine.prepare_list([definition], listed_columns(definition))


def prepare_lists(
    store: Path,
    snapshot: str = "",
    definitions: str = NATIONAL,
    measures: Sequence[str] = (),
    progress: Progress = silent,
) -> None:
    """Prepare what the lists of a snapshot are read from, in every variant: one view for all measures that count it.

    Figures are counted from the same views, in total and by each breakdown.
    """
    taken = snapshot_of(store, snapshot)
    engine = engine_on(taken)
    asked: dict[type[CaseView], list[Definition]] = {}
    for definition in _every(measures, definitions, last_whole_month(taken)):
        if engine.collected(definition.counts.needs):
            asked.setdefault(definition.counts, []).append(definition)
    for done, (view, every) in enumerate(asked.items()):
        columns = sorted({name for definition in every for name in listed_columns(definition)})
        if not engine.lists(every, columns):
            progress(f"preparing: {_spoken(view)}", done, len(asked))
            engine.prepare_list(every, columns)


@lru_cache(maxsize=1024)
def _checked(store: Path, wanted: Rows) -> bool:
    """What was prepared stays; what was not is asked again."""
    definition, engine = _definition(wanted), engine_on(snapshot_of(store, wanted.snapshot))
    if engine.collected(definition.counts.needs) and not engine.lists([definition], listed_columns(definition)):
        raise NotReadyError(wanted)
    return True


def _definition(wanted: Rows) -> Definition:
    declared = library.measure(wanted.measure)
    return in_force(library.versions(declared, wanted.variant, wanted.definitions, wanted.kind), wanted.end)


def _every(measures: Sequence[str], definitions: str, end: date) -> Iterator[Definition]:
    """The definition in force of each measure and variant."""
    for declared in library.chosen(measures):
        for variant in library.variants(declared):
            yield in_force(library.versions(declared, variant, definitions), end)


def _spoken(view: type[CaseView]) -> str:
    return view.name.replace("_", " ")
