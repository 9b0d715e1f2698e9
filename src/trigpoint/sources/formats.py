"""The formats: every module of this folder that recognises, reads and writes one. Adding a format is adding a file."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Protocol, TypeGuard, cast

import trigpoint.sources
from trigpoint.sources.file import SourceFile
from trigpoint.sources.part import Part

_OF_FIGURES = {"aggregates"}
"""What reads figures, not records: it needs the words of measures, which a reader of records starts without."""


class Format(Protocol):
    """What a format module offers. A *kind* is its name for one of its files: a table, a list, a module."""

    recognise: Callable[[SourceFile], str]
    tables: Callable[[Iterable[str]], set[str]]
    year: Callable[[Mapping[str, SourceFile]], int | None]
    read: Callable[[Mapping[str, SourceFile], str], Iterator[Part]]
    write: Callable[..., object]


class YearlyFormat(Format, Protocol):
    """A format of which one authority may give several years at once, which become one history.

    `is_whole` says of a kind whether one file of it is everything of its year, so that a folder may hold several.
    `read_years` takes the files of each year.
    """

    is_whole: Callable[[str], bool]
    read_years: Callable[[Sequence[Mapping[str, SourceFile]], str], Iterator[Part]]


def is_yearly(one: Format) -> TypeGuard[YearlyFormat]:
    """Whether a format takes several years of one authority."""
    return hasattr(one, "read_years")


@cache
def formats() -> Mapping[str, Format]:
    """Every format by the name of its module."""
    found: dict[str, Format] = {}
    for info in pkgutil.iter_modules(trigpoint.sources.__path__):
        if info.name in _OF_FIGURES:
            continue
        module = importlib.import_module(f"trigpoint.sources.{info.name}")
        if all(hasattr(module, word) for word in ("recognise", "read", "write")):
            found[info.name] = cast("Format", module)
    return found
