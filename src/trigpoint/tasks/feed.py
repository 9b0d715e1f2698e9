"""Published figures as one tidy table for other programs: what each audience was given, release after release."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute
import pyarrow.parquet as pq

from trigpoint.figures.table import SCHEMA
from trigpoint.store import Release, Store

pc: Any = pyarrow.compute  # its stubs know no mixture of arrays and scalars

HOME = "packs"
_ADDED: list[pa.Field[Any]] = [pa.field(name, pa.string()) for name in ("release", "published", "audience", "state")]
FEED = pa.schema([*_ADDED, *SCHEMA])
"""The columns of the feed: those of the tidy table, after the release, its day, the audience, and what became of it."""

STATES = ("current", "replaced", "retracted")


def feed(
    store: Path,
    audiences: Collection[str],
    *,
    measures: Collection[str] = (),
    period_types: Collection[str] = (),
    since: date | None = None,
    states: Collection[str] = ("current",),
) -> pa.Table:
    """Every figure that was published for one of the audiences, in the columns of `FEED`; with `states` those of it.

    A figure stands as often as it was published: `state` says which of them is in force. Raises StoreError.
    """
    opened = Store(store)
    releases = [one for one in opened.releases() if "month" in one.manifest]
    became = _states(releases, _retracted(opened))
    parts = [
        part
        for one in releases
        if became[one.id] in states
        for audience, path in _tables(one)
        if audience in audiences
        for part in [_labelled(_read(path), one, audience, became[one.id])]
    ]
    table = pa.concat_tables([FEED.empty_table(), *parts])
    for name, wanted in (("measure", measures), ("period_type", period_types)):
        if wanted:
            table = table.filter(pc.is_in(table[name], pa.array(sorted(wanted), pa.string())))
    return table if since is None else table.filter(pc.greater_equal(table["period_end"], pa.scalar(since)))


def _tables(release: Release) -> Iterator[tuple[str, Path]]:
    """The figures that each audience was given: `packs/<audience>/figures*.parquet`."""
    for name, path in release.files.items():
        parts = name.split("/")
        if len(parts) == 3 and parts[0] == HOME and parts[2].startswith("figures") and parts[2].endswith(".parquet"):
            yield parts[1], path


def _states(releases: list[Release], retracted: Collection[str]) -> Mapping[str, str]:
    replaced = {name for one in releases for name in (one.manifest.get("replaces") or {}).get("releases", [])}
    return {
        one.id: "retracted" if one.id in retracted else "replaced" if one.id in replaced else "current"
        for one in releases
    }


def _retracted(store: Store) -> frozenset[str]:
    return frozenset(row["release"] for entry in store.entries("retractions") for row in entry.read().to_pylist())


def _labelled(table: pa.Table, release: Release, audience: str, state: str) -> pa.Table:
    said = (release.id, str(release.manifest["created"])[:10], audience, state)
    front = {
        field.name: pa.repeat(pa.scalar(text, pa.string()), table.num_rows)
        for field, text in zip(_ADDED, said, strict=True)
    }
    return pa.table({**front, **{name: table[name] for name in SCHEMA.names}}).cast(FEED)


@lru_cache(maxsize=64)
def _read(path: Path) -> pa.Table:
    """A published file never changes."""
    return pq.read_table(path, partitioning=None)
