"""`trigpoint synthesize`."""

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer

from trigpoint.cli.options import Quiet, day, progress
from trigpoint.tasks.synthesize import synthesize


def register(app: typer.Typer) -> None:
    app.command("synthesize")(_synthesize)


def _synthesize(
    children: Annotated[int, typer.Option("--children", min=1, help="Looked-after children on the as-at date.")],
    as_at: Annotated[date, typer.Option("--as-at", parser=day, metavar="YYYY-MM-DD", help="Last day of the records.")],
    out: Annotated[Path, typer.Option("--out", help="Folder to write.", file_okay=False)],
    years: Annotated[int, typer.Option("--years", min=1, max=20, help="Years of history.")] = 10,
    seed: Annotated[int, typer.Option("--seed", help="Same seed, same bytes.")] = 1,
    authorities: Annotated[int, typer.Option("--authorities", min=1, max=500, help="How many authorities.")] = 1,
    form: Annotated[
        Literal["ssd", "ssd-parquet", "ssda903", "cin", "annex-a"], typer.Option("--format", help="How to write it.")
    ] = "ssd",
    quiet: Quiet = False,
) -> None:
    """Write an invented authority: whole child journeys, realistic levels, nobody real.

    Example: trigpoint synthesize --children 500 --years 10 --seed 7 --as-at 2026-10-31 --out extract
    """
    with progress(off=quiet) as tell:
        synthesize(children, years, seed, as_at, out, authorities, form, tell)
    typer.echo(f"An invented authority with {children:,} looked-after children stands in {out}.")
