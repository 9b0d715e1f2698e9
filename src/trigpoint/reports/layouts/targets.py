"""The target-setting paper: what is removed, added and amended, then each measure with its targets old and proposed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from trigpoint.judgement.bands import scale
from trigpoint.judgement.judge import judge
from trigpoint.judgement.standard import Style
from trigpoint.judgement.state import State
from trigpoint.judgement.target import Target, in_force
from trigpoint.packs.model import Change, Pack
from trigpoint.reports.band_bars import band_bars
from trigpoint.reports.block import (
    Block,
    Cell,
    Column,
    Facts,
    Group,
    Heading,
    Mark,
    Paragraph,
    Prose,
    Row,
    Side,
    Table,
    Tallies,
    Tally,
)  # fmt: skip
from trigpoint.reports.build import subject as subject_of
from trigpoint.reports.filling import Filling
from trigpoint.reports.marks import mark
from trigpoint.reports.others import shown
from trigpoint.reports.page import Position
from trigpoint.reports.report import Sheet
from trigpoint.reports.subject import Subject
from trigpoint.reports.target_words import aim_words
from trigpoint.reports.verdict import made_of
from trigpoint.reports.wording import figure, financial_year

_KINDS = (("removed", "Removed"), ("added", "Added"), ("amended", "Definition amended"))
_STATES = (State.MET, State.WITHIN, State.OUTSIDE)


def pages(pack: Pack, subjects: Sequence[Subject], filling: Filling) -> list[Sheet]:
    """The paper on one page."""
    end = filling.period
    next_year = date(end.year + (end.month >= 4), 4, 1)
    rows = [_row(subject, pack, filling, next_year) for subject in subjects]
    blocks: list[Block] = [_tallies(pack, subjects, next_year), *_changes(pack.changes)]
    blocks += [_table(rows, subjects, end, next_year), _note()]
    if pack.agreed:
        blocks += [Heading("Agreement"), _agreement(pack)]
        blocks.append(
            Prose(
                paragraphs=(
                    Paragraph(
                        f"On agreement each row becomes a dated target from 1 April {next_year.year}. The targets of "
                        f"{financial_year(end)} stay as they are and keep judging the figures of that year."
                    ),
                ),
                look="note",
            )
        )
    return [
        Sheet(
            file="index.html",
            report=pack.report,
            title=f"{financial_year(next_year)} target setting: {pack.title[:1].lower()}{pack.title[1:]}",
            lede=_lede(pack, subjects, next_year),
            stamp=filling.stamp,
            meta=tuple(text for text in (filling.stamp.status, filling.stamp.authority, pack.purpose) if text),
            look="targets",
            landscape=True,
            wide=True,
            name="Paper",
            blocks=tuple(blocks),
        )
    ]


def _targets(subject: Subject, next_year: date) -> tuple[Target | None, Target | None]:
    """The target in force, and the one from next April."""
    page = subject.page
    then = in_force(subject.targets, page.measure, page.variant, page.period_type, next_year)
    return subject.now.target, then


def _changed(subject: Subject, next_year: date) -> str:
    """New, Changed or nothing: whether next year's target or bands differ from this year's."""
    now, then = _targets(subject, next_year)
    if then is None:
        return ""
    if now is not None and _said(now) == _said(then):
        return ""
    return "New" if now is None or (now.value is None and not now.bands) else "Changed"


def _said(target: Target) -> tuple[object, ...]:
    """What two targets have in common that are the same."""
    return (target.status, target.style, target.good, target.value, target.low, target.high, target.bands)


def _word(subject: Subject, pack: Pack, next_year: date) -> str:
    """The word beside a row: a definition that is amended changes it as much as other bands do."""
    amended = {change.title for change in pack.changes if change.kind == "amended"}
    return _changed(subject, next_year) or ("Changed" if subject.page.title in amended else "")


def _tallies(pack: Pack, subjects: Sequence[Subject], next_year: date) -> Tallies:
    kinds = Counter(change.kind for change in pack.changes)
    bands = sum(_changed(subject, next_year) == "Changed" for subject in subjects)
    kept = sum(not _word(subject, pack, next_year) for subject in subjects)
    items = [Tally(kinds[kind], words, None) for kind, words in _KINDS]
    items += [Tally(bands, "Target or bands amended", None), Tally(kept, "Kept", None, "nothing changes")]
    return Tallies(tuple(items))


def _lede(pack: Pack, subjects: Sequence[Subject], next_year: date) -> str:
    words = [_word(subject, pack, next_year) for subject in subjects]
    removed = sum(change.kind == "removed" for change in pack.changes)
    said = (
        f"{len(subjects)} measures proposed: {words.count('')} keep their targets, {words.count('Changed')} change, "
        f"{words.count('New')} {'is' if words.count('New') == 1 else 'are'} new."
    )
    return f"{said} {removed} measure{' is' if removed == 1 else 's are'} removed." if removed else said


def _changes(changes: Sequence[Change]) -> list[Block]:
    """Removed and added beside each other, then what is amended with what is and what would be."""
    sides: list[tuple[Block, ...]] = []
    for kind, title in _KINDS[:2]:
        found = [change for change in changes if change.kind == kind]
        if found:
            facts = [
                Facts(change.title, (("Why", change.text),), ("New",) if kind == "added" else ()) for change in found
            ]
            sides.append((Heading(title), *facts))
    blocks: list[Block] = [Side(tuple(sides), "raa")] if sides else []
    amended = [change for change in changes if change.kind == "amended"]
    if amended:
        blocks.append(Heading("Amended"))
        blocks.append(Side(tuple((_amended(change),) for change in amended), "raa amd"))
    return blocks


def _amended(change: Change) -> Facts:
    items = (("Now", change.now), ("Proposed", change.proposed), ("Effect", change.effect), ("Why", change.text))
    return Facts(change.title, tuple((term, said) for term, said in items if said))


def _table(rows: list[Row], subjects: Sequence[Subject], end: date, next_year: date) -> Table:
    labels = _labels(subjects)
    columns = (
        Column(head="Measure", kind="name"),
        *(Column(head=f"{end:%B %Y}", sub=label) for label in labels),
        Column(head=f"Target {financial_year(end)}"),
        Column(head="Latest comparator"),
        Column(head=f"Proposed target {financial_year(next_year)}"),
        Column(head="Bands, old above new", sub="R red, A amber, G green", kind="picture"),
        Column(head="Last 12 months", sub="on the new bands", kind="status"),
        Column(head="Why"),
    )
    return Table(
        title="Proposed targets and bands",
        sub="Rows that are new or changed are shaded and carry the word. UASC: unaccompanied asylum-seeking children.",
        columns=columns,
        groups=(Group("", tuple(rows)),),
        look="tgt cards",
    )


def _labels(subjects: Sequence[Subject]) -> list[str]:
    """The cohorts shown beside each other: the page's own, then the others of the pack in their order."""
    own = next((s.page.label for s in subjects if s.page.label), "all")
    others = dict.fromkeys(cohort.label for s in subjects for cohort in s.page.beside)
    return [own, *others]


