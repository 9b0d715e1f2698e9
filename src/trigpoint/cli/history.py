"""`trigpoint history`."""

from collections import Counter
from datetime import date
from typing import Annotated, Literal

import typer

from trigpoint.cli.options import Definitions, Out, Periods, Quiet, Store, month, period_types, progress
from trigpoint.figures.revisions import History
from trigpoint.tasks.history import history
from trigpoint.tasks.write_table import checked_ending, write_table

_NAMES = {"r": "revised", "p": "provisional", "s": "supplied"}


def register(app: typer.Typer) -> None:
    app.command("history")(_history)


def _history(
    store: Store,
    measure: Annotated[str, typer.Option("--measure", help="Id of the measure.")],
    period_type: Annotated[str, typer.Option("--period-type", help="Type of the periods.")],
    to: Annotated[date, typer.Option("--to", parser=month, metavar="YYYY-MM", help="Last month.")],
    out: Out,
    periods: Periods = 12,
    variant: Annotated[str, typer.Option("--variant", help="key=value;key=value.")] = "",
    kind: Annotated[
        Literal["as_published", "restated"],
        typer.Option("--history", help="Values as published, or all by today's definition."),
    ] = "as_published",
    definitions: Definitions = "national",
    quiet: Quiet = False,
) -> None:
    """Write a series with its history: r where a published figure is another today, p where it is provisional.

    Columns: those of figures, then mark, published_value, published_in, today, cause, history.

    Example: trigpoint history --store store --measure icpc_15wd_pct --period-type month --to 2026-10 --periods 24
    --out history.csv
    """
    checked_ending(out)
    kinds = period_types(period_type)
    if len(kinds) != 1:
        raise typer.BadParameter("give one period type.", param_hint="--period-type")
    with progress(off=quiet) as tell:
        table = history(store, measure, kinds[0], to, periods, variant, History(kind), definitions, tell)
    write_table(table, out)
    marks = Counter(str(mark) for mark in table["mark"].to_pylist())
    told = [f"{marks[mark]} {name}" for mark, name in _NAMES.items() if marks[mark]]
    typer.echo(f"{table.num_rows:,} figures in {out}, history {kind}: {', '.join(told) or 'none marked'}.")
