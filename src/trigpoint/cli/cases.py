"""`trigpoint cases`."""

from datetime import date
from typing import Annotated

import typer

from trigpoint.cli.options import Definitions, Out, SnapshotId, Store, day, pairs, period_types, words
from trigpoint.tasks.family_note import family_note
from trigpoint.tasks.list_cases import cases
from trigpoint.tasks.write_table import checked_ending, write_table


def register(app: typer.Typer) -> None:
    app.command("cases")(_cases)


def _cases(
    store: Store,
    measure: Annotated[str, typer.Option("--measure", help="Id of the measure.")],
    period_type: Annotated[str, typer.Option("--period-type", help="Type of the period.")],
    period_end: Annotated[
        date, typer.Option("--period-end", parser=day, metavar="YYYY-MM-DD", help="Last day of the period.")
    ],
    out: Out,
    result: Annotated[str, typer.Option("--result", help="met,not_met,excluded,unknown,pending,counted.")] = "",
    variant: Annotated[str, typer.Option("--variant", help="key=value;key=value.")] = "",
    by: Annotated[list[str] | None, typer.Option("--by", help="One group: team=NAME; may be given again.")] = None,
    definitions: Definitions = "national",
    snapshot: SnapshotId = "",
) -> None:
    """List the rows behind a figure.

    Example: trigpoint cases --store store --measure icpc_15wd_pct --period-type month --period-end 2026-10-31
    --result not_met --out late.csv
    """
    checked_ending(out)
    kinds = period_types(period_type)
    if len(kinds) != 1:
        raise typer.BadParameter("give one period type.", param_hint="--period-type")
    table = cases(store, measure, kinds[0], period_end, words(result), variant, pairs(by), definitions, snapshot)
    write_table(table, out)
    typer.echo(f"{table.num_rows:,} rows in {out}.")
    if note := family_note(table):
        typer.echo(note)
