"""Publish figures: freeze them as a release, with all that is needed to prove them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa

from trigpoint.language.definition import NATIONAL
from trigpoint.language.period import month_of
from trigpoint.store import Release, Snapshot, Store
from trigpoint.tasks.calculate import figures
from trigpoint.tasks.library import LibraryError
from trigpoint.tasks.progress import Progress, silent
from trigpoint.tasks.releases import FIGURES, with_figures
from trigpoint.tasks.write_table import write_table

_FILES = (FIGURES, "figures.csv")


@dataclass(frozen=True)
class Done:
    """The release, and the earlier ones that hold figures of the same periods."""

    release: Release
    earlier: list[str]


def publish(
    store: Path,
    to: date,
    periods: int = 1,
    measures: Sequence[str] = (),
    by: Sequence[str] = (),
    definitions: str = NATIONAL,
    title: str = "",
    replaces: str = "",
    progress: Progress = silent,
) -> Done:
    """Freeze the figures of the newest snapshot, in every period type and variant, as a release.

    A figure that was published before stays as it was published, unless `replaces` says why the new one takes its
    place. Raises LibraryError and StoreError; the store is then as it was before.
    """
    taken = Store(store).current()
    snapshot = taken.id if taken else ""
    table = figures(store, measures, (), to, periods, by, None, definitions, snapshot, progress)
    if table["value"].null_count == table.num_rows:
        raise LibraryError(f"There is no figure to publish up to {to:%Y-%m}: not one has a value.")
    earlier = [one.id for one in with_figures(store, definitions) if _overlap(one, to, periods)]
    if replaces and not earlier:
        raise LibraryError("There is nothing to replace: no release holds these periods.")
    asked = {"to": f"{to:%Y-%m}", "periods": periods, "measures": list(measures), "by": list(by)}
    said = asked | {"definitions": definitions, "title": title or f"Figures to {to:%B %Y}"}
    manifest = (
        said | proof(store, taken, table) | {"replaces": {"releases": earlier, "why": replaces} if replaces else {}}
    )
    progress("writing")
    return Done(_written(store, table, manifest), earlier)


def _written(store: Path, table: pa.Table, manifest: dict[str, Any]) -> Release:
    with TemporaryDirectory(prefix="trigpoint-") as aside:
        for name in _FILES:
            write_table(table, Path(aside, name))
        with Store(store).writing() as writer:
            draft = writer.release()
            for name in _FILES:
                draft.put_file(name, Path(aside, name))
            return draft.commit(manifest)


def proof(store: Path, taken: Snapshot | None, table: pa.Table) -> dict[str, Any]:
    """What the figures were calculated from: records, definitions, entries in force, software."""
    opened = Store(store)
    hashes: dict[str, set[str]] = {}
    for measure, definition in zip(table["measure"].to_pylist(), table["definition"].to_pylist(), strict=True):
        hashes.setdefault(str(measure), set()).add(str(definition))
    return {
        "figures": table.num_rows,
        "snapshot": taken.id if taken else "",
        "as_at": taken.manifest["as_at"] if taken else "",
        "software": version("trigpoint"),
        "hashes": {measure: sorted(names) for measure, names in sorted(hashes.items())},
        "entries": {kind: [entry.hash for entry in opened.entries(kind)] for kind in opened.kinds()},
    }


def _overlap(release: Release, to: date, periods: int) -> bool:
    """Whether a release holds a period that ends in one of the months."""
    last, own = month_of(to), month_of(date.fromisoformat(f"{release.manifest['to']}-01"))
    return own > last - periods and last > own - int(release.manifest["periods"])
