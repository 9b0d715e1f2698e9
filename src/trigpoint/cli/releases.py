"""`trigpoint releases`."""

import typer

from trigpoint.cli.options import Store
from trigpoint.tasks.releases import releases


def register(app: typer.Typer) -> None:
    app.command("releases")(_releases)


def _releases(store: Store) -> None:
    """List what was published: id, when, last month, periods, figures, snapshot, definitions, title.

    Example: trigpoint releases --store store
    """
    rows = releases(store)
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    for row in rows:
        typer.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
