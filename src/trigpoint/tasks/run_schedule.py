"""Run a schedule: make what is due and not yet there. A timer may call it as often as it likes."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from trigpoint.tasks.calculate import figures
from trigpoint.tasks.changes import changes
from trigpoint.tasks.check_quality import check_quality
from trigpoint.tasks.fill_pack import About, fill_pack
from trigpoint.tasks.list_cases import cases
from trigpoint.tasks.progress import Progress, silent
from trigpoint.tasks.schedule import Job, Schedule
from trigpoint.tasks.stored import last_whole_month, snapshot_of
from trigpoint.tasks.write_table import write_table


@dataclass(frozen=True)
class Made:
    """What became of a job: made into `folder`, there already, not due yet, or failed and why."""

    job: str
    outcome: Literal["made", "there", "not due", "failed"]
    folder: Path | None = None
    reason: str = ""


def run_schedule(
    schedule: Schedule,
    today: date,
    failures: tuple[type[Exception], ...],
    *,
    only: Sequence[str] = (),
    again: bool = False,
    progress: Progress = silent,
) -> list[Made]:
    """Make every job that is due on a day and is not there yet, or those named; `again` makes them anew.

    A job that ends in one of the `failures` is told, and the others are made. What is made becomes visible at once and
    whole, in a folder named by its turn.
    """
    jobs = [job for job in schedule.jobs if not only or job.name in only]
    made = []
    for done, job in enumerate(jobs):
        progress(job.name, done, len(jobs))
        made.append(_one(job, schedule, today, failures, again=again, progress=progress))
    return made


def _one(
    job: Job,
    schedule: Schedule,
    today: date,
    failures: tuple[type[Exception], ...],
    *,
    again: bool,
    progress: Progress,
) -> Made:
    turn = job.turn(today)
    if not turn:
        return Made(job.name, "not due")
    folder = schedule.out / job.name / turn
    if folder.exists() and not again:
        return Made(job.name, "there", folder)
    try:
        with _aside(folder) as home:
            _MAKERS[job.kind](job, schedule.store, home, progress)
    except failures as fault:
        return Made(job.name, "failed", reason=str(fault))
    return Made(job.name, "made", folder)


@contextmanager
def _aside(folder: Path) -> Iterator[Path]:
    """A folder to write into, which takes the place of `folder` when all of it is there."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".making-") as home:
        inner = Path(home) / folder.name
        inner.mkdir()
        yield inner
        if folder.exists():
            os.replace(folder, Path(home) / "before")
        shutil.move(inner, folder)


def _as_at(store: Path) -> date:
    return date.fromisoformat(snapshot_of(store).manifest["as_at"])


def _cases(job: Job, store: Path, home: Path, _: Progress) -> None:
    if job.period_type is None:
        raise ValueError(f"The job {job.name} names no period type.")
    end = _as_at(store)
    rows = cases(store, job.measures[0], job.period_type, end, job.results, job.variant, dict(job.by))
    write_table(rows, home / f"{job.name}.{job.formats[0]}")


def _figures(job: Job, store: Path, home: Path, progress: Progress) -> None:
    to = last_whole_month(snapshot_of(store))
    found = figures(store, job.measures, (), to, job.periods, job.breakdowns, "headline", progress=progress)
    write_table(found, home / f"{job.name}.{job.formats[0]}")


def _quality(job: Job, store: Path, home: Path, progress: Progress) -> None:
    write_table(check_quality(store, job.rules, progress=progress).worklist, home / f"{job.name}.{job.formats[0]}")


def _changes(job: Job, store: Path, home: Path, progress: Progress) -> None:
    found = changes(store, with_figures=bool(job.measures), measures=job.measures, progress=progress)
    write_table(found.records, home / f"{job.name}.{job.formats[0]}")
    if job.measures:
        write_table(found.moved, home / f"{job.name}-figures.{job.formats[0]}")


def _pack(job: Job, store: Path, home: Path, progress: Progress) -> None:
    period = last_whole_month(snapshot_of(store))
    fill_pack(job.pack, store, period, home, list(job.formats), About(authority=job.authority), progress)


_MAKERS: dict[str, Callable[[Job, Path, Path, Progress], None]] = {
    "cases": _cases,
    "figures": _figures,
    "quality": _quality,
    "changes": _changes,
    "pack": _pack,
}
