"""Publish a month: its figures and its packs for every audience, as one release, once."""

from __future__ import annotations

import hashlib
import shutil
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from trigpoint.packs.commentary import PackCommentary
from trigpoint.packs.council_words import CouncilWords
from trigpoint.reports.formats import formats
from trigpoint.store import Release, Store
from trigpoint.tasks.agreed_comments import AgreedComment, of_packs, write_comments
from trigpoint.tasks.audiences import OUTSIDE
from trigpoint.tasks.calculate import figures
from trigpoint.tasks.checked_pack import checked
from trigpoint.tasks.council_words import council_words
from trigpoint.tasks.fill_pack import About, filled_packs
from trigpoint.tasks.library import LibraryError
from trigpoint.tasks.own_packs import own_pack
from trigpoint.tasks.prepared_figures import prepared_figures, read_prepared
from trigpoint.tasks.progress import Progress, silent
from trigpoint.tasks.publish import proof
from trigpoint.tasks.releases import FIGURES, with_figures
from trigpoint.tasks.retractions import retractions
from trigpoint.tasks.stored import snapshot_of
from trigpoint.tasks.write_report import write_report
from trigpoint.tasks.write_table import write_table

PACKS = "packs"
"""Folder of a release: in it a folder an audience, in that one a pack."""

_CSV = "figures.csv"


class MonthError(LibraryError):
    """Why a month cannot be published, in one sentence."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A month to be published. `packs` are (pack, audience); `people` says who had which part, by role.

    `because` is why it takes the place of what was published of the month before; `forms` are formats of reports,
    all of them by default; `place` is the name of the council as packs print it; `settled` the moment whose words and
    packs of the council's own hold, None for those of now.
    """

    store: Path
    snapshot: str
    period: date
    packs: Sequence[tuple[str, str]]
    comments: Sequence[AgreedComment] = ()
    status: str = "Draft, not signed off"
    place: str = ""
    job: str = ""
    because: str = ""
    people: Mapping[str, Any] = field(default_factory=dict)
    forms: Sequence[str] = ()
    settled: datetime | None = None

    @property
    def said(self) -> dict[str, PackCommentary]:
        """What is said in each pack."""
        return of_packs(self.comments, list(dict.fromkeys(pack for pack, _ in self.packs)), self.period)


def of_job(store: Path, job: str) -> Release | None:
    """The release that a job has made."""
    return next((one for one in Store(store).releases() if one.manifest.get("job") == job), None)


def of_month(store: Path, period: date) -> list[Release]:
    """What was published of a month, oldest first, whether or not it was taken back or replaced."""
    return [one for one in Store(store).releases() if one.manifest.get("month") == period.isoformat()]


def no_longer_published(store: Path, period: date) -> frozenset[str]:
    """Releases whose figures do not stand beside those of a month that is made again: its own, and retracted ones."""
    return frozenset({*(one.id for one in of_month(store, period)), *retractions(store)})


def write_packs(asked: Asked, out: Path, progress: Progress = silent) -> list[Path]:
    """Write the packs into folders `<audience>/<pack>` of `out`, with each audience's figures; the files written.

    Raises what `fill_pack` raises; then some may be written.
    """
    written: list[Path] = []
    without = no_longer_published(asked.store, asked.period)
    for audience in dict.fromkeys(audience for _, audience in asked.packs):
        names = [pack for pack, whom in asked.packs if whom == audience]
        about = About(
            place=asked.place,
            snapshot=asked.snapshot,
            audience=audience,
            earlier=_earlier(asked.store, audience),
            said=asked.said,
            without=without,
            status=asked.status,
            settled=asked.settled,
        )
        home = out / audience
        tables: list[pa.Table] = []
        for filled in filled_packs(names, asked.store, asked.period, about, progress):
            written += write_report(filled.report, home / filled.pack.id, asked.forms or formats(), progress)
            if not any(filled.figures is table for table in tables):
                tables.append(filled.figures)
        for place, table in enumerate(tables):
            written.append(home / f"figures{f'-{place + 1}' if place else ''}.parquet")
            write_table(table, written[-1])
    return written


