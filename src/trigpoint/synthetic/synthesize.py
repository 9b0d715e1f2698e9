"""`synthesize`: an invented authority, or many, written as folders of records."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, as_completed
from datetime import date
from pathlib import Path
from typing import Literal

import numpy as np
import pyarrow as pa

from trigpoint.synthetic.authority import TABLE_COUNT, tables_of
from trigpoint.synthetic.planted import Planted
from trigpoint.synthetic.world import Authority
from trigpoint.synthetic.writing import write_table

_FIRST = ("Alder", "Bracken", "Cinder", "Drover", "Ember", "Fallow", "Garland", "Hazel", "Isen", "Juniper", "Kestrel",
          "Larch", "Marten", "Nettle", "Orchard", "Plover", "Quill", "Rowan", "Sorrel", "Teasel")  # fmt: skip
_LAST = ("wick", "holt", "mere", "stow", "thwaite", "hythe", "combe", "cross")

Progress = Callable[[int, int, str], None]


def synthesize(
    children: int,
    years: int,
    seed: int,
    as_at: date,
    out: Path,
    authorities: int = 1,
    form: Literal["csv", "parquet"] = "csv",
    progress: Progress | None = None,
    errors: float = 0.01,
    processes: int = 2,
) -> list[Path]:
    """Write invented authorities with `children` looked-after children each on `as_at`; return their folders.

    One authority is written into `out` itself; several, of realistic and different sizes around `children`, each into
    `out/<area code>`. `years` of history come before `as_at`, with the journeys that reach into them. `errors` is the
    share of rows of the event tables that were badly recorded; 0 gives the clean twin, alike in everything else.
    `progress` is called with how many are done, of how many, and what: tables of one authority, or authorities.
    The same arguments give the same bytes, however many processes work on them.
    Raises ValueError when a number makes no sense.
    """
    if children < 1 or years < 1 or authorities < 1 or not 0 <= errors <= 1:
        raise ValueError("Children, years and authorities must be 1 or more, and errors between 0 and 1.")
    plans = [
        (plan, out if authorities == 1 else out / plan.code)
        for plan in _plans(children, years, seed, as_at, authorities, errors)
    ]
    told = progress or (lambda _done, _total, _what: None)
    if authorities == 1:
        _write(*plans[0], form, told)
        return [out]
    told(0, authorities, "starting")
    _write_many(plans, form, told, processes)
    return [folder for _, folder in plans]


def planted(children: int, years: int, seed: int, as_at: date, errors: float) -> list[Planted]:
    """Every flaw in the records of the one authority that `synthesize` writes for the same arguments."""
    found: list[Planted] = []
    for plan in _plans(children, years, seed, as_at, 1, errors):
        for _ in tables_of(plan, found):
            pass
    return found


def _write_many(
    plans: list[tuple[Authority, Path]], form: Literal["csv", "parquet"], told: Progress, processes: int
) -> None:
    if processes < 2:
        for done, (plan, folder) in enumerate(plans, start=1):
            _write(plan, folder, form)
            told(done, len(plans), plan.name)
        return
    # a fresh interpreter each: nothing of the caller's threads or locks comes along
    with ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("spawn"), initializer=_single) as pool:
        work = {pool.submit(_write, plan, folder, form): plan.name for plan, folder in plans}
        for done, finished in enumerate(as_completed(work), start=1):
            finished.result()
            told(done, len(plans), work[finished])


def _single() -> None:
    """Arrow of each process on one thread: the processes are the parallel work."""
    pa.set_cpu_count(1)
    pa.set_io_thread_count(1)


def _write(plan: Authority, folder: Path, form: Literal["csv", "parquet"], told: Progress | None = None) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for done, (name, frame) in enumerate(tables_of(plan), start=1):
        write_table(name, frame, folder, form)
        if told:
            told(done, TABLE_COUNT, name)


def _plans(children: int, years: int, seed: int, as_at: date, authorities: int, errors: float) -> list[Authority]:
    """Names, codes and sizes: one as asked, several as unequal as real authorities, the same in sum."""
    sizes = [children]
    if authorities > 1:
        rng = np.random.default_rng(np.random.SeedSequence([seed, 0xA0]))
        drawn = np.exp(np.clip(rng.normal(0, 0.68, authorities), -1.9, 1.9))
        sizes = [max(round(s), 12) for s in drawn / drawn.sum() * children * authorities]
    spread = 0.2 if authorities == 1 else 1.0
    plans = []
    for n, size in enumerate(sizes):
        name = _FIRST[n % len(_FIRST)] + _LAST[n // len(_FIRST) % len(_LAST)]
        again = n // (len(_FIRST) * len(_LAST))
        name += f" {again + 1}" if again else ""
        plans.append(Authority(n, f"X06{n + 1:06d}", name, size, seed, as_at, years, spread, errors))
    return plans
