"""Finds every kind of work: a module of `kinds` that holds an object of its own name."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import trigpoint.work.kinds as package
from trigpoint.language.work import Work


def _found() -> Iterator[Work]:
    for info in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
        name = info.name.rpartition(".")[2]
        declared = getattr(importlib.import_module(info.name), name, None)
        if not isinstance(declared, Work):
            raise TypeError(f"{info.name} declares no work of its own name: write `{name} = Work(...)`.")
        declared.named(name)
        yield declared


WORK: dict[str, Work] = {work.id: work for work in sorted(_found(), key=lambda work: (work.order, work.id))}
"""Every kind of work by its id, in the order in which it is shown."""
