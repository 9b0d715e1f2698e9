"""`trigpoint publish`."""

from datetime import date
from typing import Annotated

import typer

from trigpoint.cli.options import By, Definitions, Measures, Periods, Quiet, Store, month, progress, words
from trigpoint.tasks.publish import publish


def register(app: typer.Typer) -> None:
    app.command("publish")(_publish)


def _publish(
    store: Store,
    to: Annotated[date, typer.Option("--to", parser=month, metavar="YYYY-MM", help="Last month.")],
    periods: Periods = 1,
    measure: Measures = "",
    by: By = "",
    definitions: Definitions = "national",
    title: Annotated[str, typer.Option("--title", help="What the release is called.")] = "",
    replaces: Annotated[
        str, typer.Option("--replaces", metavar="WHY", help="Replace what was published of these periods, and say why.")
    ] = "",
    quiet: Quiet = False,
) -> None:
    """Freeze the figures of the newest snapshot as a release: every period type and variant.

    What was published before stays as it was published, unless --replaces says why it does not.

    Example: trigpoint publish --store store --to 2026-10 --title "Scorecard, October 2026"
    """
    with progress(off=quiet) as tell:
        done = publish(store, to, periods, words(measure), words(by), definitions, title, replaces, tell)
    said = done.release.manifest
    typer.echo(f"Release {done.release.id}: {said['figures']:,} figures of snapshot {said['snapshot'] or 'none'}.")
    if done.earlier and not replaces:
        typer.echo(f"Figures that {', '.join(done.earlier)} published of these periods stay as published.")
