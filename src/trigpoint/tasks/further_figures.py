"""Figures beyond those prepared for every snapshot: calculated once, when somebody asks, and kept beside its views."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from trigpoint.language.period import PeriodType
from trigpoint.store import Snapshot
from trigpoint.tasks.calculate import figures
from trigpoint.tasks.not_ready import NotReadyError
from trigpoint.tasks.prepared_figures import BROKEN_DOWN, MONTHS, Prepared, made_from
from trigpoint.tasks.progress import Progress, silent
from trigpoint.tasks.stored import last_whole_month, snapshot_of


@dataclass(frozen=True, kw_only=True)
class Further:
    """The figures of one measure in a variant and kind of period, `months` back from the last whole month.

    `by` are breakdowns, names joined by `+` are crossed; with none the totals alone.
    """

    snapshot: str
    definitions: str
    measure: str
    variant: str
    kind: PeriodType
    by: tuple[str, ...]
    months: int


def beyond(
    prepared: Prepared, measure: str, kind: PeriodType, variant: str, by: Sequence[str], months: int
) -> Further | None:
    """What has to be calculated for figures that are not prepared; None where they are."""
    plain = not variant and not any("+" in name for name in by)
    if months <= (MONTHS if not by else BROKEN_DOWN if plain else 0):
        return None
    return Further(
        snapshot=prepared.snapshot,
        definitions=prepared.definitions,
        measure=measure,
        variant=variant,
        kind=kind,
        by=tuple(by),
        months=months,
    )


def is_calculated(store: Path, wanted: Further) -> bool:
    """Whether they are there."""
    return _path(store, snapshot_of(store, wanted.snapshot), wanted).exists()


def further_figures(store: Path, wanted: Further) -> pa.Table:
    """The figures in the tidy columns, totals among them. Raises NotReadyError where nobody had them calculated."""
    path = _path(store, snapshot_of(store, wanted.snapshot), wanted)
    if not path.exists():
        raise NotReadyError(wanted)
    return _read(path)


def calculate_further(store: Path, wanted: Further, progress: Progress = silent) -> Path:
    """Calculate and keep them; what was kept is given back. Raises what `figures` raises."""
    taken = snapshot_of(store, wanted.snapshot)
    path = _path(store, taken, wanted)
    if not path.exists():
        to, variant = last_whole_month(taken), wanted.variant or "headline"
        table = figures(
            store, [wanted.measure], [wanted.kind], to, wanted.months, wanted.by, variant, wanted.definitions, taken.id,
            progress,
        )  # fmt: skip
        taken.put_view(path.name, lambda file: pq.write_table(table, file))
    return path


@lru_cache(maxsize=64)
def _read(path: Path) -> pa.Table:
    """A file of figures never changes under its name."""
    return pq.read_table(path, partitioning=None)


def _path(store: Path, taken: Snapshot, wanted: Further) -> Path:
    return (
        taken.views_dir / f"further-{hashlib.sha256(f'{made_from(store)} {wanted}'.encode()).hexdigest()[:16]}.parquet"
    )
