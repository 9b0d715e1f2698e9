"""`trigpoint manage`."""

import os
from pathlib import Path
from typing import Annotated

import typer

from trigpoint.web.serve import start_django, trial_environment


def register(app: typer.Typer) -> None:
    app.command("manage", context_settings={"allow_extra_args": True, "ignore_unknown_options": True})(_manage)


def _manage(
    context: typer.Context,
    command: Annotated[
        str, typer.Argument(help="check-deployment, migrate, work, backup, restore, ...; `help` lists them.")
    ],
    store: Annotated[Path | None, typer.Option("--store", help="Store of a trial; default TRIGPOINT_STORE.")] = None,
) -> None:
    """Look after the web application: check its settings, bring its tables up to date, work, back up, restore.

    Example: trigpoint manage check-deployment
    """
    if store is not None:
        trial_environment(store, store.resolve().parent / "web", os.environ)
    if command == "secret-key":
        import secrets  # noqa: PLC0415

        typer.echo(secrets.token_urlsafe(64))
        return
    start_django()
    from django.core.management import execute_from_command_line  # noqa: PLC0415 - it needs Django made ready

    execute_from_command_line(["trigpoint manage", command.replace("-", "_"), *context.args])
