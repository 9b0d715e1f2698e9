"""Take figures that another body counted, and make the workbook in which it sends them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from trigpoint.language.reading import AnyMeasure
from trigpoint.language.supplied import SuppliedMeasure
from trigpoint.measures import EVERY
from trigpoint.measures.suppliers import HISTORY, SUPPLIERS
from trigpoint.sources import Issue, aggregates
from trigpoint.store import Entry, Store
from trigpoint.tasks.library import LibraryError
from trigpoint.tasks.write_table import EndingError, write_aside

KIND = "supplied"
"""The kind of entry that holds supplied figures."""


@dataclass(frozen=True)
class Done:
    """What was taken: its entry, how many figures, and what a person must read."""

    entry: Entry
    rows: int
    issues: list[Issue]


def supply(file: Path, store: Path) -> Done:
    """Add a CSV file or filled template to the store as an entry of kind `supplied`, all of it or nothing.

    Areas are spelled as the store's authorities are; rows without one speak of its only authority. Raises Refused and
    StoreError.
    """
    newest = Store(store).current()
    known = list(newest.manifest["collected"]) if newest else []
    taken = aggregates.read(file, EVERY, area=known[0] if len(known) == 1 else "")
    table, strangers = _areas(taken.table, file.name, known)
    with Store(store).writing() as writer:
        entry = writer.add_entry(KIND, table)
    return Done(entry, table.num_rows, [*taken.issues, *strangers])


def write_template(supplier: str, out: Path) -> int:
    """Write the workbook that a supplier fills in; how many measures it asks for.

    Raises LibraryError, EndingError and OutputError.
    """
    if supplier not in SUPPLIERS:
        raise LibraryError(f"There is no supplier {supplier!r}; there are: {', '.join(SUPPLIERS)}.")
    if out.suffix.lower() != ".xlsx":
        raise EndingError(f"{out.name} is no name of a workbook: end it in .xlsx.")
    measures = asked_of(supplier)
    if not measures:
        raise LibraryError(f"The library has no measure for the supplier {supplier!r} yet; choose another.")
    title = SUPPLIERS[supplier].title
    write_aside(out, lambda aside: aggregates.template(measures, title, aside))
    return len(measures)


def asked_of(supplier: str) -> list[AnyMeasure]:
    """The measures of a supplier's template: its own, then those that are also counted from records."""
    if supplier == HISTORY:
        return list(EVERY.values())
    own = [m for m in EVERY.values() if isinstance(m, SuppliedMeasure) and m.supplier == supplier]
    return [*own, *(EVERY[name] for name in SUPPLIERS[supplier].also if name in EVERY)]


def _areas(table: pa.Table, file: str, authorities: list[str]) -> tuple[pa.Table, list[Issue]]:
    """Areas as the authorities of the newest snapshot are spelled; a warning for each that is none of them."""
    if not authorities:
        return table, []
    known = {name.casefold(): name for name in authorities}
    given = [str(area) for area in table["area"].to_pylist()]
    others = [area for area in dict.fromkeys(given) if area.casefold() not in known]
    what = "is no authority of the store: its figures are kept, and stand beside none of its own"
    mend = f"if it should be one, write it as {' or '.join(authorities[:3])} and supply the file again"
    issues = [Issue(file, None, "area", f"{area!r} {what}", mend, "warning") for area in others]
    areas = pa.array([known.get(area.casefold(), area) for area in given])
    return table.set_column(table.schema.get_field_index("area"), table.schema.field("area"), areas), issues
