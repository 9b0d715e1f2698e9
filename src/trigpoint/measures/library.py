"""Finds every measure and amendment: a module that holds an object of its own name is a measure."""

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType

import trigpoint.measures as package
from trigpoint.language.amendment import Amendment
from trigpoint.language.definition import NATIONAL
from trigpoint.language.measure import Declaration


def _modules(inside: ModuleType) -> Iterator[ModuleType]:
    for found in pkgutil.iter_modules(inside.__path__, inside.__name__ + "."):
        if found.name != __name__:
            yield importlib.import_module(found.name)


def _measures() -> Iterator[Declaration]:
    for folder in _modules(package):
        for module in _modules(folder):
            name = module.__name__.rpartition(".")[2]
            declared = getattr(module, name, None)
            if isinstance(declared, Declaration):
                domain = folder.__name__.rpartition(".")[2].replace("_and_", " & ").replace("_", " ")
                declared.named(name, domain)
                yield declared


def _amendments() -> Iterator[Amendment]:
    for module in _modules(importlib.import_module("trigpoint.measures.amendments")):
        yield from (found for found in vars(module).values() if isinstance(found, Amendment))


MEASURES: dict[str, Declaration] = {measure.id: measure for measure in sorted(_measures(), key=lambda m: m.id)}
"""Every measure by its id."""

AMENDMENTS: tuple[Amendment, ...] = tuple(_amendments())
"""Every dated amendment of every definition set."""


def definition_sets() -> tuple[str, ...]:
    """Names that `--definitions` takes: `national` and every set that amends something."""
    return (NATIONAL, *sorted({amendment.definitions for amendment in AMENDMENTS}))
