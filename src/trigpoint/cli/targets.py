"""`trigpoint targets check`, `targets load` and `targets template`."""

from pathlib import Path
from typing import Annotated

import typer

from trigpoint.cli.options import Store
from trigpoint.judgement.targets import TargetSet
from trigpoint.tasks.targets import check_targets, load_targets, write_target_template

_app = typer.Typer(help="Dated targets, tolerances and bands.", no_args_is_help=True, rich_markup_mode=None)

File = Annotated[Path, typer.Argument(help="TOML, or the workbook of `targets template`.", dir_okay=False)]


def register(app: typer.Typer) -> None:
    app.add_typer(_app, name="targets")


@_app.callback()
def _about() -> None:
    """Dated targets, tolerances and bands."""


@_app.command("check")
def _check(file: File) -> None:
    """Check a file of targets; each fault in one sentence with its row, key and remedy. Nothing is changed.

    Example: trigpoint targets check targets.toml
    """
    found = check_targets(file)
    typer.echo(f"{file.name}: {len(found.targets):,} targets of {found.name!r} can be loaded.")
    _tell(found)


@_app.command("load")
def _load(file: File, store: Store) -> None:
    """Keep a file of targets in the store. The newest file of a set counts; older ones are kept.

    Example: trigpoint targets load targets.toml --store store
    """
    done = load_targets(file, store)
    count = len(done.targets.targets)
    typer.echo(f"{count:,} targets of {done.targets.name!r} stand in {store} as entry {done.entry.hash}.")
    _tell(done.targets)


@_app.command("template")
def _template(
    out: Annotated[Path, typer.Option("--out", help="Workbook to write: .xlsx.", dir_okay=False)],
) -> None:
    """Write the workbook in which targets are written.

    Example: trigpoint targets template --out targets.xlsx
    """
    write_target_template(out)
    typer.echo(f"{out} explains each column on its sheet of notes; fill it in and load it.")


def _tell(found: TargetSet) -> None:
    for note in found.notes:
        typer.echo(note, err=True)
    raise typer.Exit(1 if found.notes else 0)
