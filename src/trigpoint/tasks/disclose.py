"""Disclosure control for an audience: the figures it may see, and the list of what was withheld from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from pyarrow import csv

from trigpoint.figures.disclosure.control import Controlled, Withheld, controlled
from trigpoint.figures.disclosure.rule import Action
from trigpoint.figures.disclosure.rules import OURS, rule_for
from trigpoint.figures.display import Display
from trigpoint.figures.table import SCHEMA
from trigpoint.language.period import PeriodType
from trigpoint.language.reading import reading
from trigpoint.tasks import library
from trigpoint.tasks.library import LibraryError
from trigpoint.tasks.progress import Progress, silent

NOTE = "FOR INTERNAL USE ONLY: names the numbers that the publication withholds"

_WITHHELD: list[tuple[str, pa.DataType]] = [
    *((name, SCHEMA.field(name).type) for name in ("measure", "variant", "period_type", "period_end")),
    *((name, pa.string()) for name in ("authority", "breakdown", "group", "column")),
    ("number", pa.float64()),
    *((name, pa.string()) for name in ("why", "protects", "use")),
]


class DisclosureError(ValueError):
    """Figures that cannot be published safely."""


@dataclass(frozen=True)
class Disclosed:
    """The table for the audience and the list of what was withheld.

    `exposed` says why it may not be published, `unproved` what could not be proved; both are empty when all is well.
    """

    table: pa.Table
    withheld: pa.Table | None = None
    exposed: str = ""
    unproved: str = ""


def disclose(
    table: pa.Table,
    audience: str,
    rules: Path | None = None,
    earlier: Sequence[Path] = (),
    progress: Progress = silent,
    on: date | None = None,
) -> Disclosed:
    """What an audience may see of figures that are published together on a day (default today), by the rule in force.

    `earlier` are files that were published for the same audience before. A flagged table has a last column `note`.
    Raises RuleError and LibraryError.
    """
    rule = rule_for(audience, on or datetime.now(UTC).date(), rules or OURS)
    before = [_read(path) for path in earlier]

    def tell(done: int, total: int) -> None:
        if done % 100 == 0:
            progress("hiding small numbers", done, total)

    found = controlled(table, rule, displays([table, *before]), before, tell)
    out = found.table
    if rule.action is Action.FLAG:
        out = out.append_column(
            "note", pa.array(["small number" if flag else None for flag in found.flags], pa.string())
        )
    return Disclosed(out, _listed(found.withheld), _exposed(found), _unproved(found))


def displays(tables: Sequence[pa.Table]) -> dict[tuple[str, str, str], Display]:
    """How every figure of some tables is read."""
    found: dict[tuple[str, str, str], Display] = {}
    for table in tables:
        columns = (table[name].to_pylist() for name in ("measure", "variant", "period_type"))
        for measure, variant, kind in set(zip(*columns, strict=True)):
            said = reading(library.any_measure(measure), variant or "", PeriodType(kind))
            found[measure, variant or "", kind] = Display(said.form, said.decimals, said.times)
    return found


def _read(path: Path) -> pa.Table:
    """A file of figures as it was published; empty cells are withheld."""
    try:
        if path.suffix.lower() == ".parquet":
            table = pq.read_table(path)
        else:
            blank = csv.ConvertOptions(column_types=SCHEMA, strings_can_be_null=True, null_values=[""])
            table = csv.read_csv(path, convert_options=blank)
        return table.select(SCHEMA.names).cast(SCHEMA)
    except (OSError, pa.ArrowException, KeyError) as error:
        raise LibraryError(f"{path} is no file of published figures ({error}); name the .csv or .parquet.") from error


def _listed(withheld: Sequence[Withheld]) -> pa.Table:
    rows = [
        {
            **{name: one.row[name] for name in ("measure", "variant", "period_type", "period_end")},
            **{name: one.row[name] for name in ("authority", "breakdown", "group")},
            "column": one.column,
            "number": one.number,
            "why": one.why,
            "protects": one.protects,
            "use": NOTE,
        }
        for one in withheld
    ]
    return pa.Table.from_pylist(rows, schema=pa.schema(_WITHHELD))


def _exposed(found: Controlled) -> str:
    if not found.exposed:
        return ""
    listed = "; ".join(found.exposed[:5]) + ("; and more" if len(found.exposed) > 5 else "")
    return (
        f"Small numbers ({len(found.exposed):,}) can be worked out whatever is withheld now, because of what was "
        f"published before: {listed}. Take back what was published, or publish fewer breakdowns."
    )


def _unproved(found: Controlled) -> str:
    if not found.unproved:
        return ""
    return (
        f"Earlier publications withhold {found.unproved:,} figures that are not in this table, so it is not proved "
        "that they stay hidden: publish the same measures, periods and breakdowns together."
    )
