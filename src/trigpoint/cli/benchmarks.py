"""`trigpoint benchmarks load`, `benchmarks show`."""

import csv
import sys
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

import typer

from trigpoint.cli.options import Store, month, period_types
from trigpoint.tasks import published as task
from trigpoint.tasks.load_benchmarks import load_benchmarks

_app = typer.Typer(help="Published figures of others.", no_args_is_help=True, rich_markup_mode=None)


def register(app: typer.Typer) -> None:
    app.add_typer(_app, name="benchmarks")


@_app.callback()
def _about() -> None:
    """Published figures of others: England, regions, statistical neighbours."""


@_app.command("load")
def _load(
    file: Annotated[Path, typer.Argument(help="The published file; its content says what it is.")],
    store: Store,
    mapping: Annotated[
        Path | None,
        typer.Option("--mapping", help="Your own mapping of a statistics file to measures: .toml or .csv."),
    ] = None,
) -> None:
    """Load published figures: the Local Authority Interactive Tool's long table (Parquet; its data dictionary beside
    it), a file of Explore education statistics (CSV), or statistical neighbours (workbook or CSV).

    Examples: trigpoint benchmarks load bds_long_0.parquet --store store;
    trigpoint benchmarks load care_leavers.csv --mapping ours.toml --store store
    """
    loaded = load_benchmarks(file, store, mapping)
    typer.echo(f"{loaded.table.num_rows:,} rows of {file.name} stand in {store}: {loaded.words}.")


@_app.command("show")
def _show(
    store: Store,
    measure: Annotated[str, typer.Option("--measure", help="Id of the measure.")],
    authority: Annotated[str, typer.Option("--authority", help="Number, ONS code or name of the authority.")],
    variant: Annotated[str, typer.Option("--variant", help="key=value;key=value.")] = "",
    neighbours: Annotated[
        str, typer.Option("--neighbours", help="Version of the neighbour set, such as 'April 2021'; default newest.")
    ] = "",
    period_type: Annotated[
        str, typer.Option("--period-type", help="Type of the period of ours that stands beside it.")
    ] = "",
    to: Annotated[
        date | None, typer.Option("--to", parser=month, metavar="YYYY-MM", help="Month that it ends with.")
    ] = None,
    form: Annotated[Literal["text", "csv"], typer.Option("--format", help="text or csv.")] = "text",
) -> None:
    """What was published beside a measure: England, the region, the neighbours, rank, quartile, year and source.

    Example: trigpoint benchmarks show --store store --measure rereferrals_12m_pct --authority E08000025
    """
    kinds = period_types(period_type)
    if len(kinds) > 1:
        raise typer.BadParameter("give one period type.", param_hint="--period-type")
    kind, ends = (kinds[0] if kinds else None), (to.month if to else 3)
    found = task.published(store, measure, authority, variant, neighbours, kind, ends)
    if form == "csv":
        writer = csv.DictWriter(sys.stdout, task.COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(task.rows(found))
        return
    typer.echo(task.words(found))
