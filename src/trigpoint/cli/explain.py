"""`trigpoint explain`."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Annotated

import typer

from trigpoint.cli.options import Definitions, SnapshotId, Store, month, pairs, period_types
from trigpoint.engine.bridge import Step
from trigpoint.figures.rounding import half_up
from trigpoint.packs.facts import MeasureFacts
from trigpoint.reports.wording import count
from trigpoint.tasks.bridge_page import moves
from trigpoint.tasks.explain import Explained, Figure, explain
from trigpoint.tasks.explored_subject import measure_facts
from trigpoint.tasks.write_table import checked_ending, write_table


def register(app: typer.Typer) -> None:
    app.command("explain")(_explain)


def _explain(
    store: Store,
    measure: Annotated[str, typer.Option("--measure", help="Id of the measure.")],
    start: Annotated[date, typer.Option("--from", parser=month, metavar="YYYY-MM", help="Month of the first figure.")],
    end: Annotated[date, typer.Option("--to", parser=month, metavar="YYYY-MM", help="Month of the second figure.")],
    period_type: Annotated[str, typer.Option("--period-type", help="Default: the measure's first.")] = "",
    variant: Annotated[str, typer.Option("--variant", help="key=value;key=value.")] = "",
    by: Annotated[list[str] | None, typer.Option("--by", help="One group: team=NAME; may be given again.")] = None,
    authority: Annotated[str, typer.Option("--authority", help="One of several authorities.")] = "",
    definitions: Definitions = "national",
    snapshot: SnapshotId = "",
    before_snapshot: Annotated[
        str, typer.Option("--from-snapshot", help="The snapshot of the first figure, if another.")
    ] = "",
    out: Annotated[Path | None, typer.Option("--out", help="File for the rows: .csv, .parquet or .json.")] = None,
) -> None:
    """Say why a figure changed: who joined, who left, whose status changed, what was recorded late.

    The lines sum exactly to the change. --out lists every child behind them.

    Example: trigpoint explain --store store --measure cla_at_period_end --from 2026-09 --to 2026-10 --out why.csv
    """
    if out is not None:
        checked_ending(out)
    kinds = period_types(period_type)
    if len(kinds) > 1:
        raise typer.BadParameter("give one period type.", param_hint="--period-type")
    kind = kinds[0] if kinds else None
    found = explain(
        store, measure, start, end, kind, variant, pairs(by), definitions, snapshot, before_snapshot, authority
    )
    for line in _lines(found):
        typer.echo(line)
    if out is not None:
        write_table(found.table(), out)
        typer.echo(f"{len(found.rows):,} rows in {out}.")


def _lines(found: Explained) -> list[str]:
    facts = measure_facts(found.measure, found.variant, found.period_type)
    rows = [("", "rows", "numerator", "denominator", "value")]
    rows.append(_figure(found.before, facts))
    rows += [_step(step, facts) for step in found.steps]
    rows.append(_figure(found.after, facts))
    widths = [max(len(row[i]) for row in rows) for i in range(5)]
    table = ["  ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])]).rstrip() for row in rows]
    return [f"{found.title} ({found.period_type}{', ' + found.variant if found.variant else ''})", *table]


def _step(step: Step, facts: MeasureFacts) -> tuple[str, str, str, str, str]:
    moved = "" if step.value is None else f"{half_up(step.value, 2):+}"
    return f"  {step.line}", f"{step.rows:,}", *moves(step.numerator, step.denominator, facts, divided=True), moved


def _figure(figure: Figure, facts: MeasureFacts) -> tuple[str, str, str, str, str]:
    shown = "no cases" if figure.value is None else str(half_up(figure.value, max(facts.decimals, 2)))
    parts = facts.parts.of_rows()
    top, bottom = Fraction(figure.numerator) / parts.numerator, figure.denominator
    base = "" if bottom is None else count(Fraction(bottom) / parts.denominator, parts.denominator_places)
    return f"{figure.period_end} in {figure.snapshot}", "", count(top, parts.numerator_places), base, shown
