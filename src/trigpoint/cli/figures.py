"""`trigpoint figures`."""

from datetime import date
from typing import Annotated, Literal

import typer

from trigpoint.cli.options import Definitions, Out, Quiet, SnapshotId, Store, month, period_types, progress, words
from trigpoint.tasks.calculate import figures
from trigpoint.tasks.write_table import checked_ending, write_table


def register(app: typer.Typer) -> None:
    app.command("figures")(_figures)


def _figures(
    store: Store,
    to: Annotated[date, typer.Option("--to", parser=month, metavar="YYYY-MM", help="Last month.")],
    out: Out,
    periods: Annotated[int, typer.Option("--periods", min=1, max=1200, help="How many month ends.")] = 1,
    measure: Annotated[str, typer.Option("--measure", help="Ids, separated by commas; default all.")] = "",
    period_type: Annotated[str, typer.Option("--period-type", help="Types, separated by commas; default all.")] = "",
    by: Annotated[str, typer.Option("--by", help="Breakdowns: team,sex,team+sex.")] = "",
    variant: Annotated[str | None, typer.Option("--variant", help="headline, or key=value;key=value.")] = None,
    definitions: Definitions = "national",
    engine: Annotated[Literal["duckdb"], typer.Option("--engine", help="Where it is calculated.")] = "duckdb",
    snapshot: SnapshotId = "",
    quiet: Quiet = False,
) -> None:
    """Calculate figures as a tidy table.

    Example: trigpoint figures --store store --measure icpc_15wd_pct --to 2026-10 --periods 36 --out figures.csv
    """
    assert engine
    checked_ending(out)
    with progress(off=quiet) as tell:
        table = figures(
            store,
            words(measure),
            period_types(period_type),
            to,
            periods,
            words(by),
            variant,
            definitions,
            snapshot,
            progress=tell,
        )
    write_table(table, out)
    typer.echo(f"{table.num_rows:,} figures in {out}.")
