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
from trigpoint.language.parts import Parts
from trigpoint.packs.model import Pack
from trigpoint.reports import build
from trigpoint.reports.block import Cell, Column, Group, Row, Table
from trigpoint.reports.counts import parts_in
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
from trigpoint.tasks.library import any_measure
from trigpoint.tasks.library import variants as variants_of
from trigpoint.tasks.prepared_figures import prepared_figures, read_prepared
from trigpoint.tasks.progress import Progress, silent
from trigpoint.tasks.stored import snapshot_of
from trigpoint.tasks.target_paper import Paper, carried, is_readable, pack_of, paper_pack, period_of
from trigpoint.tasks.target_proposal import Proposed
from trigpoint.tasks.write_report import write_report

BODY = "body.html"
"""The file with the drawn paper for a page of the application: what it says, without a frame."""

RUN = 37
"""Months that are calculated: three years, and the month before."""

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


def prepare_baseline(paper: Paper, store: Path, progress: Progress = silent) -> None:
    """Calculate the figures of a paper by the definitions in force on its first day, in every variant, and keep them.

    Rows that would be counted by another set of definitions are calculated by that as well. Raises PackError,
    StoreError and EngineError.
    """
    taken = snapshot_of(store)
    for name in _sets(paper, store):
        path = _path(paper, store, taken, name)
        if not path.exists():
            progress("calculating on next year's definitions" + (f": {name}" if name else ""))
            period = period_of(store, paper.starts)
            table = figures_on(_whole(paper, store, name), store, period, paper.starts, About(definitions=name))
            taken.put_view(path.name, lambda file, table=table: pq.write_table(table, file))  # type: ignore[misc]


def is_prepared(paper: Paper, store: Path) -> bool:
    """Whether the baseline of a paper is calculated for the newest records, and its pack can be read."""
    taken = snapshot_of(store)
    return is_readable(paper.pack, store) and all(
        _path(paper, store, taken, name).exists() for name in _sets(paper, store)
    )


def baseline(paper: Paper, row: Proposed, store: Path, variant: str | None = None) -> Baseline | None:
    """The baseline of one row with what it proposes, as it would be counted; None where it is not calculated.

    `variant` looks at another variant of the measure than the row's own.
    """
    looked = row.counted if variant is None else row.in_variant(variant)
    with_row = replace(paper, rows=tuple(row if one.key == row.key else one for one in paper.rows))
    if not is_prepared(with_row, store):
        return None
    pack = council_words(store).pack(paper_pack(with_row, store, looked))
    filling = filling_of(with_row, [looked], pack, store, row.counted_set)
    about = build.subjects(pack, filling)
    (sheet,) = layout("targets")(pack, about, filling)
    drawn = next(block for block in sheet.blocks if isinstance(block, Table))
    return Baseline(drawn, _last(about[0], filling.targets, paper), _effect(about[0], row, looked, pack, store))


def draw_paper(
    paper: Paper, store: Path, place: str, out: Path, forms: Sequence[str], progress: Progress = silent
) -> DrawnPaper:
    """Write the whole paper in the formats asked for, and its body for a page. Raises what `prepare_baseline` does."""
    prepare_baseline(paper, store, progress)
    pack = council_words(store).pack(paper_pack(paper, store))
    effects = {row.title: told.effect for row in paper.rows if row.is_amended and (told := baseline(paper, row, store))}
    pack = replace(pack, changes=tuple(replace(one, effect=effects.get(one.title, "")) if one.kind == "amended" else one
                                       for one in pack.changes))  # fmt: skip
    filling = filling_of(paper, paper.rows, pack, store, place=place)
    report: Report = build.report(pack, filling)
    written = write_report(report, out, forms, progress)
    (out / BODY).write_text(html.body(report.pages[0], report), encoding="utf-8")
    return DrawnPaper((*written, out / BODY), dict(html.stamp_lines(report.title, report.stamp)))


