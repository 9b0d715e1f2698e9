"""`trigpoint figures`."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import pyarrow as pa
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
from trigpoint.tasks.disclose import Disclosed, DisclosureError, disclose
from trigpoint.tasks.not_collected import why_not_collected
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
_Audience = Annotated[
    str,
    typer.Option("--audience", help="Hide or flag small numbers for internal, panel, public, or a council's own."),
]
_Rules = Annotated[
    Path | None, typer.Option("--rules", help="TOML file with a council's own rules for --audience.", dir_okay=False)
]
_Earlier = Annotated[
    list[Path] | None,
    typer.Option("--earlier", help="File published for this audience before; may be repeated, oldest first."),
]
_Suppressed = Annotated[
    Path | None,
    typer.Option(
        "--suppressed", help="File for the list of what was withheld and why: internal use only.", dir_okay=False
    ),
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
    audience: _Audience = "",
    rules: _Rules = None,
    earlier: _Earlier = None,
    suppressed: _Suppressed = None,
    quiet: Quiet = False,
) -> None:
    """Calculate figures as a tidy table, or give those of a release as they were published.

    Example: trigpoint figures --store store --measure icpc_15wd_pct --to 2026-10 --periods 36 --out figures.csv
    """
    checked_ending(out)
    asked = (words(measure), period_types(period_type), to, periods, words(by), variant)
    if release and (defined_on or snapshot or definitions != "national"):
        raise typer.BadParameter("a release has its own definitions and snapshot.", param_hint="--release")
    if release:
        table = published(store, release, *asked)
    elif to is None:
        raise typer.BadParameter("name the last month, or a --release.", param_hint="--to")
    else:
        with progress(off=quiet) as tell:
            on = backend(engine, spark_master)
            table = figures(store, *asked, definitions, snapshot, progress=tell, defined_on=defined_on, on=on)
        _tell(why_not_collected(store, table, asked[0], definitions, snapshot), quiet)
    done = _for_audience(table, audience, rules, earlier or (), suppressed, quiet)
    _write(done, out)


def _tell(lines: Sequence[str], quiet: bool) -> None:
    for line in () if quiet else lines:
        typer.echo(line)


def _write(done: Disclosed, out: Path) -> None:
    write_table(done.table, out)
    typer.echo(f"{done.table.num_rows:,} figures in {out}.")
    if done.unproved:
        typer.echo(done.unproved, err=True)
        raise typer.Exit(1)


def _for_audience(
    table: pa.Table, audience: str, rules: Path | None, earlier: Sequence[Path], suppressed: Path | None, quiet: bool
) -> Disclosed:
    """What the audience may see; what was withheld goes into its own file. Nothing is written unless all is safe."""
    if not audience:
        if earlier or suppressed or rules:
            raise typer.BadParameter("say for whom the figures are.", param_hint="--audience")
        return Disclosed(table)
    with progress(off=quiet) as tell:
        done = disclose(table, audience, rules, earlier, tell)
    if done.exposed:
        raise DisclosureError(done.exposed)
    if suppressed and done.withheld is not None:
        write_table(done.withheld, checked_ending(suppressed))
        typer.echo(f"{done.withheld.num_rows:,} withheld numbers in {suppressed}: for internal use only.")
    return done
