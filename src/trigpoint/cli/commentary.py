"""`trigpoint commentary check` and `commentary load`."""

from pathlib import Path
from typing import Annotated

import typer

from trigpoint.cli.options import Store
from trigpoint.packs.commentary import PackCommentary
from trigpoint.tasks.commentary import check_commentary, load_commentary

_app = typer.Typer(help="What people wrote about figures.", no_args_is_help=True, rich_markup_mode=None)

File = Annotated[Path, typer.Argument(help="TOML.", dir_okay=False)]


def register(app: typer.Typer) -> None:
    app.add_typer(_app, name="commentary")


@_app.callback()
def _about() -> None:
    """What people wrote about the figures of a pack, and trends that they set."""


@_app.command("check")
def _check(file: File) -> None:
    """Check a file of commentary; each fault in one sentence with its table, key and remedy. Nothing is changed.

    Example: trigpoint commentary check december.toml
    """
    typer.echo(f"{file.name}: {_told(check_commentary(file))} can be loaded.")


@_app.command("load")
def _load(file: File, store: Store) -> None:
    """Keep a file of commentary in the store. The newest file of a pack and period counts; older ones are kept.

    Example: trigpoint commentary load december.toml --store store
    """
    done = load_commentary(file, store)
    typer.echo(f"{_told(done.commentary)} stand in {store} as entry {done.entry.hash}.")


def _told(found: PackCommentary) -> str:
    pages = len({code for comment in found.comments for code in comment.pages})
    return (
        f"{len(found.comments)} comments on {pages} pages and {len(found.trends)} trends of {found.pack}, "
        f"{found.period:%B %Y},"
    )
