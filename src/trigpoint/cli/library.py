"""`trigpoint library`."""

from pathlib import Path
from typing import Annotated

import typer

from trigpoint.cli.options import Quiet, Store, progress, words
from trigpoint.tasks.export_library import export_library


def register(app: typer.Typer) -> None:
    inner = typer.Typer(no_args_is_help=True, help="The published library: every pack that was ever published.")
    inner.callback()(_library)
    inner.command("export")(_export)
    app.add_typer(inner, name="library")


def _library() -> None:
    """The published library: every pack that was ever published."""


def _export(
    store: Store,
    out: Annotated[Path, typer.Option("--out", help="New folder to write.", file_okay=False)],
    audience: Annotated[
        str, typer.Option("--audience", help="internal, panel, public, separated by commas.")
    ] = "panel,public",
    place: Annotated[str, typer.Option("--place", help="Name of the council, for the head of the index.")] = "",
    quiet: Quiet = False,
) -> None:
    """Write the published packs into a folder that needs no server: open its index.html.

    What was taken back is listed with its reason and left out.

    Example: trigpoint library export --store store --out published
    """
    with progress(off=quiet) as tell:
        done = export_library(store, out, words(audience), place, tell)
    typer.echo(f"{done.files:,} files of {done.releases} releases in {done.folder}.")
