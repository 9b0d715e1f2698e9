"""The demonstration: an invented authority, loaded, calculated and reported, in one folder."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from trigpoint.comparators import invented
from trigpoint.reports.formats import formats
from trigpoint.store import Store
from trigpoint.synthetic import synthesize
from trigpoint.tasks.calculate import figures
from trigpoint.tasks.check_quality import check_quality
from trigpoint.tasks.checked_pack import checked
from trigpoint.tasks.fill_pack import About, fill_packs, fill_published
from trigpoint.tasks.list_cases import cases
from trigpoint.tasks.load import load
from trigpoint.tasks.progress import Progress, silent
from trigpoint.tasks.report_quality import report_quality
from trigpoint.tasks.write_table import write_table

AS_AT = date(2026, 10, 31)
PLACE = "Borderfield"
PACKS = ("kent", "kent-targets", "birmingham", "cheshire-east", "childrens-trust", "herefordshire")
"""The five councils' reports, Kent's target-setting paper beside its scorecard."""


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
        page = checked("birmingham").pages[0]
        behind = cases(store, page.measure, page.period_type, AS_AT, variant=page.variant)
        write_table(behind, out / "cases.csv")
    with step(f"writing {len(PACKS)} report packs in {len(formats())} formats"):
        _benchmarks(store)
        fill_packs(PACKS, store, AS_AT, out / "packs", formats(), About(place=PLACE), progress)
    with step("checking the quality of its data"):
        found = check_quality(store, ["records"], progress=progress)
        report_quality(found, store, out / "quality", ["html", "pdf"], progress)
    with step("rebuilding the published reports"):
        for name in PACKS:
            fill_published(name, out / "published" / name)
    return took


def _benchmarks(store: Path) -> None:
    """Invented comparators, and said to be so on every page: the demonstration ships no published figures."""
    with Store(store).writing() as writer:
        writer.add_entry("benchmarks", invented.values(AS_AT.year))
        writer.add_entry("benchmarks", invented.neighbours())
