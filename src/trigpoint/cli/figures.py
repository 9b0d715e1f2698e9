"""`trigpoint figures`."""

from datetime import date
from typing import Annotated, Literal

import typer

from trigpoint.cli.options import (
    By,
    Definitions,
    Measures,
    Out,
    Periods,
    Quiet,
    SnapshotId,
    Store,
    day,
    month,
    period_types,
    progress,
    words,
)
from trigpoint.tasks.calculate import figures
from trigpoint.tasks.opened import backend
from trigpoint.tasks.releases import published
from trigpoint.tasks.write_table import checked_ending, write_table

_Kinds = Annotated[str, typer.Option("--period-type", help="Types, separated by commas; default all.")]
_To = Annotated[
    date | None, typer.Option("--to", parser=month, metavar="YYYY-MM", help="Last month; needed without --release.")
]
_Variant = Annotated[str | None, typer.Option("--variant", help="headline, or key=value;key=value.")]
_Day = Annotated[
    date | None,
    typer.Option(
        "--defined-on", parser=day, metavar="YYYY-MM-DD", help="Judge every period by the definitions of this day."
    ),
]
_Engine = Annotated[Literal["duckdb", "spark"], typer.Option("--engine", help="Where it is calculated.")]
_Master = Annotated[
    str,
    typer.Option(
        "--spark-master",
        envvar="TRIGPOINT_SPARK_MASTER",
        metavar="URL",
        help="Cluster of --engine spark: spark://HOST:PORT; default this machine.",
    ),
]
_Release = Annotated[
    str, typer.Option("--release", help="Nothing is calculated: the figures that this release published.")
]


def register(app: typer.Typer) -> None:
    app.command("figures")(_figures)


def _figures(
    store: Store,
    out: Out,
    to: _To = None,
    periods: Periods = 1,
    measure: Measures = "",
    period_type: _Kinds = "",
    by: By = "",
    variant: _Variant = None,
    definitions: Definitions = "national",
    defined_on: _Day = None,
    engine: _Engine = "duckdb",
    spark_master: _Master = "",
    snapshot: SnapshotId = "",
    release: _Release = "",
    quiet: Quiet = False,
) -> None:
    """Calculate figures as a tidy table, or give those of a release as they were published.

    Example: trigpoint figures --store store --measure icpc_15wd_pct --to 2026-10 --periods 36 --out figures.csv
    """
    checked_ending(out)
    asked = (words(measure), period_types(period_type), to, periods, words(by), variant)
    if release:
        if defined_on or snapshot or definitions != "national":
            raise typer.BadParameter("a release has its own definitions and snapshot.", param_hint="--release")
        table = published(store, release, *asked)
    elif to is None:
        raise typer.BadParameter("name the last month, or a --release.", param_hint="--to")
    else:
        with progress(off=quiet) as tell:
            on = backend(engine, spark_master)
            table = figures(store, *asked, definitions, snapshot, progress=tell, defined_on=defined_on, on=on)
    write_table(table, out)
    typer.echo(f"{table.num_rows:,} figures in {out}.")
