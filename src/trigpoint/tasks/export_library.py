"""The published library as a folder of plain files, for a place without a server."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from trigpoint.reports.block import Cell, Column, Group, Paragraph, Prose, Row, Table
from trigpoint.reports.formats.html import write
from trigpoint.reports.page import Stamp
from trigpoint.reports.report import Report, Sheet
from trigpoint.reports.wording import day
from trigpoint.store import StoreError
from trigpoint.tasks.audiences import AUDIENCES
from trigpoint.tasks.progress import Progress, silent
from trigpoint.tasks.shelf import Published, PublishedPack, read_published, shelf

SUMS = "SHA256SUMS"
"""Name of the file with the hash of every file, as `sha256sum --check` reads it."""

_LONDON = ZoneInfo("Europe/London")


@dataclass(frozen=True)
class Exported:
    """The folder, how many releases its index lists, and how many published files it holds."""

    folder: Path
    releases: int
    files: int


def export_library(
    store: Path, out: Path, audiences: Sequence[str] = tuple(AUDIENCES), place: str = "", progress: Progress = silent
) -> Exported:
    """Write everything that was published for some audiences into the new folder `out`, with an index.

    Each file is copied as it was published; what was taken back is listed with its reason and left out. Raises
    StoreError where a file is not as it was published, or `out` is there already; nothing is written then.
    """
    if unknown := sorted(set(audiences) - set(AUDIENCES)):
        raise StoreError(f"There is no audience {unknown[0]!r}: give some of {', '.join(AUDIENCES)}.")
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise StoreError(f"{out} is there already and not empty: name a new folder.")
    found = [one for one in shelf(store) if one.audiences & set(audiences)]
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".exporting-") as aside:
        home = Path(aside, "library")
        home.mkdir()
        sums = [line for one in found for line in _copied(store, one, frozenset(audiences), home, progress)]
        (home / SUMS).write_text("".join(sums), encoding="utf-8", newline="\n")
        write(_index(found, frozenset(audiences), place), home)
        (home / "library.html").unlink()  # the index as one file is the index again
        if out.exists():
            out.rmdir()
        shutil.move(home, out)
    return Exported(out, len(found), len(sums))


def _copied(
    store: Path, release: Published, audiences: frozenset[str], home: Path, progress: Progress
) -> Iterator[str]:
    """Copy the files of a release; a line of hash and name for each."""
    progress(f"copying release {release.release}")
    if release.retracted is not None:
        return
    for pack in release.seen_by(audiences):
        for file in pack.files:
            name = _place(release, file.name)
            path = home / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(read_published(store, file, release.release))
            yield f"{file.sha256}  {name}\n"


def _place(release: Published, name: str) -> str:
    """Where a file of a release lies: `0003-9b1c44d0/public/kent/index.html`."""
    return f"{release.release}/{name.partition('/')[2]}"


def _index(found: Sequence[Published], audiences: frozenset[str], place: str) -> Report:
    blocks = [_table(one, one.seen_by(audiences)) for one in found]
    said = f"{SUMS} holds the SHA-256 of every file: sha256sum --check {SUMS} proves that none was changed."
    how = Prose(paragraphs=(Paragraph(said),), look="note")
    newest = found[0] if found else None
    stamp = Stamp(
        authority=place or "Published library",
        place=place or "Published library",
        period=f"{newest.month:%B %Y}" if newest else "nothing yet",
        data_as_at=newest.as_at if newest else "–",
        snapshot=newest.snapshot if newest else "none",
        definitions="as each pack says",
        status="Published",
        handling="Official: " + ", ".join(name for name in AUDIENCES if name in audiences),
    )
    page = Sheet(
        file="index.html",
        report="Published packs",
        title="Published packs",
        lede="Every pack as it was published, the newest first." if found else "Nothing was published yet.",
        stamp=stamp,
        name="Published packs",
        blocks=(*blocks, how),
    )
    return Report(id="library", title="Published packs", pages=(page,), lines=(), stamp=stamp)


def _table(release: Published, packs: Sequence[PublishedPack]) -> Table:
    return Table(
        title=f"{release.month:%B %Y}",
        sub=_said(release),
        columns=(Column(head="Pack", kind="name"), Column(head="For"), *(Column(head=head) for head in _forms(packs))),
        groups=(Group("", tuple(_row(release, pack, _forms(packs)) for pack in packs)),),
    )


def _said(release: Published) -> str:
    said = f"Release {release.release}, published {_day(release.created)}, data as at {release.as_at}."
    if release.retracted is not None:
        told = release.retracted
        return f"{said} Taken back by {told.by} on {_day(told.at)}: {told.why}"
    if release.replaced_by:
        return f"{said} Replaced by release {release.replaced_by}."
    return f"{said} It replaces {', '.join(release.replaces)}: {release.because}" if release.replaces else said


def _day(at: datetime) -> str:
    return day(at.astimezone(_LONDON).date())


def _forms(packs: Sequence[PublishedPack]) -> list[str]:
    return sorted({file.form.upper() for pack in packs for file in pack.downloads})


def _row(release: Published, pack: PublishedPack, forms: Sequence[str]) -> Row:
    kept = release.retracted is None
    first = _place(release, pack.first.name) if pack.first and kept else ""
    cells = [Cell(text=pack.title, sub=(pack.pack,), href=first), Cell(text=AUDIENCES[pack.audience])]
    there = {file.form.upper(): file for file in pack.downloads}
    for form in forms:
        file = there.get(form)
        href = _place(release, file.name) if file and kept else ""
        cells.append(Cell(text=form if href else "taken back" if file else "–", href=href))
    return Row(cells=tuple(cells))