def _row(subject: Subject, pack: Pack, filling: Filling, next_year: date) -> Row:
    page, unit = subject.page, subject.facts.unit
    now, then = _targets(subject, next_year)
    changed = _word(subject, pack, next_year)
    cohorts = {cohort.label: cohort for cohort in page.beside}
    others = [
        _result(subject_of(pack, filling, replace(page, variant=cohorts[label].variant, beside=())))
        if label in cohorts
        else Cell(text="–")
        for label in _labels_of(pack)[1:]
    ]
    good = {"high": "Good is high", "low": "Good is low"}.get(str(subject.facts.good), "")
    return Row(
        cells=(
            Cell(
                text=page.title,
                sub=(" · ".join(x for x in (page.code, good) if x),),
                tags=(changed,) if changed else (),
            ),
            _result(subject),
            *others,
            Cell(text=aim_words(now, unit, "Not set")),
            _comparator(subject),
            Cell(text=aim_words(then, unit, "To be agreed"), strong=True),
            Cell(text="", picture=band_bars(subject, now, then), sub=_printed(then, unit)),
            Cell(marks=_last_year(subject, then), sub=_months_known(subject)),
            Cell(text=(then.rationale if then else "") or page.why or _why(changed)),
        ),
        changed=bool(changed),
    )


