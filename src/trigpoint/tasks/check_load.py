"""Look at files before anyone accepts them: what is in them, what is wrong with it, and what they would feed."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import Any

from trigpoint.sources import Refused
from trigpoint.store import Snapshot, Store
from trigpoint.tasks.failure import sentences
from trigpoint.tasks.feeds import feeds, in_words
from trigpoint.tasks.load import Loaded, load
from trigpoint.tasks.progress import Progress, silent


@dataclass(frozen=True, kw_only=True)
class TableRows:
    """Rows of one record table: in the files, loaded, refused, repeated; and loaded the last time (None: never)."""

    table: str
    given: int
    loaded: int
    refused: int
    repeated: int
    before: int | None

    @property
    def fewer(self) -> int:
        """How many fewer than the last time; 0 where there are not."""
        return max((self.before or 0) - self.loaded, 0)

    @property
    def odd(self) -> bool:
        """Whether a person should look: rows were refused or repeated, or there are fewer than the last time."""
        return bool(self.refused or self.repeated or self.fewer)


@dataclass(frozen=True, kw_only=True)
class CheckReport:
    """What a load would do. `refused` are the sentences where nothing of it can be taken.

    `issues` counts them by kind; `feeds` says in sentences which measures can be calculated from it.
    """

    refused: tuple[str, ...] = ()
    rows: tuple[TableRows, ...] = ()
    issues: Mapping[str, int] = field(default_factory=dict)
    feeds: tuple[str, ...] = ()
    compared_with: str = ""

    def said(self) -> dict[str, Any]:
        """The same in plain values, to be kept as JSON."""
        return asdict(self)

    @classmethod
    def read(cls, said: Mapping[str, Any]) -> CheckReport:
        """What `said` kept, or nothing yet; what a report of an earlier release held beside is passed over."""
        names = {one.name for one in fields(TableRows)}
        rows = (TableRows(**{name: row[name] for name in row if name in names}) for row in said.get("rows", ()))
        return cls(
            refused=tuple(said.get("refused", ())),
            rows=tuple(rows),
            issues=dict(said.get("issues", {})),
            feeds=tuple(said.get("feeds", ())),
            compared_with=said.get("compared_with", ""),
        )


def check_load(
    paths: Sequence[Path],
    store: Path,
    as_at: date,
    aside: Path,
    *,
    authority: str = "",
    issues: Path,
    progress: Progress = silent,
) -> CheckReport:
    """Read files as a load would, in a process of its own, and leave the store alone.

    They are loaded into a store in the folder `aside`, which the caller removes: what they feed is asked of that.
    Every issue is written to the file `issues`. Raises StoreError.
    """
    try:
        done = load(paths, aside, as_at, authority=authority, apart=True, issues=issues, progress=progress)
    except Refused as refusal:
        return CheckReport(refused=tuple(sentences(refusal)), issues=_counted(refusal.issues))
    return _report(done, Store(store).current())


def check_report(snapshot: Snapshot, before: Snapshot | None) -> CheckReport:
    """The same of a snapshot that stands in the store already, beside the one before it."""
    said = snapshot.manifest
    return CheckReport(
        rows=tuple(_rows(said["rows"], before)),
        issues=dict(said["issues"]),
        feeds=_fed(snapshot),
        compared_with=before.id if before else "",
    )


def load_once(
    paths: Sequence[Path], store: Path, as_at: date, job: str, *, authority: str = "", progress: Progress = silent
) -> Snapshot:
    """Load files as the snapshot of one job, however often that job is begun. Raises Refused and StoreError."""
    for known in Store(store).snapshots():
        if known.manifest.get("job") == job:
            return known
    done = load(paths, store, as_at, authority=authority, apart=True, job=job, progress=progress)
    if done.snapshot is None:
        raise ValueError("a load that is no dry run gave no snapshot")
    return done.snapshot


def read_issues(file: Path, kind: str = "", most: int = 200) -> Iterator[dict[str, str]]:
    """The first issues of a file that a load wrote, of one kind or of every: `kind, file, row, column, what, mend`."""
    given = 0
    with file.open(encoding="utf-8", newline="") as opened:
        for row in csv.DictReader(opened):
            if kind in {"", row["kind"]}:
                given += 1
                yield row
            if given == most:
                return


def _report(done: Loaded, before: Snapshot | None) -> CheckReport:
    return CheckReport(
        rows=tuple(_rows(done.rows, before)),
        issues=_counted(done.issues),
        feeds=_fed(done.snapshot) if done.snapshot else (),
        compared_with=before.id if before else "",
    )


def _rows(rows: Mapping[str, Mapping[str, int]], before: Snapshot | None) -> Iterator[TableRows]:
    was = before.manifest["rows"] if before else {}
    for name in sorted({*rows, *was}):
        counts = rows.get(name, {})
        loaded, refused, repeated = (counts.get(what, 0) for what in ("loaded", "refused", "repeated"))
        before = was[name]["loaded"] if name in was else None
        yield TableRows(
            table=name,
            given=counts.get("in", 0),
            loaded=loaded,
            refused=refused,
            repeated=repeated,
            before=before,
        )


def _fed(snapshot: Snapshot) -> tuple[str, ...]:
    return tuple(line.strip() for line in in_words(snapshot, feeds(snapshot)))


def _counted(issues: Sequence[Any]) -> dict[str, int]:
    found: dict[str, int] = {}
    for issue in issues:
        found[str(issue.kind)] = found.get(str(issue.kind), 0) + 1
    return found
