"""`trigpoint changes`."""

from pathlib import Path
from typing import Annotated

import typer

from trigpoint.cli.options import Measures, Out, Quiet, Store, progress, words
from trigpoint.tasks.changes import changes
from trigpoint.tasks.write_table import checked_ending, write_table

_From = Annotated[str, typer.Option("--from", help="The earlier snapshot; default the one before the later.")]
_To = Annotated[str, typer.Option("--to", help="The later snapshot; default the newest.")]
_Figures = Annotated[
    Path | None, typer.Option("--figures", help="Calculate both and write the figures that moved.", dir_okay=False)
]


def register(app: typer.Typer) -> None:
    app.command("changes")(_changes)


def _changes(
    store: Store,
    out: Out,
    before: _From = "",
    after: _To = "",
    figures: _Figures = None,
    measure: Measures = "",
    quiet: Quiet = False,
) -> None:
    """Say what changed since the last load: records that appeared, vanished or changed, and the figures it moved.

    Example: trigpoint changes --store store --out changed.csv --figures moved.csv
    """
    checked_ending(out)
    if figures is not None:
        checked_ending(figures)
    with progress(off=quiet) as tell:
        found = changes(store, before, after, with_figures=figures is not None, measures=words(measure), progress=tell)
    for line in found.in_words():
        typer.echo(line)
    write_table(found.records, out)
    if figures is not None:
        write_table(found.moved, figures)
        typer.echo(f"{found.moved.num_rows:,} figures moved; they are in {figures}.")