def filling_of(
    paper: Paper, rows: Sequence[Proposed], pack: Pack, store: Path, definitions: str = "", place: str = ""
) -> Filling:
    """What fills a pack about some rows of a paper: figures by a set of definitions, targets with the paper in them.

    What is looked at in another variant than its target is judged by the target of the row all the same.
    """
    period = period_of(store, paper.starts)
    before = targets_for(store, pack, period)
    path = _path(paper, store, snapshot_of(store), definitions if definitions in _sets(paper, store) else "")
    cuts = {(row.measure, row.period_type): row.variant for row in rows}
    same = [
        replace(target, variant=cuts[target.measure, target.period_type])
        for target in before
        if (target.measure, target.period_type) in cuts
        and any(row.key == (target.measure, target.variant, target.period_type) for row in paper.rows)
        and target.variant != cuts[target.measure, target.period_type]
    ]
    known = {(target.measure, target.variant, target.period_type) for target in before}
    more = [target for target in same if (target.measure, target.variant, target.period_type) not in known]
    some = Paper(paper.pack, paper.starts, tuple(rows))
    targets = carried(some, store, [*before, *more])
    return filling_with(pack, store, period, _read(path), targets, _stamp(paper, store, place))


def _stamp(paper: Paper, store: Path, place: str) -> Stamp:
    taken = snapshot_of(store)
    as_at = date.fromisoformat(taken.manifest["as_at"])
    period, pack = period_of(store, paper.starts), paper_pack(paper, store)
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


def _effect(subject: Subject, row: Proposed, looked: Proposed, pack: Pack, store: Path) -> str:
    """What the definition of the paper's year does to the latest figure, where today's figures are prepared."""
    now, kept = subject.now, prepared_figures(store, definitions=pack.definitions)
    if kept is None or looked.variant not in {row.variant, row.counted_variant}:
        return ""
    table = read_prepared(kept, row.measure).filter(
        (pc.field("variant") == row.variant)
        & (pc.field("period_type") == row.period_type)
        & (pc.field("breakdown") == "")
        & (pc.field("period_end") == pa.scalar(now.end))
    )
    found: Mapping[str, object] = next(iter(table.to_pylist()), {})
    counts = [name for name in ("numerator", "denominator") if found.get(name) is not None]
    parts = parts_in(subject.facts, found) if found else Parts()
    before = [float(str(found[name])) / getattr(parts, name) for name in counts]
    after = [None if (value := getattr(now.counted, name)) is None else float(value) for name in counts]
    if not before or None in after:
        return ""
    amended = bool(row.counted_variant or row.counted_set)
    if before == after:
        return "Counted as proposed, the latest figure is the same." if amended else ""
    said, by = (
        f" {subject.facts.joined} ".join(f"{value:,g}" for value in before),
        "counted as proposed" if amended else "by that of the new year",
    )
    made, figure = made_of(subject, now), now.counted.figure.text
    state = mark(now.position, subject.words).words if now.target else ""
    told = f"By today's definition {said}; {by} {f'{made} ({figure})' if made else figure}."
    return f"{told} {state} by the target in force." if amended and state else told


def _sets(paper: Paper, store: Path) -> list[str]:
    """The sets of definitions by which figures are needed; empty for that of the pack."""
    own = pack_of(paper.pack, store).definitions
    return list(dict.fromkeys(["", *(row.counted_set for row in paper.rows if row.counted_set not in ("", own))]))


def _path(paper: Paper, store: Path, taken: Snapshot, definitions: str = "") -> Path:
    """A name that says what the figures depend on beside the records: which figures, whose rules, entries, software."""
    wanted = sorted(map(str, _whole(paper, store, definitions).wanted()))
    entries = [entry.hash for entry in Store(store).entries("supplied")]
    about = [version("trigpoint"), str(paper.starts), str(period_of(store, paper.starts)), definitions, str(RUN)]
    said = " ".join([*about, *wanted, *entries])
    return taken.views_dir / f"targets-{hashlib.sha256(said.encode()).hexdigest()[:16]}.parquet"


def _whole(paper: Paper, store: Path, definitions: str = "") -> Pack:
    """The pack with the rows that are removed, and each in all its variants: neither calculates anything anew."""
    rows = [row for row in paper.rows if definitions in ("", row.counted_set)]
    every = [
        replace(row.in_variant(name), removed=False)
        for row in rows
        for name in dict.fromkeys((row.variant, *variants_of(any_measure(row.measure))))
    ]
    return replace(paper_pack(replace(paper, rows=tuple(every)), store), detail=RUN)


@lru_cache(maxsize=8)
def _read(path: Path) -> pa.Table:
    """A file of figures never changes under its name."""
    return pq.read_table(path, partitioning=None)
