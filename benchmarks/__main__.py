"""`python -m benchmarks [--rounds N] [--no-national]`: measures everything and writes `results.md` and `results.csv`.

TRIGPOINT_NATIONAL=0 leaves the national scale out too; TRIGPOINT_NATIONAL_DATA names a folder of authorities already
invented. Takes about 20 minutes on two cores, and as long again the first time, when it invents and loads the nation;
what it made is kept in `benchmarks/data/`: delete that to have it made anew.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
from dataclasses import asdict
from datetime import UTC, datetime

from benchmarks.child import Ran, run
from benchmarks.compare import compare
from benchmarks.data import GROWTH, NATIONAL, ONE, SMALL, Scale
from benchmarks.results import Measured, markdown, write
from benchmarks.subject import SUBJECTS
from trigpoint.records.numbering import CHILDREN
from trigpoint.store import Store
from trigpoint.tasks.opened import engine_on
from trigpoint.tasks.stored import snapshot_of


def _loaded(scale: Scale) -> Ran:
    """The load's time and memory: measured now, or when the store that stands was made."""
    said = scale.store.with_suffix(".json")
    stands = Store(scale.store).current() if said.exists() and scale.store.exists() else None
    if stands and CHILDREN in stands.tables:
        return Ran(**json.loads(said.read_text()))
    scale.files()
    shutil.rmtree(scale.store, ignore_errors=True)
    ran = run("load", scale)
    said.write_text(json.dumps(asdict(ran)))
    return ran


def measure(scale: Scale, rounds: int) -> Measured:
    """Everything of one scale, telling how far it is."""
    _tell(f"{scale.title}: loading")
    jobs = [_loaded(scale)]
    every = ("twelve", "headline", "headline_prepared", "library")
    # whole views are for breakdowns and lists, which are asked of an authority, not of the nation
    for job in every if scale is NATIONAL else (*every, "headline_broken_down", "prepare", "broken_down"):
        _tell(f"{scale.title}: {job}")
        jobs.append(run(job, scale))
    engine = engine_on(snapshot_of(scale.store))
    engine.prepare([subject.view for subject in SUBJECTS], extras=False)
    jobs.append(run("prepared", scale))
    found = []
    for subject in SUBJECTS:
        _tell(f"{scale.title}: {subject.measure}")
        found.append(compare(engine, subject, rounds))
    return Measured(scale, jobs, found)


def grow() -> list[Measured]:
    """The same jobs on parts of the nation."""
    found = []
    for scale in GROWTH:
        jobs = [_loaded(scale)]
        for job in ("twelve", "library"):
            _tell(f"{scale.title}: {job}")
            jobs.append(run(job, scale))
        found.append(Measured(scale, jobs, []))
    return found


def _tell(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=7, help="turns that each contender takes (default 7)")
    parser.add_argument("--small", action="store_true", help="two small authorities only; nothing is written")
    national = os.environ.get("TRIGPOINT_NATIONAL", "1") != "0"
    parser.add_argument("--national", action=argparse.BooleanOptionalAction, default=national)
    chosen = parser.parse_args()
    scales = [SMALL] if chosen.small else [ONE, NATIONAL] if chosen.national else [ONE]
    measured: list[Measured] = grow() if NATIONAL in scales else []
    for scale in scales:
        measured.append(measure(scale, chosen.rounds))
        page = markdown(measured, datetime.now(UTC).date(), "python -m benchmarks", _machine())
        if not chosen.small:
            write(measured, page)
    print(page)


def _machine() -> str:
    words = {1: "one core", 2: "two cores", 4: "four cores", 8: "eight cores"}
    cores = os.cpu_count() or 1
    return words.get(cores, f"{cores} cores")


if __name__ == "__main__":
    main()
