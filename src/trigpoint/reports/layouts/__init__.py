"""The layouts of a report: each turns filled subjects into pages. A pack names its own; a new one is a new file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from trigpoint.packs.model import Pack
from trigpoint.reports.report import Sheet
from trigpoint.reports.subject import Subject

if TYPE_CHECKING:
    from trigpoint.reports.filling import Filling

Layout = Callable[["Pack", "Sequence[Subject]", "Filling"], "list[Sheet]"]


def layouts() -> list[str]:
    """The names of all layouts, sorted."""
    return sorted(module.name for module in iter_modules(__path__))


def layout(name: str) -> Layout:
    """The layout of a name: the function `pages` of its module."""
    pages: Layout = import_module(f"{__name__}.{name}").pages
    return pages
