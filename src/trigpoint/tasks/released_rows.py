"""What a release holds of one figure, of the whole and of groups; kept in memory as far as it fits."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from functools import reduce
from typing import Any

import pyarrow as pa
import pyarrow.compute
import pyarrow.parquet as pq

from trigpoint.figures.publications import Publication
from trigpoint.store import Release, StoreError
from trigpoint.tasks.feed import HOME
from trigpoint.tasks.releases import figures_in

pc: Any = pyarrow.compute  # its stubs know no mixture of arrays and scalars

Series = tuple[str, str, str, str]
"""Measure, variant, period type and authority."""

_SERIES = ("measure", "variant", "period_type", "authority")
_TOLD = ("breakdown", "group", "period_end", "value", "reason", "definition", "snapshot")
_MOST_BYTES = 256_000_000
"""Memory of what is kept of releases: a month takes some 50 kB of it, 37 months of every measure 1.5 MB."""
_kept: dict[Release, pa.Table] = {}
_OWN = re.compile(rf"{HOME}/internal/figures(-\d+)?\.parquet")
"""What the packs of the authority's own staff hold: nothing is withheld from them."""


def released(release: Release, series: Series) -> Publication:
    """What a release published of a figure, by every breakdown that it holds. Raises StoreError."""
    table = _rows(release)
    mine = [pc.equal(table[name], said) for name, said in zip(_SERIES, series, strict=True)]
    day = datetime.fromisoformat(release.manifest["created"]).astimezone(UTC).date()
    rows = table.filter(reduce(pc.and_, mine)).to_pylist()
    return Publication(release.id, day, rows, note=str(release.manifest["title"]))


def _rows(release: Release) -> pa.Table:
    """The figures of a release in the columns that are told, then what its own packs say of groups of its month.

    A release never changes under its name. Every page goes through all releases, so that those which are kept stay:
    to let go of the oldest for the newest would read every file again for each page. Raises StoreError.
    """
    if release in _kept:
        return _kept[release]
    columns = [*_SERIES, *_TOLD]
    table = figures_in(release).select(columns)
    table = pa.concat_tables([table, *(one.select(columns).cast(table.schema) for one in _groups(release))])
    for place, column in enumerate(table.columns):
        if pa.types.is_string(column.type):
            table = table.set_column(place, table.column_names[place], pc.fill_null(column, "").dictionary_encode())
    if sum(each.nbytes for each in list(_kept.values())) + table.nbytes <= _MOST_BYTES:
        _kept[release] = table
    return table


def _groups(release: Release) -> list[pa.Table]:
    """The groups in the release's own packs; earlier periods in them were published by earlier releases."""
    month = release.manifest.get("month")
    files = {name: path for name, path in release.files.items() if _OWN.fullmatch(name)} if month else {}
    if not files:
        return []
    if changed := sorted(release.changed(files)):
        raise StoreError(f"{changed[0]} of release {release.id} is not as it was published: put it back.")
    mine = pc.field("period_end") == pa.scalar(date.fromisoformat(str(month)))
    kept = mine & ~pc.field("breakdown").isin(["", "category"])
    return [pq.read_table(path, partitioning=None).filter(kept) for path in files.values()]
