"""Work done in a process of its own, so that its peak of memory is its own: `python -m benchmarks.child JOB SCALE`.

Prints one JSON object: `seconds` of the job, `memory` the process's peak in MiB (VmHWM; 0 where there is no /proc),
`rows` what came out.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.compare import asked, months
from benchmarks.data import AS_AT, SCALES, Scale
from benchmarks.subject import SUBJECTS
from benchmarks.timing import seconds
from trigpoint.engine import Engine
from trigpoint.engine.calculate import Asked
from trigpoint.language.case_view import CaseView
from trigpoint.language.definition import NATIONAL
from trigpoint.language.period import PeriodType
from trigpoint.measures import MEASURES
from trigpoint.tasks.calculate import asked_for
from trigpoint.tasks.library import variants
from trigpoint.tasks.load import load
from trigpoint.tasks.opened import engine_on
from trigpoint.tasks.stored import snapshot_of


@dataclass(frozen=True)
class Ran:
    """Seconds and peak memory in MiB of one job, and how many rows came out."""

    job: str
    seconds: float
    memory: int
    rows: int


def _load(scale: Scale) -> int:
    alone = "One" if scale.authorities == 1 and not scale.part_of_nation else ""
    loaded = load(scale.files(), scale.store, AS_AT, authority=alone)
    return sum(table["loaded"] for table in loaded.rows.values())


def _fresh(scale: Scale) -> Engine:
    """An engine whose views are built in a scratch folder: nothing is there yet."""
    taken = snapshot_of(scale.store)
    collected = {name: frozenset(tables) for name, tables in taken.manifest["collected"].items()}
    return Engine(taken.tables, date.fromisoformat(taken.manifest["as_at"]), collected, snapshot=taken.id)


def _views() -> list[type[CaseView]]:
    """Every case view that some measure counts in some variant or period type."""
    every = (
        definition.counts
        for measure in MEASURES.values()
        for variant in variants(measure)
        for asked_ in asked_for(measure, (), [variant], NATIONAL)
        for definition in asked_.versions
    )
    return sorted(set(every), key=lambda view: view.name)


def _prepare(scale: Scale) -> int:
    engine = _fresh(scale)
    engine.prepare(_views())
    return sum(int(engine.view(view).count().execute()) for view in _views())


def _headlines() -> list[Asked]:
    """Every measure counted from records, in its headline, in each of its period types."""
    return [one for measure in MEASURES.values() for one in asked_for(measure, (), [""], NATIONAL)]


FIRST_CHOICE = (
    PeriodType.ROLLING12,
    PeriodType.SNAPSHOT,
    PeriodType.MONTH,
    PeriodType.QUARTER,
    PeriodType.FINANCIAL_YEAR,
)
"""The one period type of a measure: rolling 12 months, else the state at the month end, else the shortest it takes."""


def one_each() -> list[Asked]:
    """Every measure counted from records, in its headline, in one period type."""
    found = [asked_for(measure, (kind,), [""], NATIONAL) for measure in MEASURES.values() for kind in FIRST_CHOICE]
    first: dict[str, Asked] = {}
    for one in (one for every in found for one in every):
        first.setdefault(one.versions[0].measure, one)
    return list(first.values())


def _counted(engine: Engine, what: list[Asked]) -> int:
    return int(engine.figures(what, months(engine)).num_rows)


def _counted_by_each(engine: Engine, what: list[Asked]) -> int:
    names = {name for one in what for name in one.versions[0].counts.breakdowns()}
    return int(engine.figures(what, months(engine), [(), *((name,) for name in sorted(names))]).num_rows)


def _library(scale: Scale) -> int:
    return _counted(_fresh(scale), _headlines())


def _broken_down(scale: Scale) -> int:
    return _counted_by_each(_fresh(scale), _headlines())


def _headline(scale: Scale) -> int:
    """As the library is asked for in use: the views are kept beside the snapshot, where none stood."""
    snapshot = snapshot_of(scale.store)
    shutil.rmtree(snapshot.views_dir, ignore_errors=True)
    return _counted(engine_on(snapshot), one_each())


def _headline_prepared(scale: Scale) -> int:
    return _counted(engine_on(snapshot_of(scale.store)), one_each())


def _headline_broken_down(scale: Scale) -> int:
    return _counted_by_each(_fresh(scale), one_each())


def _twelve(scale: Scale) -> int:
    return _all(_fresh(scale))


def _prepared(scale: Scale) -> int:
    return _all(engine_on(snapshot_of(scale.store)))


def _all(engine: Engine) -> int:
    return int(engine.figures([asked(subject) for subject in SUBJECTS], months(engine)).num_rows)


JOBS: dict[str, Callable[[Scale], int]] = {
    "load": _load,
    "prepare": _prepare,
    "twelve": _twelve,
    "prepared": _prepared,
    "headline": _headline,
    "headline_prepared": _headline_prepared,
    "headline_broken_down": _headline_broken_down,
    "library": _library,
    "broken_down": _broken_down,
}


def run(job: str, scale: Scale) -> Ran:
    """Do a job in a new process."""
    command = [sys.executable, "-m", "benchmarks.child", job, scale.name]
    said = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[1])
    return Ran(**json.loads(said.stdout.splitlines()[-1]))


def _peak() -> int:
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM")), 0)


def main(job: str, name: str) -> None:
    """Do one job here and tell what it took."""
    rows: list[int] = []
    spent = seconds(lambda: rows.append(JOBS[job](SCALES[name])))
    print(json.dumps({"job": job, "seconds": round(spent, 2), "memory": _peak(), "rows": rows[0]}))


if __name__ == "__main__":
    main(*sys.argv[1:])
