"""Write an invented authority."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from trigpoint import synthetic
from trigpoint.sources import annex_a, cin_census, plan, ssda903
from trigpoint.tasks.library import LibraryError
from trigpoint.tasks.progress import Progress, silent

Form = Literal["ssd", "ssd-parquet", "ssda903", "cin", "annex-a"]

_LEA = "999"
"""The number of the invented authority in a census; no real one has it."""


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

    `ssd` is CSV, `ssd-parquet` Parquet; `ssda903` is the return and `cin` the children in need census of the
    collection year that holds the as-at date, `annex-a` the workbook of Ofsted's eleven lists as they stand on it.
    """
    if form in {"ssd", "ssd-parquet"}:
        _records(children, years, seed, as_at, out, authorities, "csv" if form == "ssd" else "parquet", progress)
        return
    if authorities > 1:
        raise LibraryError("This format is of one authority: leave out --authorities, or choose --format ssd.")
    year = as_at.year + (as_at.month > 3)
    if form == "cin" and year not in cin_census.YEARS:
        known = f"{cin_census.YEARS[0] - 1}-04-01 to {cin_census.YEARS[-1]}-03-31"
        raise LibraryError(f"There is no census of {year}: choose an as-at date from {known}.")
    with TemporaryDirectory() as aside:
        _records(children, years, seed, as_at, Path(aside), 1, "parquet", progress)
        progress("writing the lists" if form == "annex-a" else "writing the return")
        tables = {part.table: part.data for part in plan([Path(aside)]).parts()}
        if form == "cin":
            cin_census.write(tables, out, year=year, lea=_LEA)
        elif form == "annex-a":
            annex_a.write(tables, out, as_at=as_at)
        else:
            ssda903.write(tables, out, year=year)


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
