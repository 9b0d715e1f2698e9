"""Write an invented authority."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from trigpoint import synthetic
from trigpoint.sources import annex_a, plan, ssda903
from trigpoint.tasks.library import LibraryError
from trigpoint.tasks.progress import Progress, silent

Form = Literal["ssd", "ssd-parquet", "ssda903", "annex-a"]


def synthesize(
    children: int,
    years: int,
    seed: int,
    as_at: date,
    out: Path,
    authorities: int = 1,
    form: Form = "ssd",
    progress: Progress = silent,
) -> None:
    """Write an invented authority, or several, each in a folder of its own.

    `ssd` is CSV, `ssd-parquet` Parquet; `ssda903` is the return of the collection year that holds the as-at date,
    `annex-a` the workbook of Ofsted's eleven lists as they stand on it.
    """
    if form in {"ssd", "ssd-parquet"}:
        _records(children, years, seed, as_at, out, authorities, "csv" if form == "ssd" else "parquet", progress)
        return
    if authorities > 1:
        raise LibraryError("This format is of one authority: leave out --authorities, or choose --format ssd.")
    with TemporaryDirectory() as aside:
        _records(children, years, seed, as_at, Path(aside), 1, "parquet", progress)
        progress("writing the lists" if form == "annex-a" else "writing the return")
        tables = {part.table: part.data for part in plan([Path(aside)]).parts()}
        if form == "annex-a":
            annex_a.write(tables, out, as_at=as_at)
        else:
            ssda903.write(tables, out, year=as_at.year + (as_at.month > 3))


def _records(
    children: int,
    years: int,
    seed: int,
    as_at: date,
    out: Path,
    authorities: int,
    form: Literal["csv", "parquet"],
    progress: Progress,
) -> None:
    synthetic.synthesize(
        children,
        years,
        seed,
        as_at,
        out,
        authorities=authorities,
        form=form,
        progress=lambda done, total, what: progress(what, done, total),
    )
