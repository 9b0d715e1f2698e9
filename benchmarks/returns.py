"""`python -m benchmarks.returns`: a return loaded and all its rules run; a year of an authority in every format.

Writes `benchmarks/returns.md`. Takes two to three minutes; the authority it invents is kept in `benchmarks/data/`.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from benchmarks.data import HOME
from benchmarks.timing import seconds
from trigpoint import synthetic
from trigpoint.records.without_pandas import start_without_pandas
from trigpoint.sources import annex_a, cin_census, dfe_api, plan, ssda903
from trigpoint.tasks.check_quality import check_quality
from trigpoint.tasks.load import load

AS_AT = date(2026, 3, 31)
CHILDREN, YEARS, SEED = 1_900, 1, 8
"""An authority as large as England's largest: a year has some 5,000 episodes of care."""
REVIEWS = 12_000
ROUNDS = 3


def invented() -> Path:
    """The authority, with its returns of two years and the other formats of the last."""
    home = HOME / "returns"
    if (home / "done").exists():
        return home
    shutil.rmtree(home, ignore_errors=True)
    synthetic.synthesize(CHILDREN, YEARS, SEED, AS_AT, home / "ssd", form="parquet")
    tables = {part.table: part.data for part in plan([home / "ssd"]).parts()}
    ssda903.write(tables, home / "csv", year=2026)
    _more_reviews(home / "csv" / "reviews.csv")
    ssda903.write(tables, home / "xml", year=2026, form="xml")
    cin_census.write(tables, home / "cin", year=2026)
    annex_a.write(tables, home / "annex-a", as_at=AS_AT)
    dfe_api.write(tables, home / "dfe-api")
    (home / "done").touch()
    return home


def _more_reviews(file: Path) -> None:
    """Reviews again on other days, until there are as many as the goal names: nobody invents so many meetings."""
    head, *rows = file.read_text(encoding="utf-8").splitlines()
    again = (_on_day(row, day) for day in range(1, 29) for row in rows)
    more = list(dict.fromkeys([*rows, *again]))[: max(REVIEWS, len(rows))]
    file.write_text("\n".join([head, *more]) + "\n", encoding="utf-8")


def _on_day(row: str, day: int) -> str:
    child, born, held, code = row.split(",")
    return ",".join((child, born, f"{day:02d}{held[2:]}", code))


def timed(what: Callable[[Path], object]) -> float:
    """The best of some rounds, each in an empty folder."""
    found = []
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as home:
            found.append(seconds(lambda home=home: what(Path(home))))  # type: ignore[misc]
    return min(found)


def compiled() -> None:
    """Processes begun from here find the modules compiled, as an installation has them, whatever the shell says."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(HOME / "compiled")


def main() -> None:
    """Measure, print and write."""
    compiled()
    start_without_pandas()
    home = invented()
    one_year = home / "csv"

    def loaded(files: Path, *, apart: bool = False) -> Callable[[Path], object]:
        return lambda store: load([files], store / "store", AS_AT, authority="Large", apart=apart)

    def checked(store: Path) -> object:
        loaded(one_year, apart=True)(store)
        return check_quality(store / "store", ["ssda903"])

    rows = {
        module: len((one_year / f"{module}.csv").read_text(encoding="utf-8").splitlines()) - 1
        for module in ("episodes", "reviews")
    }
    lines = [
        "# Returns and other formats",
        "",
        f"Written by `python -m benchmarks.returns`: an invented authority, {rows['episodes']:,} episodes of care and "
        f"{rows['reviews']:,} reviews in the year. Best of {ROUNDS} rounds, on two cores.",
        "",
        "| What | Seconds |",
        "|---|---:|",
        f"| SSDA903 return, read in a process of its own, loaded, all rules run | {timed(checked):.2f} |",
    ]
    total = 0.0
    every = {"ssd (Parquet)": "ssd", "SSDA903 CSV": "csv", "SSDA903 XML": "xml"}
    every |= {"CIN census XML": "cin", "Annex A workbook": "annex-a", "DfE payload JSON": "dfe-api"}
    for title, folder in every.items():
        took = timed(loaded(home / folder))
        total += took
        lines.append(f"| {title}: loaded | {took:.2f} |")
        print(lines[-1], file=sys.stderr, flush=True)
    lines.append(f"| All of them | {total:.2f} |")
    text = "\n".join(lines) + "\n"
    print(text)
    (Path(__file__).parent / "returns.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
