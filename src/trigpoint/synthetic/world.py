"""What every stage knows: the authority, its dates, its calendar, its random streams and how it drifts."""

from __future__ import annotations

import math
import zlib
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import numpy as np

from trigpoint.records.calendar import bank_holidays
from trigpoint.synthetic.clock import Clock, day_number, month_of
from trigpoint.synthetic.columns import Bools, Ints, Reals

YEAR = 365.25
CARE_YEARS = 19
"""How far before the window a child who is looked after in it may have been born."""
DEMAND_YEARS = 8
"""Years of referrals before the window, so that its first month has its history."""
CALENDAR_START = day_number(date(2000, 2, 1))
"""Nobody enters care before this: limits in working days are not known earlier."""
KEPT_DAYS = 760
"""Journeys that ended longer than this before the window are not written."""

_SEASON = np.array([1.03, 0.98, 1.10, 0.95, 1.04, 1.08, 1.06, 0.76, 0.98, 1.05, 1.09, 0.90])
_WEEK = np.array([1.06, 1.14, 1.10, 1.07, 1.05, 0.14, 0.10])


@dataclass(frozen=True)
class Authority:
    """One invented authority; `spread` is how far its levels stand from England's (1 = as far as real ones do)."""

    index: int
    code: str
    name: str
    children: int
    seed: int
    as_at: date
    years: int
    spread: float
    errors: float


@dataclass
class World:
    """The dates of an authority as day numbers, its calendar, and its levels as they move."""

    authority: Authority
    _pressures: dict[str, Reals] = field(default_factory=dict)

    @property
    def children(self) -> int:
        return self.authority.children

    @cached_property
    def as_at(self) -> int:
        return day_number(self.authority.as_at)

    @cached_property
    def start(self) -> int:
        """First day of the history asked for."""
        return self.as_at - round(self.authority.years * YEAR)

    @cached_property
    def demand_start(self) -> int:
        return self.start - round(DEMAND_YEARS * YEAR)

    @cached_property
    def care_start(self) -> int:
        return max(self.start - round(CARE_YEARS * YEAR), CALENDAR_START)

    @cached_property
    def kept_from(self) -> int:
        return self.start - KEPT_DAYS

    @cached_property
    def first(self) -> int:
        """A day before everything that is told, workers and births of the oldest apart."""
        return min(self.care_start, self.demand_start) - 900

    @cached_property
    def clock(self) -> Clock:
        return Clock(self.first, self.as_at + 25 * 366, bank_holidays())

    @cached_property
    def population(self) -> int:
        """Children aged 0 to 17 on the as-at date; England has 67 looked after in 10,000."""
        return round(self.children / (0.0067 * math.exp(0.28 * self.authority.spread * self._once("rate"))))

    def _once(self, name: str) -> float:
        return float(np.clip(self.rng("once/" + name).standard_normal(), -2.2, 2.2))

    def rng(self, stage: str) -> np.random.Generator:
        """A stream of its own for each stage, so that a change in one leaves the others' records alone."""
        a = self.authority
        return np.random.default_rng(np.random.SeedSequence([a.seed, a.index, zlib.crc32(stage.encode())]))

    def level(self, name: str, sd: float) -> float:
        """This authority's constant factor on a level of demand; `sd` as between real authorities."""
        return math.exp(sd * self.authority.spread * self._once(name))

    def _walk(self, name: str, rows: int, months: int) -> Reals:
        """Standard normal series that forget their past over about three years."""
        steps = self.rng("walk/" + name).standard_normal((rows, months))
        memory = 0.97
        for m in range(1, months):
            steps[:, m] = memory * steps[:, m - 1] + math.sqrt(1 - memory**2) * steps[:, m]
        return np.asarray(steps)

    @cached_property
    def _first_month(self) -> int:
        return int(month_of(np.array([self.first]))[0])

    @cached_property
    def _months(self) -> int:
        return int(month_of(np.array([self.as_at + 900]))[0]) - self._first_month + 1

    def _month(self, days: Ints) -> Ints:
        return np.clip(month_of(days) - self._first_month, 0, self._months - 1)

    def trend(self, name: str, days: Ints, sd: float = 0.07) -> Reals:
        """Factor by which demand of this name stands above or below its level on each day."""
        if name not in self._pressures:
            self._pressures[name] = self._walk(name, 1, self._months)
        # one authority alone keeps nearer to England's level than one among many
        sway = sd * (0.35 + 0.65 * self.authority.spread)
        return np.asarray(np.exp(sway * self._pressures[name][0, self._month(days)]))

    def pressure(self, name: str, team: Ints, days: Ints, teams: int) -> Reals:
        """How hard-pressed a team was in a month: about standard normal, drifting by authority and by team."""
        if name not in self._pressures:
            own = self._walk(name + "/teams", teams, self._months)
            shared = self._walk(name + "/all", 1, self._months)
            habit = self.rng("habit/" + name).standard_normal((teams, 1))
            level = 0.6 * self.authority.spread * self._once(name)
            self._pressures[name] = level + 0.4 * shared + 0.45 * own + 0.45 * habit
        return np.asarray(self._pressures[name][team, self._month(days)])

    def demand(self, name: str, yearly: float, first: int, last: int) -> Ints:
        """Days of a Poisson stream of about `yearly` events a year, with seasons, week, holidays and drift."""
        days = np.arange(first, last + 1, dtype=np.int64)
        weight = _SEASON[month_of(days) % 12] * _WEEK[(days + 3) % 7]
        weekday = (days + 3) % 7 < 5
        clock = self.clock
        shut = weekday & ~clock.working[days - clock.first]
        weight = np.where(shut, weight * 0.12, weight) * self.trend(name, days) * (7 / 5.66)
        rng = self.rng("demand/" + name)
        total = np.cumsum(weight)
        count = rng.poisson(yearly * total[-1] / YEAR)
        return np.asarray(days[np.searchsorted(total, np.sort(rng.random(count)) * total[-1])])


def logistic(base: float, shift: Reals) -> Reals:
    """The share `base`, moved by `shift` on the log-odds scale."""
    return np.asarray(1 / (1 + (1 - base) / base * np.exp(-shift)))


def chance(rng: np.random.Generator, share: Reals | float, size: int) -> Bools:
    return np.asarray(rng.random(size) < share)


def choice(rng: np.random.Generator, shares: dict[str, float] | list[float], size: int) -> Ints:
    """Positions drawn in proportion to `shares`."""
    weights = np.array(list(shares.values()) if isinstance(shares, dict) else shares)
    total = np.cumsum(weights)
    places: Ints = np.searchsorted(total, rng.random(size) * total[-1], side="right").astype(np.int64)
    return places


def days_after(rng: np.random.Generator, mean: float, size: int, shape: float = 1.0) -> Ints:
    """Waits in whole days from a gamma distribution."""
    return np.asarray(rng.gamma(shape, mean / shape, size)).astype(np.int64)
