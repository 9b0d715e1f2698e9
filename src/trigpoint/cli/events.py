"""`trigpoint events`, `events check` and `events load`."""

from pathlib import Path
from typing import Annotated

import typer

from trigpoint.cli.options import Store
from trigpoint.tasks.events import check_events, events, load_events

_app = typer.Typer(help="Dated events that explain figures.", invoke_without_command=True, rich_markup_mode=None)

File = Annotated[Path, typer.Argument(help="TOML or CSV.", dir_okay=False)]


def register(app: typer.Typer) -> None:
    app.add_typer(_app, name="events")


@_app.callback()
def _list(
    context: typer.Context,
    store: Annotated[Path | None, typer.Option("--store", help="Folder of the store.", file_okay=False)] = None,
) -> None:
    """List the events of a store: inspections, go-lives, changes of recording and of policy.

    Example: trigpoint events --store store
    """
    if context.invoked_subcommand is not None:
        return
    if store is None:
        raise typer.BadParameter("name the store, or use events check and events load.", param_hint="--store")
    found = events(store)
    for event in found:
        about = ", ".join(event.measures) or "all measures"
        where = f"  {event.authority}" if event.authority else ""
        source = f"  Source: {event.source}" if event.source else ""
        typer.echo(f"{event.on}  {event.words}  {about}{where}{source}")
    if not found:
        typer.echo(f"No events are loaded in {store}; load a file with `trigpoint events load`.")


@_app.command("check")
def _check(file: File) -> None:
    """Check a file of events; each fault in one sentence with its row, key and remedy. Nothing is changed.

    Example: trigpoint events check events.toml
    """
    typer.echo(f"{file.name}: {len(check_events(file)):,} events can be loaded.")


@_app.command("load")
def _load(file: File, store: Store) -> None:
    """Keep a file of events in the store. The newest file counts; older ones are kept.

    Example: trigpoint events load events.toml --store store
    """
    done = load_events(file, store)
    typer.echo(f"{len(done.events):,} events stand in {store} as entry {done.entry.hash}.")
