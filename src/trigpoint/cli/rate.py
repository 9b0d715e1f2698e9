"""`trigpoint rate`."""

from pathlib import Path
from typing import Annotated

import typer

from trigpoint.tasks.rate import rate


def register(app: typer.Typer) -> None:
    app.command("rate")(_rate)


def _rate(
    file: Annotated[Path, typer.Argument(help="CSV: ref, style, value, unit, polarity, decimals, target...")],
    out: Annotated[Path | None, typer.Option("--out", help="CSV file to write.", dir_okay=False)] = None,
) -> None:
    """Judge published figures by the targets and bands beside them; no records are needed.

    Example: trigpoint rate scorecard.csv --out judged.csv
    """
    if out is None:
        raise typer.BadParameter("give --out FILE.csv.", param_hint="--out")
    count = rate(file, out)
    typer.echo(f"{count:,} rows judged in {out}, each value as displayed (half up to its decimals).")
