"""`trigpoint serve`."""

import os
from pathlib import Path
from typing import Annotated

import typer

from trigpoint.cli.options import Store
from trigpoint.web.serve import bring_up_to_date, serve, start_django, trial_environment


def register(app: typer.Typer) -> None:
    app.command("serve")(_serve)


def _serve(
    store: Store,
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="Port to listen on.")] = 8000,
    data: Annotated[
        Path | None, typer.Option("--data", help="Folder for its database and uploads; default beside the store.")
    ] = None,
    place: Annotated[str, typer.Option("--place", help="Name of the council, for the head of every page.")] = "",
) -> None:
    """Serve the web application until interrupted: a trial on this machine, or what the environment sets up.

    Example: trigpoint serve --store store --port 8000
    """
    if place:
        os.environ["TRIGPOINT_PLACE"] = place
    trial = trial_environment(store, data or store.resolve().parent / "web", os.environ)
    start_django()
    bring_up_to_date()
    if trial:
        from trigpoint.web.jobs.queue import ask_after_load  # noqa: PLC0415 - it needs Django made ready
        from trigpoint.web.people.samples import sample_accounts  # noqa: PLC0415

        ask_after_load()
        for line in sample_accounts():
            typer.echo(line)
        typer.echo(f"Open http://127.0.0.1:{port}/ in a browser. Stop with Ctrl+C.")
    serve(port)