def _labels_of(pack: Pack) -> list[str]:
    return ["", *dict.fromkeys(cohort.label for page in pack.pages for cohort in page.beside)]


def _result(subject: Subject) -> Cell:
    now = subject.now
    made = made_of(subject, now)
    marks: tuple[Mark, ...] = (mark(now.position, subject.words),)
    figure_ = now.counted.figure
    return Cell(
        text=figure_.text, value=figure_.value, marks=marks, sub=(made,) if made else (), strong=True,
        trace=figure_.trace,
    )  # fmt: skip


def _comparator(subject: Subject) -> Cell:
    found, facts = subject.comparators, subject.facts
    if found is None or not found.benchmarks:
        return Cell(text="Local measure")
    lines = []
    for benchmark in found.benchmarks:
        value = shown(benchmark, facts)
        if value is not None and benchmark.level != "own":
            when = benchmark.note or found.year
            lines.append(f"{benchmark.area} {figure(value, facts.unit)} ({when})")
    note = () if found.like_for_like else ("Not like for like",)
    return Cell(text=lines[0] if lines else "Local measure", sub=(*lines[1:], *note))


def _printed(target: Target | None, unit: str) -> tuple[str, ...]:
    """The bands in words, for readers who do not see the bars."""
    if target is None or not target.bands:
        return ()
    steps = scale(target.bands, target.good, ordered=target.style is Style.ORDERED).printed
    said = []
    for band in steps:
        low, high = band.low, band.high
        if low is None:
            said.append(f"{band.name} to {figure(high or Decimal(0), unit)}")
        else:
            said.append(f"{band.name} from {figure(low, unit)}" + ("" if high is None else f" to {figure(high, unit)}"))
    return ("; ".join(said),)


def _last_year(subject: Subject, target: Target | None) -> tuple[Mark, ...]:
    """How many of the last twelve figures would be in each state on the proposed bands."""
    if target is None:
        return (Mark("No target to hold them against", "dash", "grey"),)
    states = Counter(judge(judged.counted.value, target).state for judged in subject.history[-12:])
    known = [state for state in _STATES if state in states]
    if not any(state.judged for state in states):
        return (Mark("No figures", "ring", "grey"),)
    return tuple(
        replace(found, words=f"{states[state]} {found.words.lower()}")
        for state in (_STATES if known else ())
        for found in (mark(Position(state), subject.words),)
    )


def _months_known(subject: Subject) -> tuple[str, ...]:
    known = sum(judged.counted.value is not None for judged in subject.history[-12:])
    return () if known >= 12 else (f"{known} of 12 months {'has' if known == 1 else 'have'} a figure",)


def _why(changed: str) -> str:
    return {"": "Kept as it is.", "New": "New measure."}.get(changed, "Changed; the reason is not recorded.")


def _note() -> Prose:
    return Prose(
        paragraphs=(
            Paragraph(
                "Bands have no gaps: a figure that is neither green nor red is amber. At the green edge counts as "
                "green; at the red edge counts as amber."
            ),
        ),
        look="note",
    )


def _agreement(pack: Pack) -> Table:
    columns = (Column(head="Body", kind="name"), Column(head="Date"), Column(head="Decision"))
    rows = tuple(
        Row(cells=(Cell(text=each.body), Cell(text=each.date), Cell(text=each.decision or "To be decided")))
        for each in pack.agreed
    )
    return Table(title="Who has agreed", columns=columns, groups=(Group("", rows),), look="agree", title_shown=False)
