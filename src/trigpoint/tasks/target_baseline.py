"""The baseline of a target-setting paper: its figures by the definitions of its year, and what is drawn from them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from trigpoint.judgement.judge import judge
from trigpoint.judgement.target import Target, in_force
from trigpoint.packs.model import Pack
from trigpoint.reports import build
from trigpoint.reports.block import Cell, Column, Group, Row, Table
from trigpoint.reports.filling import Filling
from trigpoint.reports.formats import html
from trigpoint.reports.layouts import layout
from trigpoint.reports.marks import mark
from trigpoint.reports.page import Position, Stamp
from trigpoint.reports.report import Report
from trigpoint.reports.subject import Subject
from trigpoint.reports.verdict import made_of
from trigpoint.reports.wording import column, day
from trigpoint.store import Snapshot, Store
from trigpoint.tasks.council_words import council_words
from trigpoint.tasks.fill_pack import About, figures_on, filling_with, targets_for
from trigpoint.tasks.prepared_figures import prepared_figures, read_prepared
from trigpoint.tasks.progress import Progress, silent
from trigpoint.tasks.stored import snapshot_of
from trigpoint.tasks.target_paper import Paper, carried, is_readable, paper_pack, period_of
from trigpoint.tasks.target_proposal import Proposed
from trigpoint.tasks.write_report import write_report

BODY = "body.html"
"""The file with the drawn paper for a page of the application: what it says, without a frame."""

_MONTHS = 12


@dataclass(frozen=True)
class DrawnPaper:
    """The files of a drawn paper, and the lines at its foot: data as at, definitions, status."""

    files: tuple[Path, ...]
    stamp: Mapping[str, str]


@dataclass(frozen=True)
class Baseline:
    """One row on the definition of the paper's year: the row as the paper prints it, and its last figures.

    `effect` says what the definition does to the latest figure, empty where it does nothing.
    """

    row: Table
    last: Table
    effect: str


def prepare_baseline(paper: Paper, store: Path, progress: Progress = silent) -> Path:
    """Calculate the figures of a paper by the definitions in force on its first day, and keep them.

    Raises PackError, StoreError and EngineError.
    """
    taken = snapshot_of(store)
    path = _path(paper, store, taken)
    if not path.exists():
        progress("calculating on next year's definitions")
        table = figures_on(_whole(paper), store, period_of(store, paper.starts), paper.starts, About())
        taken.put_view(path.name, lambda file: pq.write_table(table, file))
    return path


def is_prepared(paper: Paper, store: Path) -> bool:
    """Whether the baseline of a paper is calculated for the newest records, and its pack can be read."""
    return is_readable(paper.pack) and _path(paper, store, snapshot_of(store)).exists()


def baseline(paper: Paper, row: Proposed, store: Path) -> Baseline | None:
    """The baseline of one row with what it proposes; None where it is not calculated."""
    if not is_prepared(paper, store):
        return None
    path = _path(paper, store, snapshot_of(store))
    pack = council_words(store).pack(paper_pack(paper, row))
    filling = _filling(paper, pack, store, path, [row])
    about = build.subjects(pack, filling)
    (sheet,) = layout("targets")(pack, about, filling)
    drawn = next(block for block in sheet.blocks if isinstance(block, Table))
    return Baseline(drawn, _last(about[0], filling.targets, paper), _effect(about[0], row, pack, store))


def draw_paper(
    paper: Paper, store: Path, place: str, out: Path, forms: Sequence[str], progress: Progress = silent
) -> DrawnPaper:
    """Write the whole paper in the formats asked for, and its body for a page. Raises what `prepare_baseline` does."""
    path = prepare_baseline(paper, store, progress)
    pack = council_words(store).pack(paper_pack(paper))
    filling = _filling(paper, pack, store, path, paper.rows, place)
    report: Report = build.report(pack, filling)
    written = write_report(report, out, forms, progress)
    (out / BODY).write_text(html.body(report.pages[0], report), encoding="utf-8")
    return DrawnPaper((*written, out / BODY), dict(html.stamp_lines(report.title, report.stamp)))


def _filling(paper: Paper, pack: Pack, store: Path, path: Path, rows: Sequence[Proposed], place: str = "") -> Filling:
    period = period_of(store, paper.starts)
    before = targets_for(store, pack, period)
    some = Paper(paper.pack, paper.starts, tuple(rows))
    return filling_with(pack, store, period, _read(path), carried(some, before), _stamp(paper, store, place))


def _stamp(paper: Paper, store: Path, place: str) -> Stamp:
    taken = snapshot_of(store)
    as_at = date.fromisoformat(taken.manifest["as_at"])
    period, pack = period_of(store, paper.starts), paper_pack(paper)
    return Stamp(
        authority=place,
        place=place,
        period=f"{period:%B %Y}",
        data_as_at=day(as_at),
        snapshot=taken.id,
        definitions=f"{pack.definitions}, as in force on {day(paper.starts)}",
        status=paper.status,
        handling="Official: internal",
    )


def _last(subject: Subject, targets: Sequence[Target], paper: Paper) -> Table:
    """The last twelve figures: as judged today, and as they would be by what is proposed."""
    page = subject.page
    then = in_force(tuple(targets), page.measure, page.variant, page.period_type, paper.starts)
    rows = []
    for one in subject.history[-_MONTHS:]:
        figure = one.counted.figure
        made = made_of(subject, one)
        proposed = judge(one.counted.value, then, one.counted.reason)
        rows.append(
            Row(
                cells=(
                    Cell(text=column(one.kind, one.end)),
                    Cell(text=figure.text, value=figure.value, sub=(made,) if made else ()),
                    Cell(marks=(mark(one.position, subject.words),)),
                    Cell(marks=(mark(Position(proposed.state, proposed.reason), subject.words),)),
                )
            )
        )
    columns = (
        Column(head="Period", kind="name"),
        Column(head="Figure"),
        Column(head="As judged now", kind="status"),
        Column(head="As proposed", kind="status"),
    )
    sub = f"Counted by the definition in force on {day(paper.starts)}."
    return Table(title="Last 12 figures", columns=columns, groups=(Group("", tuple(rows)),), sub=sub, look="cards")


def _effect(subject: Subject, row: Proposed, pack: Pack, store: Path) -> str:
    """What the definition of the paper's year does to the latest figure, where today's figures are prepared."""
    now, kept = subject.now, prepared_figures(store, definitions=pack.definitions)
    if kept is None:
        return ""
    table = read_prepared(kept, row.measure).filter(
        (pc.field("variant") == row.variant)
        & (pc.field("period_type") == row.period_type)
        & (pc.field("breakdown") == "")
        & (pc.field("period_end") == pa.scalar(now.end))
    )
    found: Mapping[str, object] = next(iter(table.to_pylist()), {})
    counts = ("numerator", "denominator")
    before = [found.get(name) for name in counts]
    after = [None if (value := getattr(now.counted, name)) is None else float(value) for name in counts]
    if not found or None in before or before == after:
        return ""
    said = f"{float(str(before[0])):,g} of {float(str(before[1])):,g}"
    return f"By today's definition {said}; by that of the new year {made_of(subject, now)} ({now.counted.figure.text})."


def _path(paper: Paper, store: Path, taken: Snapshot) -> Path:
    """A name that says what the figures depend on beside the records: which figures, whose rules, entries, software."""
    wanted = sorted(map(str, _whole(paper).wanted()))
    entries = [entry.hash for entry in Store(store).entries("supplied")]
    said = " ".join([version("trigpoint"), str(paper.starts), str(period_of(store, paper.starts)), *wanted, *entries])
    return taken.views_dir / f"targets-{hashlib.sha256(said.encode()).hexdigest()[:16]}.parquet"


def _whole(paper: Paper) -> Pack:
    """The pack with the rows that are removed: taking one out and putting it back calculates nothing anew."""
    return paper_pack(replace(paper, rows=tuple(replace(row, removed=False) for row in paper.rows)))


@lru_cache(maxsize=8)
def _read(path: Path) -> pa.Table:
    """A file of figures never changes under its name."""
    return pq.read_table(path, partitioning=None)
