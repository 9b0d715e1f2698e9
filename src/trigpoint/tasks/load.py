"""Load files or a database: recognise, check, make one snapshot or none."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from trigpoint.records.collector import held_back
from trigpoint.records.numbering import AUTHORITIES, CHILDREN, Numbering
from trigpoint.sources import Database, Issue, Part, Plan, Refused, plan
from trigpoint.sources.annex_a import write_mapping
from trigpoint.sources.apart import planned_apart
from trigpoint.store import Snapshot, Store
from trigpoint.store.snapshot_draft import SnapshotDraft
from trigpoint.tasks.carried import carried
from trigpoint.tasks.progress import Progress, silent
from trigpoint.tasks.write_table import write_aside


@dataclass(frozen=True)
class Loaded:
    """What a load did: the snapshot (none on a dry run), rows by table, and every issue."""

    snapshot: Snapshot | None
    rows: dict[str, dict[str, int]]
    issues: Sequence[Issue]

    @property
    def must_be_read(self) -> bool:
        """Whether there is an issue that lost something."""
        return any(issue.kind == "error" for issue in self.issues)


def load(
    paths: Sequence[Path],
    store: Path,
    as_at: date,
    *,
    authority: str = "",
    database: Database | None = None,
    dry_run: bool = False,
    apart: bool = False,
    issues: Path | None = None,
    mapping: Path | None = None,
    job: str = "",
    progress: Progress = silent,
) -> Loaded:
    """Load files, or a database, or both into a store as one snapshot.

    Every issue is written to the file `issues`, also of a refused load. `apart` reads files in a process of its own
    with limits of time and memory: for files that people bring. `mapping` is a file for the spellings of Annex A that
    nobody has explained yet: a mapping file to be filled in. `job` names who asked in the manifest, so that a load
    that was interrupted can be found.

    Raises `sources.Refused` when something cannot be taken and `StoreError` when the store cannot be written; the
    store is then as it was before.
    """
    progress("recognising files")
    try:
        with held_back(), _planned(paths, authority, database, progress, apart=apart) as (planned, parts):
            done = _load(planned, parts, store, as_at, job, progress, dry_run=dry_run)
    except Refused as refusal:
        if issues is not None:
            write_issues(refusal.issues, issues)
        raise
    if issues is not None:
        write_issues(done.issues, issues)
    if mapping is not None:
        write_aside(mapping, lambda aside: write_mapping(done.issues, aside, mapping))
    return done


@contextmanager
def _planned(
    paths: Sequence[Path], authority: str, database: Database | None, progress: Progress, *, apart: bool
) -> Iterator[tuple[Plan, Iterator[Part]]]:
    """What would be loaded, and its parts as they are read."""
    if database is not None:
        with TemporaryDirectory() as aside:  # a folder that nobody else may open, gone when the load ends
            planned = plan(paths, authority, [database.fetch(Path(aside), progress)])
            yield planned, planned.parts()
    elif apart:
        with planned_apart(paths, authority) as both:
            yield both
    else:
        planned = plan(paths, authority)
        yield planned, planned.parts()


def _load(
    planned: Plan, parts: Iterator[Part], store: Path, as_at: date, job: str, progress: Progress, *, dry_run: bool
) -> Loaded:
    if dry_run:
        taken = _taken(planned, parts, None, progress)
        return Loaded(None, taken.rows, taken.issues)
    with Store(store).writing() as writer:
        draft = writer.snapshot()
        taken = _taken(planned, parts, draft, progress)
        snapshot = draft.commit(_manifest(planned, as_at, taken) | ({"job": job} if job else {}))
    return Loaded(snapshot, taken.rows, taken.issues)


@dataclass
class _Taken:
    rows: dict[str, dict[str, int]]
    issues: list[Issue]
    collected: dict[str, list[str]]
    columns: dict[str, dict[str, frozenset[str]]]
    returns: dict[str, dict[str, list[int | None]]] = field(default_factory=dict)


def _taken(planned: Plan, parts: Iterator[Part], draft: SnapshotDraft | None, progress: Progress) -> _Taken:
    names = planned.authorities
    taken = _Taken({}, list(planned.issues), {name: [] for name in names}, {name: {} for name in names})
    numbering = Numbering(planned.authorities)
    for done, part in enumerate(parts):
        progress(f"{part.authority}: {part.table}", done, planned.tables)
        if part.is_return:
            taken.returns.setdefault(part.authority, {}).setdefault(part.table, []).append(part.year)
            if draft is not None:
                draft.put(part.table, part.data)
            continue
        _count(taken.rows, part)
        taken.issues += part.issues
        taken.collected[part.authority].append(part.table)
        taken.columns[part.authority][part.table] = part.columns
        if draft is not None:
            draft.put(part.table, numbering.numbered(part.authority, part.table, part.data))
    if draft is not None:
        draft.put(AUTHORITIES, numbering.authorities())
        for name in planned.authorities:
            draft.put(CHILDREN, numbering.children(name))
    return taken


def _count(rows: dict[str, dict[str, int]], part: Part) -> None:
    table = rows.setdefault(part.table, {"in": 0, "loaded": 0, "refused": 0, "repeated": 0})
    for name, count in (
        ("in", part.rows_in),
        ("loaded", part.data.num_rows),
        ("refused", part.refused),
        ("repeated", part.repeated),
    ):
        table[name] += count


def _manifest(planned: Plan, as_at: date, taken: _Taken) -> dict[str, object]:
    return {
        "as_at": as_at.isoformat(),
        "software": version("trigpoint"),
        "authorities": planned.authorities,
        "files": [asdict(file) for file in planned.files],
        "rows": taken.rows,
        "collected": {name: sorted(tables) for name, tables in taken.collected.items()},
        "columns": carried(taken.columns),
        "returns": taken.returns,
        "issues": dict(sorted(Counter(issue.kind for issue in taken.issues).items())),
        "told": _told(taken.issues),
    }


def _told(issues: Sequence[Issue], most: int = 200) -> list[dict[str, str | int]]:
    """Issues by file and column; those that differ only in the cells and numbers they repeat are one, the first.

    Cells and dates are left out: a manifest holds nothing of a child.
    """
    first: dict[tuple[str, ...], Issue] = {}
    count: Counter[tuple[str, ...]] = Counter()
    for issue in issues:
        said = _CELL.sub("'…'", issue.what)
        alike = issue.kind, issue.file, issue.column, _NUMBER.sub("#", said)
        first.setdefault(alike, replace(issue, what=said))
        count[alike] += 1
    return [
        {name: getattr(first[alike], name) for name in ("kind", "file", "column", "what")}
        | {"mend": _CELL.sub("'…'", first[alike].mend), "count": often}
        for alike, often in count.most_common(most)
    ]


_NUMBER = re.compile(r"\d[\d,]*")
_CELL = re.compile(r"'[^']*'|\d+(?:[-/.:]\d+)+")
"""A cell that an issue repeats, or a date."""


def write_issues(issues: Sequence[Issue], path: Path) -> None:
    """Every issue as a row of a CSV file: `kind, file, row, column, what, mend`. Raises OutputError."""
    write_aside(path, lambda aside: _write(issues, aside))


def _write(issues: Sequence[Issue], path: Path) -> None:
    columns = ["kind", "file", "row", "column", "what", "mend"]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows({name: _plain(getattr(issue, name)) for name in columns} for issue in issues)


def _plain(value: object) -> object:
    """A cell that no spreadsheet takes for a formula."""
    text = "" if value is None else value
    return f"'{text}" if isinstance(text, str) and text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text
