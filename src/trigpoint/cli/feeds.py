"""`trigpoint feeds`."""

from pathlib import Path
from typing import Annotated

import typer

from trigpoint.cli.options import SnapshotId, Store
from trigpoint.tasks.feeds import feeds, in_words, table
from trigpoint.tasks.stored import snapshot_of
from trigpoint.tasks.write_table import checked_ending, write_table


def register(app: typer.Typer) -> None:
    app.command("feeds")(_feeds)


_Out = Annotated[Path | None, typer.Option("--out", help="File for all: .csv, .parquet or .json.", dir_okay=False)]


def _feeds(store: Store, out: _Out = None, snapshot: SnapshotId = "") -> None:
    """Say which measures the loaded records can feed, for which months, and what the others need.

    Example: trigpoint feeds --store store --out feeds.csv
    """
    if out is not None:
        checked_ending(out)
    taken = snapshot_of(store, snapshot)
    found = feeds(taken)
    for line in in_words(taken, found):
        typer.echo(line)
    if out is not None:
        write_table(table(found), out)
