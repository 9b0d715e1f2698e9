"""`trigpoint rate`."""

from pathlib import Path
from typing import Annotated

import typer

from trigpoint.tasks.check_published import check_published
from trigpoint.tasks.rate import rate


def register(app: typer.Typer) -> None:
    app.command("rate")(_rate)


def _rate(
    file: Annotated[Path, typer.Argument(help="CSV: ref, style, value, unit, polarity, decimals, target...")],
    out: Annotated[Path | None, typer.Option("--out", help="CSV file to write.", dir_okay=False)] = None,
    check: Annotated[
        bool, typer.Option("--check", help="List what contradicts itself instead; FILE may name a report of ours.")
    ] = False,
) -> None:
    """Judge published figures by the targets and bands beside them; no records are needed.

    Examples: trigpoint rate scorecard.csv --out judged.csv; trigpoint rate --check birmingham
    """
    if check:
        _check(file, out)
    if out is None:
        raise typer.BadParameter("give --out FILE.csv.", param_hint="--out")
    count = rate(file, out)
    typer.echo(f"{count:,} rows judged in {out}, each value as displayed (half up to its decimals).")


def _check(file: Path, out: Path | None) -> None:
    found = check_published(str(file), out)
    for finding in found if out is None else []:
        typer.echo(f"{finding.check}: {finding}")
    where = f"; all in {out}" if out and found else ""
    typer.echo(f"{len(found):,} contradictions found in {file.name}{where}.", err=bool(found))
    raise typer.Exit(1 if found else 0)
