"""`trigpoint accept`."""

from pathlib import Path
from typing import Annotated

import typer

from trigpoint.cli.options import Store
from trigpoint.tasks.accept import accept

_File = Annotated[Path, typer.Argument(help="Worklist (CSV); accepted_reason, _until and _by filled in some rows.")]


def register(app: typer.Typer) -> None:
    app.command("accept")(_accept)


def _accept(file: _File, store: Store) -> None:
    """Accept findings until a day, with reason: they stay listed, and say so.

    Example: trigpoint accept worklist.csv --store store
    """
    typer.echo(f"{accept(file, store):,} findings accepted; `trigpoint quality` lists them as accepted.")