def publish_month(asked: Asked, aside: Path, progress: Progress = silent) -> Release:
    """Publish a month as one release; the one that the job has made already, where it has.

    Everything is written into a folder of `aside` first. Then the comments become entries and the release is committed
    under one lock. Raises MonthError and what `fill_pack` raises; nothing is published then.
    """
    home = aside / f"publishing-{hashlib.sha256(asked.job.encode()).hexdigest()[:12]}"
    shutil.rmtree(home, ignore_errors=True)  # of a run of this job that was killed
    if found := of_job(asked.store, asked.job):
        return found
    replaced = [one.id for one in of_month(asked.store, asked.period)]
    if replaced and not asked.because.strip():
        raise MonthError(f"{asked.period:%B %Y} was published already: say why it is published again.")
    home.mkdir(parents=True)
    try:
        return _published(asked, home, replaced, progress)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _published(asked: Asked, home: Path, replaced: list[str], progress: Progress) -> Release:
    files = write_packs(asked, home / PACKS, progress)
    progress("calculating the figures of the month")
    definitions, table = _figures(asked, progress)
    for name in (FIGURES, _CSV):
        write_table(table, home / name)
    manifest = _manifest(asked, definitions, table, replaced)
    progress("publishing")
    with Store(asked.store).writing() as writer:
        draft = writer.release()
        for path in (*files, home / FIGURES, home / _CSV):
            draft.put_file(path.relative_to(home).as_posix(), path)
        write_comments(writer, asked.store, asked.said)
        return draft.commit(manifest | {"entries": _entries(asked.store)})


def _figures(asked: Asked, progress: Progress) -> tuple[str, pa.Table]:
    """The month's figures of every measure of the packs, by the definitions that most of the packs use.

    What was prepared from the same records is what would be calculated again.
    """
    packs = [checked(name, asked.store, asked.settled) for name in dict.fromkeys(pack for pack, _ in asked.packs)]
    definitions = Counter(pack.definitions for pack in packs).most_common(1)[0][0]
    measures = sorted({page.measure for pack in packs for page in pack.pages})
    prepared = prepared_figures(asked.store, asked.snapshot, definitions)
    if prepared is None:
        told = asked.store, measures, (), asked.period, 1, (), None, definitions, asked.snapshot, progress
        return definitions, figures(*told)
    found = [read_prepared(prepared, measure) for measure in measures]
    table = pa.concat_tables(found)
    mine = (pc.field("period_end") == pa.scalar(asked.period)) & pc.field("breakdown").isin(["", "category"])
    return definitions, table.filter(mine).sort_by([("measure", "ascending")])


def _manifest(asked: Asked, definitions: str, table: pa.Table, replaced: list[str]) -> dict[str, Any]:
    words = council_words(asked.store, asked.settled)
    said = {
        "to": f"{asked.period:%Y-%m}",
        "periods": 1,
        "measures": sorted({str(name) for name in table["measure"].to_pylist()}),
        "by": [],
        "definitions": definitions,
        "title": f"Packs of {asked.period:%B %Y}",
        "month": asked.period.isoformat(),
        "job": asked.job,
        "packs": [_told(asked, words, pack) | {"audience": audience} for pack, audience in asked.packs],
        "words": words.entry,
        "people": dict(asked.people),
        "replaces": {"releases": replaced, "why": asked.because} if replaced else {},
    }
    taken = snapshot_of(asked.store, asked.snapshot)
    return said | proof(asked.store, taken, table) | {"software": version("trigpoint")}


def _told(asked: Asked, words: CouncilWords, name: str) -> dict[str, str]:
    """A pack as the manifest names it; of a council's own also which version it was."""
    own = own_pack(asked.store, name, asked.settled)
    told = {"pack": name, "title": words.pack(checked(name, asked.store, asked.settled)).report}
    return told | ({"version": own.entry} if own else {})


def _entries(store: Path) -> dict[str, list[str]]:
    opened = Store(store)
    return {kind: [entry.hash for entry in opened.entries(kind)] for kind in opened.kinds()}


def _earlier(store: Path, audience: str) -> list[Path]:
    """The figures that were published for an audience from which numbers are withheld: it knows them."""
    if audience not in OUTSIDE:
        return []
    home = f"{PACKS}/{audience}/figures"
    return [
        path
        for release in with_figures(store)
        for name, path in release.files.items()
        if name.startswith(home) and name.endswith(".parquet")
    ]
