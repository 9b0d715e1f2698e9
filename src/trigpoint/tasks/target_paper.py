"""Next year's targets as a paper: begun from those in force, drawn by a pack of its own, carried when it is agreed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from trigpoint.figures.revisions import History
from trigpoint.judgement.target import Target, in_force
from trigpoint.language.period import PeriodType
from trigpoint.measures import EVERY
from trigpoint.packs.library import pack_names
from trigpoint.packs.load import PackError
from trigpoint.packs.model import Agreement, Change, Pack, Page
from trigpoint.tasks.checked_pack import checked
from trigpoint.tasks.fill_pack import targets_for
from trigpoint.tasks.library import LibraryError, all_periods, any_measure
from trigpoint.tasks.library import variants as variants_of
from trigpoint.tasks.own_packs import ever_kept, own_pack, own_packs
from trigpoint.tasks.stored import last_whole_month, snapshot_of
from trigpoint.tasks.target_proposal import Proposed, read, texts_of
from trigpoint.tasks.targets import check_targets


@dataclass(frozen=True)
class Paper:
    """A paper: the pack it is for, the first day of its year, its rows, who is to agree.

    `pack` is the name of a pack of the library or the council's own, or a file. `bodies` are the body, its date and its
    decision, in words as printed; `status` is printed on every page.
    """

    pack: str
    starts: date
    rows: tuple[Proposed, ...]
    bodies: tuple[tuple[str, str, str], ...] = ()
    status: str = "Draft, not agreed"

    @property
    def eve(self) -> date:
        """The last day of the targets in force."""
        return self.starts - timedelta(1)


@dataclass(frozen=True)
class Begun:
    """The rows of a new paper, and what of the file that it was begun from has no place in it."""

    target_set: str
    title: str
    rows: tuple[Proposed, ...]
    left: tuple[str, ...] = ()


def next_start(store: Path) -> date:
    """The 1 April after the newest whole month of records. Raises StoreError."""
    end = last_whole_month(snapshot_of(store))
    return date(end.year + (end.month >= 4), 4, 1)


def period_of(store: Path, starts: date) -> date:
    """The last day of the month whose figures a paper shows: the newest whole one, before its year begins."""
    return min(last_whole_month(snapshot_of(store)), starts - timedelta(1))


def pack_of(name: str, store: Path) -> Pack:
    """A pack of the library, the council's own in the store, or a file; read again only when it has changed.

    Raises PackError and StoreError.
    """
    return _read_pack(name, store, _version(name, store))


def _version(name: str, store: Path) -> str:
    """What says that a pack has changed: nothing of the library's, else its entry in the store, or the file's time."""
    if name in pack_names():
        return ""
    if own := own_pack(store, name):
        return own.entry
    path = Path(name)
    return str(path.stat().st_mtime_ns) if path.is_file() else ""


@lru_cache(maxsize=64)
def _read_pack(name: str, store: Path, version: str) -> Pack:  # noqa: ARG001 - another version is another pack
    return checked(name, store)


def is_readable(name: str, store: Path) -> bool:
    """Whether a pack can be read: a file may have been moved or broken, a measure may be gone. Raises StoreError."""
    try:
        pack_of(name, store)
    except PackError:
        return False
    return True


def packs_with_targets(store: Path, others: Iterable[str] = ()) -> list[tuple[str, Pack]]:
    """The packs that are judged by a target set, by name: the council's own, those of the library, and `others`.

    A pack that was withdrawn is none of them. Raises PackError and StoreError.
    """
    own = [one.pack for one in own_packs(store) if is_readable(one.pack, store)]
    withdrawn = {one.pack for one in ever_kept(store) if not one.text}
    names = [name for name in dict.fromkeys((*own, *pack_names(), *others)) if name not in withdrawn]
    found = [(name, pack_of(name, store)) for name in names]
    return [(name, pack) for name, pack in found if pack.target_set]


def packs_to_choose(store: Path, others: Iterable[str] = ()) -> list[tuple[str, str]]:
    """Name and title of the same."""
    return [(name, f"{pack.title} ({pack.id})") for name, pack in packs_with_targets(store, others)]


def begin(pack: str, store: Path, starts: date, file: Path | None = None) -> Begun:
    """A row for every figure of a pack, with the target in force on the last day before; or with those of a file.

    Raises PackError, StoreError and TargetsError.
    """
    found = pack_of(pack, store)
    now = targets_for(store, found, period_of(store, starts))
    given = check_targets(file).targets if file else ()
    rows, used = [], set[tuple[str, str, str]]()
    for page in {(p.measure, p.variant, p.period_type): p for p in reversed(found.pages)}.values():
        row = _row(page, now, starts)
        then = in_force(given, *row.key, starts)
        if then:
            said = {"reference": then.reference, "rationale": then.rationale}
            row = replace(row, fields=texts_of(then) | said)
        used |= set(row.keys)
        rows.append(row)
    left = dict.fromkeys(f"{t.measure} ({t.period_type})" for t in given if _key(t) not in used)
    return Begun(found.target_set, found.title, tuple(reversed(rows)), tuple(left))


def added(measure: str, variant: str, period_type: str, title: str, code: str) -> Proposed:
    """A row for a measure that the pack does not print. Raises LibraryError with what is wrong and how to mend it."""
    declared = any_measure(measure)
    if variant not in variants_of(declared):
        those = ", ".join(v for v in variants_of(declared) if v) or "none"
        raise LibraryError(f"{measure} has no variant {variant!r}: leave it empty, or give one of: {those}.")
    kinds = [str(kind) for kind in all_periods(declared)]
    if period_type not in kinds:
        raise LibraryError(f"{measure} has no figure for {period_type!r}: choose one of {', '.join(kinds)}.")
    return Proposed(
        code=code, title=title or declared.title, group="Added", measure=measure, variant=variant,
        period_type=period_type, fields={"target": "to be set", "style": "two_sided"}, added=True,
    )  # fmt: skip


def measures_to_add() -> list[tuple[str, str]]:
    """Every measure of the library by id and title, in the order of the titles."""
    return sorted(((one.id, one.title) for one in EVERY.values()), key=lambda one: one[1])


def paper_pack(paper: Paper, store: Path, only: Proposed | None = None) -> Pack:
    """The pack that prints the paper in the layout of target-setting papers; `only` one of its rows."""
    pack = pack_of(paper.pack, store)
    rows = [row for row in paper.rows if not row.removed] if only is None else [only]
    return replace(
        pack,
        id="targets",
        report="Target setting",
        layout="targets",
        history=History.RESTATED,
        frequency="monthly",
        periods=13,
        pages=tuple(page for row in rows for page in _pages(pack, row)),
        changes=tuple(_changes(paper.rows)),
        agreed=tuple(Agreement(body=body, date=when, decision=said) for body, when, said in paper.bodies),
        context=(),
        distributions=(),
        detail=0,
    )


def carried(
    paper: Paper, store: Path, before: Sequence[Target], agreed_by: str = "", agreed_on: date | None = None
) -> list[Target]:
    """The whole set with the paper in it: what it is about ends the day before its year, what it proposes begins.

    What was dated to begin later for the same figures gives way. Done twice it gives the same.
    """
    about = {key for row in paper.rows for key in row.keys}
    target_set = pack_of(paper.pack, store).target_set
    kept = [target for target in before if _key(target) not in about or target.start < paper.starts]
    ended = [_ended(target, paper.eve) if _key(target) in about else target for target in kept]
    new = [t for row in paper.rows for t in read(row, paper.starts, target_set, agreed_by, agreed_on).targets]
    return [replace(target, set=target_set) for target in (*ended, *new)]


def _ended(target: Target, eve: date) -> Target:
    return target if target.end is not None and target.end <= eve else replace(target, end=eve)


def _row(page: Page, now: Sequence[Target], starts: date) -> Proposed:
    eve = starts - timedelta(1)
    mine = in_force(tuple(now), page.measure, page.variant, str(page.period_type), eve)
    before = texts_of(mine)
    cuts = (page.variant, *(cohort.variant for cohort in page.beside))
    same = [
        (t.variant, t.period_type)
        for t in now
        if mine and t.measure == page.measure and t.variant in cuts and t.in_force(eve) and texts_of(t) == before
    ]
    return Proposed(
        code=page.code,
        title=page.title,
        group=page.group,
        measure=page.measure,
        variant=page.variant,
        period_type=str(page.period_type),
        also=tuple(one for one in dict.fromkeys(same) if one != (page.variant, str(page.period_type))),
        before=before,
        fields=before or {"style": "two_sided", "target": "to be set"},
    )


def _pages(pack: Pack, row: Proposed) -> Iterator[Page]:
    """The pages about a row's figure, without what the paper does not print of them."""
    mine = [page for page in pack.pages if (page.measure, page.variant, str(page.period_type)) == row.key]
    for page in mine:
        yield replace(page, previous=(), alone=(), count=None, why="")
    if not mine:
        yield Page(
            code=row.code, title=row.title, group=row.group, measure=row.measure, variant=row.variant,
            period_type=PeriodType(row.period_type),
        )  # fmt: skip


def _changes(rows: Sequence[Proposed]) -> Iterator[Change]:
    for row in rows:
        why = row.said("rationale")
        if row.removed:
            yield Change(kind="removed", title=row.title, text=why)
        elif row.added:
            yield Change(kind="added", title=row.title, text=why)
        if row.is_amended and not row.removed:
            now, then = row.definition_now.strip(), row.definition_then.strip() or counted_words(row)
            yield Change(kind="amended", title=row.title, text=why, now=now, proposed=then)


def counted_words(row: Proposed) -> str:
    """By what an amended measure would be counted, in words."""
    said = [f"the variant {row.counted_variant}"] if row.counted_variant else []
    said += [f"the {row.counted_set} definitions"] if row.counted_set else []
    return f"Counted by {' and '.join(said)}" if said else ""


def _key(target: Target) -> tuple[str, str, str]:
    return (target.measure, target.variant, target.period_type)
