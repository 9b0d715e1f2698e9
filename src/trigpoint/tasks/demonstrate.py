"""The demonstration: an invented authority, loaded, calculated and reported, in one folder."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from trigpoint.comparators import invented
from trigpoint.store import Store
from trigpoint.synthetic import synthesize
from trigpoint.tasks.calculate import figures
from trigpoint.tasks.fill_pack import About, checked, fill_pack
from trigpoint.tasks.list_cases import cases
from trigpoint.tasks.load import load
from trigpoint.tasks.progress import Progress, silent
from trigpoint.tasks.write_table import write_table

AS_AT = date(2026, 10, 31)
PLACE = "Borderfield"
PACK = "birmingham"


def demonstrate(
    out: Path, children: int = 2000, years: int = 10, progress: Progress = silent
) -> list[tuple[str, float]]:
    """Write everything the demonstration shows into `out`, made anew; the seconds each step took."""
    if out.exists():
        shutil.rmtree(out)
    out.mkdir(parents=True)
    records, store = out / "records", out / "store"
    took: list[tuple[str, float]] = []

    @contextmanager
    def step(what: str) -> Iterator[None]:
        progress(what)
        began = time.perf_counter()
        yield
        took.append((what, time.perf_counter() - began))

    with step("inventing an authority"):
        synthesize(children, years, 1, AS_AT, records, form="parquet")
    with step("loading its records"):
        load([records], store, AS_AT, issues=out / "issues.csv")
    with step("calculating every measure for 36 months"):
        write_table(figures(store, to=AS_AT, periods=36), out / "figures.csv")
    with step("listing the children behind one figure"):
        page = checked(PACK).pages[0]
        behind = cases(store, page.measure, page.period_type, AS_AT, variant=page.variant)
        write_table(behind, out / "cases.csv")
    with step("writing the report pack"):
        _benchmarks(store)
        fill_pack(PACK, store, AS_AT, out / PACK, about=About(place=PLACE))
    return took


def _benchmarks(store: Path) -> None:
    """Invented comparators, and said to be so on every page: the demonstration ships no published figures."""
    with Store(store).writing() as writer:
        writer.add_entry("benchmarks", invented.values(AS_AT.year))
        writer.add_entry("benchmarks", invented.neighbours())
