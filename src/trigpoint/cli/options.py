"""Options that several commands share, and how their words are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from trigpoint.tasks import progress as quiet
from trigpoint.tasks.periods import PeriodType, month_end

Store = Annotated[Path, typer.Option("--store", help="Folder of the store.", file_okay=False)]
Out = Annotated[Path, typer.Option("--out", help="File to write: .csv, .parquet or .json.", dir_okay=False)]
Measures = Annotated[str, typer.Option("--measure", help="Ids, separated by commas; default all.")]
By = Annotated[str, typer.Option("--by", help="Breakdowns: team,sex,team+sex.")]
Periods = Annotated[int, typer.Option("--periods", min=1, max=1200, help="How many month ends.")]
Definitions = Annotated[str, typer.Option("--definitions", help="Definition set.")]
Quiet = Annotated[bool, typer.Option("--quiet", help="Show no progress.")]
SnapshotId = Annotated[str, typer.Option("--snapshot", help="Another snapshot than the newest.")]


def day(text: str) -> date:
    """A day written 2026-10-31."""
    try:
        return _sensible(date.fromisoformat(text))
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a day from 1990 to 2100: write it as 2026-10-31.") from None


def month(text: str) -> date:
    """A month written 2026-10, as its last day."""
    try:
        return _sensible(month_end(text))
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a month from 1990 to 2100: write it as 2026-10.") from None


def _sensible(found: date) -> date:
    if not 1990 <= found.year <= 2100:
        raise ValueError(f"{found.year} is not a year of any record")
    return found


def words(text: str) -> list[str]:
    """`a,b,c` as a list; empty text is an empty list."""
    return [part.strip() for part in text.split(",") if part.strip()]


def period_types(text: str) -> list[PeriodType]:
    """`month,ytd` as period types; a wrong one is a usage error."""
    known = {str(kind): kind for kind in PeriodType}
    if wrong := [word for word in words(text) if word not in known]:
        raise typer.BadParameter(
            f"{wrong[0]!r} is not a period type: use {', '.join(known)}.", param_hint="--period-type"
        )
    return [known[word] for word in words(text)]


def pairs(texts: Sequence[str] | None) -> dict[str, str]:
    """`team=NAME` texts as one group; one without `=` is a usage error."""
    return dict(_pair(text) for text in texts or [])


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise typer.BadParameter(f"{text!r} names no group: write it as team=NAME.", param_hint="--by")
    return name, value


@contextmanager
def progress(*, off: bool) -> Iterator[quiet.Progress]:
    """A bar on a terminal, plain lines otherwise, nothing when `off`."""
    if off:
        yield quiet.silent
        return
    console = Console(stderr=True)
    if not console.is_terminal:
        yield _lines
        return
    columns = (SpinnerColumn(), BarColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("starting", total=None)

        def show(what: str, done: int = 0, total: int = 0) -> None:
            bar.update(task, description=what, completed=done, total=total or None)

        yield show


def _lines(what: str, done: int = 0, total: int = 0) -> None:
    typer.echo(f"{what} ({done} of {total})" if total else what, err=True)
