"""`trigpoint snapshots`."""

import typer

from trigpoint.cli.options import Store
from trigpoint.tasks.snapshots import snapshots


def register(app: typer.Typer) -> None:
    app.command("snapshots")(_snapshots)


def _snapshots(store: Store) -> None:
    """List the loads of a store: id, as-at date, files, rows, hash.

    Example: trigpoint snapshots --store store
    """
    rows = snapshots(store)
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    for row in rows:
        typer.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
