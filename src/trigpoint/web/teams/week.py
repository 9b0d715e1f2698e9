"""Open work put in order for a page: tiles, what comes up for each worker, what was missed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from trigpoint.language.work import Work
from trigpoint.web.access.tokens import token
from trigpoint.web.children.gate import Row

COMING_UP = 7
_TILES = 6


@dataclass(frozen=True)
class Item:
    """One thing to do: `by` is the last day for it, empty where it is due now; `over` how many days ago that was."""

    work: Work
    child: str
    worker: str
    team: str
    record: str
    by: date | None
    over: int

    @property
    def token(self) -> str:
        """What a form calls the child."""
        return token(self.child)

    @property
    def is_missed(self) -> bool:
        """Whether its last day has passed."""
        return self.over > 0


@dataclass(frozen=True)
class Tile:
    """A number that matters this week: how many are due soon, how many were missed, and a word about either."""

    words: str
    count: int
    note: str
    mark: str
    anchor: str


@dataclass(frozen=True)
class Workers:
    """What comes up for one worker."""

    worker: str
    children: int
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Week:
    """A part's week: everything in it, sorted."""

    tiles: tuple[Tile, ...]
    workers: tuple[Workers, ...]
    missed: tuple[Item, ...]
    now: tuple[Item, ...]
    later: int
    sentence: str


def items(rows: Sequence[Row], kinds: Mapping[str, Work], as_at: date) -> list[Item]:
    """Rows of open work as things to do."""
    return [
        Item(
            kinds[row["work"]],
            row["child_id"] or "",
            row["worker"],
            row["team"],
            row["record_id"],
            row["by"],
            (as_at - row["by"]).days if row["by"] else 0,
        )
        for row in rows
        if row["work"] in kinds
    ]


def week(found: Sequence[Item], as_at: date, caseloads: Counter[str]) -> Week:
    """What needs doing in the seven days after a day, and what was not done by its day."""
    end = as_at + timedelta(COMING_UP)
    missed = sorted((one for one in found if one.is_missed), key=lambda one: (-one.over, one.work.order, one.child))
    coming = [one for one in found if one.by is not None and as_at <= one.by <= end]
    now = sorted((one for one in found if one.by is None), key=lambda one: (one.work.order, one.worker, one.child))
    by_worker: dict[str, list[Item]] = defaultdict(list)
    for one in sorted(coming, key=lambda one: (one.by or as_at, one.work.order, one.child)):
        by_worker[one.worker].append(one)
    workers = tuple(Workers(name, caseloads[name], tuple(by_worker[name])) for name in sorted(by_worker))
    later = sum(1 for one in found if one.by is not None and one.by > end)
    tiles = tuple(_tiles(found, as_at))[:_TILES]
    return Week(tiles, workers, tuple(missed), tuple(now), later, _sentence(coming, missed))


def _tiles(found: Sequence[Item], as_at: date) -> Iterator[Tile]:
    """The kinds with most to do, what is coming up before what was missed."""
    kinds = sorted({one.work for one in found}, key=lambda work: work.order)
    every = []
    for work in kinds:
        mine = [one for one in found if one.work is work]
        missed = [one for one in mine if one.is_missed]
        soon = [one for one in mine if one.by is None or 0 <= (one.by - as_at).days <= work.soon]
        if missed:
            note = f"oldest {_days(max(one.over for one in missed))} over"
            every.append((0, Tile(f"{_plural(work)} overdue", len(missed), note, "diamond", "missed")))
        if soon:
            every.append((1, _soon(work, soon, as_at)))
    return (tile for _, tile in sorted(every, key=lambda one: (-one[0], -one[1].count)))


def _soon(work: Work, soon: Sequence[Item], as_at: date) -> Tile:
    dated = [one.by for one in soon if one.by is not None]
    if not dated:
        return Tile(f"{_plural(work)} due", len(soon), "no day is set: now", "open", "now")
    early = sum(1 for day in dated if (day - as_at).days <= 2)
    note = f"{early} by {as_at + timedelta(2):%A}" if early else f"first on {min(dated).day} {min(dated):%B}"
    return Tile(f"{_plural(work)} due in {work.soon} days", len(soon), note, "open", "coming")


def _plural(work: Work) -> str:
    return work.doing[0].upper() + work.doing[1:]


def _sentence(coming: Sequence[Item], missed: Sequence[Item]) -> str:
    counted = Counter(one.work for one in coming)
    parts = [f"{count} {work.doing if count != 1 else work.title.lower()}" for work, count in counted.most_common(3)]
    ahead = (
        f"{_joined(parts)} to do in the next {COMING_UP} days."
        if parts
        else f"Nothing falls due in the next {COMING_UP} days."
    )
    if not missed:
        return f"{ahead} Nothing is overdue."
    return f"{ahead} {len(missed):,} {'is' if len(missed) == 1 else 'are'} overdue."


def _joined(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _days(count: int) -> str:
    return f"{count:,} day{'' if count == 1 else 's'}"
