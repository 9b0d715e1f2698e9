"""`trigpoint benchmarks load`."""

from pathlib import Path
from typing import Annotated

import typer

from trigpoint.cli.options import Store
from trigpoint.tasks.load_benchmarks import load_benchmarks

_app = typer.Typer(help="Published figures of others.", no_args_is_help=True, rich_markup_mode=None)


def register(app: typer.Typer) -> None:
    app.add_typer(_app, name="benchmarks")


@_app.callback()
def _about() -> None:
    """Published figures of others: England, regions, statistical neighbours."""


@_app.command("load")
def _load(
    file: Annotated[Path, typer.Argument(help="The published file; its content says what it is.")], store: Store
) -> None:
    """Load a file of the Local Authority Interactive Tool: its long table (Parquet) or its neighbours workbook.

    Example: trigpoint benchmarks load bds_long_0.parquet --store store
    """
    rows = load_benchmarks(file, store)
    typer.echo(f"{rows:,} rows of {file.name} stand in {store}.")
