"""The formats of a report. Each module but `html` writes one file, by its function `write(report, out)`."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from trigpoint.reports.report import Report

Writer = Callable[[Report, Path], list[Path]]


def formats() -> list[str]:
    """The endings a report can be asked for, sorted."""
    return sorted(module.name for module in iter_modules(__path__))


def writer(name: str) -> Writer:
    """What writes a report in a format into an existing folder; the files written, the first one to open.

    A format's libraries are imported only when it is asked for.
    """
    write: Writer = import_module(f"{__name__}.{name}").write
    return write
