"""`trigpoint supply`."""

from pathlib import Path
from typing import Annotated

import typer

from trigpoint.tasks.supply import supply, write_template


def register(app: typer.Typer) -> None:
    app.command("supply")(_supply)


def _supply(
    file: Annotated[Path | None, typer.Argument(help="A filled template, or CSV with the same headings.")] = None,
    store: Annotated[Path | None, typer.Option("--store", help="Folder of the store.", file_okay=False)] = None,
    template: Annotated[
        str, typer.Option("--template", metavar="SUPPLIER", help="Write the template of hr, moj, cafcass, foi...")
    ] = "",
    out: Annotated[Path | None, typer.Option("--out", help="Workbook to write: .xlsx.", dir_okay=False)] = None,
) -> None:
    """Take figures that somebody else counted, or write the workbook in which they send them.

    Examples: trigpoint supply --template hr --out hr.xlsx; trigpoint supply hr.xlsx --store store
    """
    if template:
        if out is None or file is not None or store is not None:
            raise typer.BadParameter("--template takes --out FILE.xlsx and nothing else.")
        count = write_template(template, out)
        typer.echo(f"{out} asks for {count} measures; send it to be filled in.")
        return
    if file is None or store is None or out is not None:
        raise typer.BadParameter("give a FILE and --store (or --template SUPPLIER and --out FILE.xlsx).")
    done = supply(file, store)
    typer.echo(f"{done.rows:,} figures of {file.name} stand in {store} as entry {done.entry.hash}.")
    for issue in done.issues:
        typer.echo(str(issue), err=True)
    raise typer.Exit(1 if done.issues else 0)
