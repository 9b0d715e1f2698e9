"""`trigpoint verify`."""

from typing import Annotated, Any

import typer

from trigpoint.cli.options import Store
from trigpoint.tasks.verify import verify


def register(app: typer.Typer) -> None:
    app.command("verify")(_verify)


def _verify(trace: Annotated[str, typer.Argument(help="The trace printed with the figure.")], store: Store) -> None:
    """Compute a printed figure again from its trace, and prove that the records are as they were loaded.

    Ends with 0 when nothing stands against it, with 1 when records or definition have changed.

    Example: trigpoint verify
    0001-5d2f/cla_at_period_end/national:4f1c/headline/snapshot/2026-10-31/Borderfield --store store
    """
    found = verify(trace, store)
    if found.figure is not None:
        _print(found.figure)
    for trouble in found.troubles:
        typer.echo(trouble, err=True)
    if found.troubles:
        raise typer.Exit(1)
    typer.echo(found.said)


def _print(figure: dict[str, Any]) -> None:
    shown = figure["reason"] if figure["value"] is None else f"{figure['value']:.10g}"
    typer.echo(f"{figure['measure']}  {figure['period_type']} to {figure['period_end']}  {figure['authority']}")
    for name in ("numerator", "denominator", "excluded", "unknown", "pending"):
        if figure[name] is not None:
            typer.echo(f"  {name:<12}{figure[name]:>14,.10g}")
    typer.echo(f"  {'value':<12}{shown:>14}")
