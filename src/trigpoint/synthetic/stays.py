"""Where each looked-after child lived: stays with a carer one after another, temporary stays and status changes."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date

import numpy as np

from trigpoint.synthetic.care_spine import HOME
from trigpoint.synthetic.case import Case
from trigpoint.synthetic.clock import birthday, day_number
from trigpoint.synthetic.columns import NONE, Bools, Ints
from trigpoint.synthetic.legal import Legal, Path
from trigpoint.synthetic.spells import meets
from trigpoint.synthetic.world import chance, choice, days_after

TYPES = (
    "U1", "U3", "U4", "U5", "U6", "K1", "K2", "K3", "H5", "P1", "P2", "R1", "R2", "R3", "R5", "S1", "Z1",
    "Z11", "Z12", "Z13", "Z14", "A3", "A4", "A5", "A6", "T0", "T1", "T2", "T3", "T4",
)  # fmt: skip
AT = {code: place for place, code in enumerate(TYPES)}
START, MOVE, SAME_CARER = range(3)
"""Why a stay began: with care, with another carer, with the same carer in another status."""

_BY_AGE = [
    # under 10, 10 to 15, 16 and over, unaccompanied
    {"U6": 0.66, "U3": 0.20, "U1": 0.02, "U5": 0.03, "P1": 0.05, "R3": 0.02, "K2": 0.02},
    {
        "U6": 0.61,
        "U3": 0.11,
        "U1": 0.02,
        "P1": 0.05,
        "K2": 0.17,
        "S1": 0.01,
        "R1": 0.01,
        "K1": 0.005,
        "R2": 0.005,
        "Z1": 0.01,
    },
    {"U6": 0.24, "U3": 0.05, "P1": 0.06, "K2": 0.20, "H5": 0.35, "P2": 0.06, "R5": 0.015, "Z1": 0.015, "K1": 0.01},
    {"U6": 0.33, "H5": 0.53, "P2": 0.12, "K2": 0.02},
]
_SUPPORTED_FROM = day_number(date(2023, 10, 28))
_OTHER_SPLIT = day_number(date(2025, 3, 31))
"""The last day on which every other placement had one code."""


@dataclass(frozen=True)
class Stays:
    """One element a stay, by period of care and start. `carer` numbers the home: the same after a temporary stay."""

    period: Ints
    start: Ints
    end: Ints
    kind: Ints
    reason: Ints
    carer: Ints

    def take(self, rows: Ints | Bools) -> Stays:
        return Stays(*(getattr(self, f.name)[rows] for f in fields(self)))


def stays(case: Case, path: Path, law: Legal) -> Stays:
    """Every stay of every period of care, without gaps."""
    rng = case.world.rng("stays")
    return _with_temporary(rng, law, _with_long_term(rng, _with_adoption(case, rng, path, _moves(case, rng))))


def _moves(case: Case, rng: np.random.Generator) -> Stays:
    """One home after another until the period ends; the first are the shortest."""
    care, world = case.told.care, case.world
    older = care.entry - care.born > 10 * 365
    restless = chance(rng, np.where(older, 0.60, 0.40), len(care.child)) & ~care.unaccompanied
    # at 16 some move on to supported accommodation
    onward = world.clock.next_wd(birthday(care.born, 16) + rng.integers(30, 600, len(older)))
    onward = np.where(chance(rng, 0.36, len(older)), onward, 0)
    period, now = np.arange(len(care.child)), care.entry.copy()
    found: list[tuple[Ints, Ints, Ints, Ints]] = []
    for k in range(40):
        size = len(period)
        if not size:
            break
        settled = now - care.entry[period] > 700
        calm = chance(rng, np.where(restless[period], 0.06 + 0.40 * settled, 0.69 + 0.27 * settled), size)
        brief = chance(rng, 0.32 if k == 0 else 0.22, size)
        stay = np.where(
            calm,
            700 + days_after(rng, 2600, size),
            np.where(brief, 1 + days_after(rng, 28, size), 40 + days_after(rng, 260, size)),
        )
        factor = np.exp(-0.10 * world.pressure("moves", np.zeros(size, dtype=np.int64), now, 1))
        end = now + np.maximum((stay * factor).astype(np.int64), 1)
        # now and then a first night that was the only one
        end = np.where(chance(rng, 0.012, size), now + 1, end) if k else end
        end = np.where(end > now + 1, world.clock.next_wd(end), end)
        grown = onward[period]
        end = np.where((now < grown) & (end > grown), grown, end)
        over = (end >= care.leave[period]) | (k == 39)
        end = np.where(over, care.leave[period], end)
        found.append((period, now, end, _kinds(case, rng, period, now, end)))
        period, now = period[~over], end[~over]
    columns = [np.concatenate([f[i] for f in found]) for i in range(4)]
    count = np.arange(len(columns[0]))
    order = np.lexsort((count, columns[1], columns[0]))
    p, start, end, kind = (c[order] for c in columns)
    reason = np.where(start == care.entry[p], START, MOVE)
    reason[1:][p[1:] == p[:-1]] = MOVE
    return Stays(p, start, end, kind, reason, np.arange(len(p)))


def _kinds(case: Case, rng: np.random.Generator, period: Ints, now: Ints, end: Ints) -> Ints:
    care = case.told.care
    age = np.where(now >= birthday(care.born[period], 16), 16, np.minimum((now - care.born[period]) // 365, 15))
    group = np.where(care.unaccompanied[period], 3, np.where(age < 10, 0, np.where(age < 16, 1, 2)))
    kind = np.zeros(len(period), dtype=np.int64)
    for g, shares in enumerate(_BY_AGE):
        rows = np.flatnonzero(group == g)
        kind[rows] = np.array([AT[c] for c in shares])[choice(rng, shares, len(rows))]
    alone = np.isin(kind, (AT["H5"], AT["P2"]))
    kind = np.where(alone & (age < 16), AT["U6"], kind)
    # a stay that outlasted the day was registered, and is known by its new code
    kind = np.where(alone & (age >= 16) & (end > _SUPPORTED_FROM), AT["K3"], kind)
    kind = np.where((kind == AT["Z1"]) & (end > _OTHER_SPLIT), AT["Z11"] + period % 4, kind)
    home_soon = (care.route[period] == HOME) & (now > care.entry[period] + 100) & chance(rng, 0.10, len(period))
    return np.where(home_soon, AT["P1"], kind)


def _with_adoption(case: Case, rng: np.random.Generator, path: Path, found: Stays) -> Stays:
    """From the day of placement on, the child lives with the adopters, who for some were the carers already."""
    placed = path.placed[found.period]
    adopted = placed != NONE
    kept = found.take(~adopted | (found.start < placed))
    until = path.placed[kept.period]
    end = np.where(until == NONE, kept.end, np.minimum(kept.end, until))
    rows = np.flatnonzero(path.placed != NONE)
    carers = chance(rng, 0.17, len(rows))
    consent = chance(rng, 0.03, len(rows))
    kind = np.where(carers, np.where(consent, AT["A3"], AT["A5"]), np.where(consent, AT["A4"], AT["A6"]))
    last = np.full(len(path.placed), -1)
    last[kept.period] = np.arange(len(kept.period))
    home = np.where(carers, kept.carer[last[rows]], int(found.carer.max()) + 1 + np.arange(len(rows)))
    kinds = kept.kind.copy()
    kinds[last[rows][carers]] = np.where(chance(rng, 0.5, int(carers.sum())), AT["U5"], kinds[last[rows][carers]])
    merged = Stays(
        np.concatenate([kept.period, rows]), np.concatenate([kept.start, path.placed[rows]]),
        np.concatenate([end, case.told.care.leave[rows]]), np.concatenate([kinds, kind]),
        np.concatenate([kept.reason, np.where(carers, SAME_CARER, MOVE)]), np.concatenate([kept.carer, home]),
    )  # fmt: skip
    return _ordered(merged)


def _ordered(found: Stays) -> Stays:
    return found.take(np.lexsort((np.arange(len(found.start)), found.end, found.start, found.period)))


def _split(found: Stays, rows: Ints, day: Ints) -> tuple[Stays, Ints]:
    """Each chosen stay cut in two on a day inside it; also the places of the second halves."""
    end = found.end.copy()
    end[rows] = day
    first = Stays(found.period, found.start, end, found.kind, found.reason, found.carer)
    second = found.take(rows)
    second = Stays(second.period, day, second.end, second.kind, second.reason, second.carer)
    size = len(found.start)
    both = Stays(*(np.concatenate([getattr(first, f.name), getattr(second, f.name)]) for f in fields(Stays)))
    return both, np.arange(size, size + len(rows))


def _with_long_term(rng: np.random.Generator, found: Stays) -> Stays:
    """A foster carer approved for the long term: the same carer, another placement type."""
    long_enough = np.isin(found.kind, (AT["U6"], AT["U3"])) & (found.end - found.start > 420)
    rows = np.flatnonzero(long_enough & chance(rng, 0.55, len(found.start)))
    day = found.start[rows] + rng.integers(250, 415, len(rows))
    both, halves = _split(found, rows, day)
    kind, reason = both.kind.copy(), both.reason.copy()
    kind[halves] = np.where(kind[halves] == AT["U3"], AT["U1"], AT["U4"])
    reason[halves] = SAME_CARER
    return _ordered(Stays(both.period, both.start, both.end, kind, reason, both.carer))


def _with_temporary(rng: np.random.Generator, law: Legal, found: Stays) -> Stays:
    """Hospital, holidays, respite: away for days, then back with the same carer; the law stays as it is."""
    length = found.end - found.start
    usual = (length > 60) & (found.kind < AT["A3"]) & (found.kind != AT["R5"])
    rows = np.flatnonzero(usual & (rng.random(len(length)) < 1 - np.exp(-0.16 * length / 365)))
    code = choice(rng, [0.08, 0.22, 0.12, 0.28, 0.30], len(rows))
    away = np.array([4, 6, 9, 12, 4])[code] * rng.uniform(0.4, 1.4, len(rows))
    left = found.start[rows] + 15 + ((length[rows] - 50) * rng.random(len(rows))).astype(np.int64)
    back = left + np.maximum(away.astype(np.int64), 1)
    settled = ~meets(found.period[rows], left, back, law.period, law.start, law.start)
    rows, code, left, back = rows[settled], code[settled], left[settled], back[settled]
    both, halves = _split(found, rows, left)
    inner, again = _split(both, halves, back)
    kind, reason, carer = inner.kind.copy(), inner.reason.copy(), inner.carer.copy()
    kind[halves] = AT["T0"] + code
    reason[halves] = MOVE
    reason[again] = MOVE
    carer[halves] = int(found.carer.max()) + 1 + np.arange(len(rows))
    return _ordered(Stays(inner.period, inner.start, inner.end, kind, reason, carer))
