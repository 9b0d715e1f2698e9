"""Finds every measure and amendment: a module that holds an object of its own name is a measure."""

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType

import trigpoint.measures as package
from trigpoint.language.amendment import Amendment, Lifecycle
from trigpoint.language.definition import NATIONAL
from trigpoint.language.measure import Declaration
from trigpoint.language.reading import AnyMeasure
from trigpoint.language.supplied import SuppliedMeasure


def _modules(inside: ModuleType, *, folders: bool) -> Iterator[ModuleType]:
    for found in pkgutil.iter_modules(inside.__path__, inside.__name__ + "."):
        if found.ispkg == folders:
            yield importlib.import_module(found.name)


def _domain(folder: ModuleType) -> str:
    """The folder's name in words; `_or_` stands for the stroke that no folder can have."""
    return folder.__name__.rpartition(".")[2].replace("_and_", " & ").replace("_or_", "/").replace("_", " ")


def _measures() -> Iterator[AnyMeasure]:
    for folder in _modules(package, folders=True):
        for module in _modules(folder, folders=False):
            name = module.__name__.rpartition(".")[2]
            declared = getattr(module, name, None)
            if isinstance(declared, Declaration | SuppliedMeasure):
                declared.named(name, _domain(folder))
                yield declared


def _changes() -> Iterator[Amendment | Lifecycle]:
    for module in _modules(importlib.import_module("trigpoint.measures.amendments"), folders=False):
        yield from (found for found in vars(module).values() if isinstance(found, Amendment | Lifecycle))


EVERY: dict[str, AnyMeasure] = {measure.id: measure for measure in sorted(_measures(), key=lambda m: m.id)}
"""Every measure by its id, counted from records or supplied."""

MEASURES: dict[str, Declaration] = {name: m for name, m in EVERY.items() if isinstance(m, Declaration)}
"""The measures that are counted from records."""

SUPPLIED: dict[str, SuppliedMeasure] = {name: m for name, m in EVERY.items() if isinstance(m, SuppliedMeasure)}
"""The measures that come as figures from somebody else."""

AMENDMENTS: tuple[Amendment, ...] = tuple(change for change in _changes() if isinstance(change, Amendment))
"""Every dated amendment of every definition set."""

LIFECYCLES: tuple[Lifecycle, ...] = tuple(change for change in _changes() if isinstance(change, Lifecycle))
"""Every measure that a definition set adds or removes."""


def definition_sets() -> tuple[str, ...]:
    """Names that `--definitions` takes: `national` and every set that amends something."""
    named = {change.definitions for change in AMENDMENTS} | {change.definitions for change in LIFECYCLES}
    return (NATIONAL, *sorted(named))
