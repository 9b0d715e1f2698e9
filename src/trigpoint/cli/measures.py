"""`trigpoint measures`, `measures show`, `measures diff`."""

import csv
import sys
from datetime import date
from typing import Annotated, Literal

import typer

from trigpoint.cli.options import Definitions, day
from trigpoint.tasks import library
from trigpoint.tasks.definition_changes import changed

_app = typer.Typer(help="The library of measures.", invoke_without_command=True, rich_markup_mode=None)


def register(app: typer.Typer) -> None:
    app.add_typer(_app, name="measures")


@_app.callback()
def _list(
    context: typer.Context,
    form: Annotated[Literal["text", "csv"], typer.Option("--format", help="text or csv.")] = "text",
    definitions: Definitions = "national",
) -> None:
    """List the library, show one definition, or what changed between two days.

    Examples: trigpoint measures --format csv; trigpoint measures show icpc_15wd_pct --on 2024-03-31
    """
    if context.invoked_subcommand:
        return
    library.checked_set(definitions)
    rows = library.listing()
    if form == "csv":
        writer = csv.DictWriter(sys.stdout, library.COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        return
    for row in rows:
        typer.echo(f"{row['measure']:<38} {row['title']} ({row['unit']}, good is {row['good']})")


@_app.command("show")
def _show(
    name: Annotated[str, typer.Argument(metavar="ID")],
    on: Annotated[
        date | None, typer.Option("--on", parser=day, metavar="YYYY-MM-DD", help="Day; default today.")
    ] = None,
    definitions: Definitions = "national",
) -> None:
    """One definition in force.

    Example: trigpoint measures show iha_20wd_pct --on 2018-04-30 --definitions kent
    """
    today = date.today()  # noqa: DTZ011 - the person's own day
    typer.echo(library.shown(name, on or today, library.checked_set(definitions)))


@_app.command("diff")
def _diff(
    start: Annotated[date, typer.Argument(parser=day, metavar="FROM")],
    end: Annotated[date, typer.Argument(parser=day, metavar="TO")],
    definitions: Definitions = "national",
) -> None:
    """What changed between two days.

    Example: trigpoint measures diff 2018-03-31 2018-04-01 --definitions kent
    """
    paragraphs = changed(start, end, definitions)
    typer.echo("\n\n".join(paragraphs) or f"No definition of the set {definitions} changed between {start} and {end}.")
