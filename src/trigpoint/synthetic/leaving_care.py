"""Care leavers: the current row of each, and the record of each birthday from 17 to 21."""

from __future__ import annotations

import numpy as np

from trigpoint.synthetic.care_spine import AGED
from trigpoint.synthetic.care_tables import CEASED, FOSTER, ceased
from trigpoint.synthetic.case import Case
from trigpoint.synthetic.clock import birthday
from trigpoint.synthetic.columns import NONE, Bools, Frame, Ints, day, ident, when, word
from trigpoint.synthetic.stays import Stays
from trigpoint.synthetic.world import chance, choice, days_after

_ELIGIBILITY = ("Eligible child", "Relevant child", "Former relevant child", "Qualifying care leaver")
_TOUCH = ("YES", "NO", "DIED", "REFU", "NREQ", "RHOM")
_TOUCH_SHARES = [0.905, 0.045, 0.002, 0.015, 0.02, 0.013]
_ACCOM = {
    "B": 0.11, "C": 0.01, "D": 0.20, "E": 0.06, "G": 0.01, "H": 0.003, "K": 0.03, "R": 0.02, "S": 0.015, "T": 0.01,
    "U": 0.38, "V": 0.01, "W": 0.004, "X": 0.03, "Y": 0.04, "Z": 0.068,
}  # fmt: skip
_HOMES = tuple(kind + suits for kind in _ACCOM for suits in "12")
"""Every kind of accommodation, suitable (1) and not (2)."""
_UNSUITABLE = {"S": 1.0, "V": 0.8, "W": 1.0, "X": 1.0, "R": 0.9, "H": 1.0, "G": 0.5, "Y": 0.2, "K": 0.06, "B": 0.03}
_ACTIVITY = {
    "F1": 0.065, "P1": 0.005, "F2": 0.175, "P2": 0.025, "F4": 0.03, "P4": 0.005, "F5": 0.195, "P5": 0.045, "G4": 0.14,
    "G5": 0.20, "G6": 0.06, "0": 0.055,
}  # fmt: skip

_NOT_KNOWN = "0"
"""How the return says that accommodation or activity are not known; the last of the activities."""


def leaving_tables(case: Case, lived: Stays) -> dict[str, Frame]:
    """`ssd_care_leavers` as known on the as-at date and `ext_care_leaver_birthday` over the window."""
    care = case.told.care
    fostered = np.zeros(len(care.child), dtype=bool)
    final = np.flatnonzero(lived.end == care.leave[lived.period])
    fostered[lived.period[final]] = np.isin(lived.kind[final], FOSTER)
    grown = np.flatnonzero((care.route == AGED) & (care.leave - care.entry >= 91))
    return {
        "ssd_care_leavers": _current(case, fostered),
        "ext_care_leaver_birthday": _birthdays(case, lived, grown, fostered),
    }


def _life(rng: np.random.Generator, age: Ints, fostered: Ints, habit: Ints) -> tuple[Ints, Ints, Ints, Ints]:
    """In touch, accommodation, suitability (0 suitable, 1 not), activity; half of the activity is a lasting habit."""
    size = len(age)
    touch = choice(rng, _TOUCH_SHARES, size)
    accom = choice(rng, _ACCOM, size)
    codes = list(_ACCOM)
    stays_put = (
        fostered & (age >= 18) & chance(rng, np.clip(0.95 - 0.28 * (age - 18), 0.1, 1), size) & chance(rng, 0.62, size)
    )
    accom = np.where(stays_put, codes.index("Z"), np.where(accom == codes.index("Z"), codes.index("U"), accom))
    bad = np.array([_UNSUITABLE.get(c, 0.015) for c in codes])[accom]
    activity = np.where(chance(rng, 0.5, size), habit, choice(rng, _ACTIVITY, size))
    # whoever is in touch has told what they do; of those who died or went home for good nothing is told
    told = [share for code, share in _ACTIVITY.items() if code != _NOT_KNOWN]
    activity = np.where((touch == 0) & (activity == len(told)), choice(rng, told, size), activity)
    gone = np.isin(touch, (_TOUCH.index("DIED"), _TOUCH.index("RHOM")))
    known = (touch == 0) | chance(rng, 0.35, size) & ~gone
    return touch, when(known, accom), when(known, chance(rng, bad, size)), np.where(known, activity, len(told))


def _birthdays(case: Case, lived: Stays, grown: Ints, fostered: Ints) -> Frame:
    """One row a former relevant young person and birthday; those who left at 18 have none at 17 and 18."""
    rng, care, world = case.world.rng("birthdays"), case.told.care, case.world
    habit = choice(rng, _ACTIVITY, len(care.child))
    ages = np.tile(np.array([19, 20, 21]), len(grown))
    period = np.repeat(grown, 3)
    days = birthday(care.born[period], ages)
    told = (days >= world.start - 366) & (days <= world.as_at)
    period, ages, days = period[told], ages[told], days[told]
    final = np.zeros(len(case.told.born), dtype=np.int64)
    np.maximum.at(final, care.child, care.order)
    young = (care.route != AGED) & (care.leave > birthday(care.born, 16)) & (care.order == final[care.child])
    lives = ceased(case, lived) != CEASED.index("E2")
    early = np.flatnonzero(young & lives & (care.leave - care.entry >= 91))
    early = early[chance(rng, 0.6, len(early))]
    eighteenth = birthday(care.born[early], 18)
    shown = (eighteenth >= world.start - 366) & (eighteenth <= world.as_at)
    period = np.concatenate([period, early[shown]])
    ages = np.concatenate([ages, np.full(int(shown.sum()), 18)])
    days = np.concatenate([days, eighteenth[shown]])
    order = np.argsort(days, kind="stable")
    period, ages, days = period[order], ages[order], days[order]
    touch, accom, bad, activity = _life(rng, ages, fostered[period], habit[period])
    alive = _before_death(care.child[period], days, touch)
    period, days, touch, accom, bad, activity = (a[alive] for a in (period, days, touch, accom, bad, activity))
    return {
        "person_id": ident("P", care.child[period]),
        "birthday_on": day(days),
        "in_touch": word(touch, _TOUCH),
        "accommodation": word(np.where(accom != NONE, accom * 2 + bad, 2 * len(_ACCOM)), [*_HOMES, _NOT_KNOWN]),
        "suitable": word(bad, ("1", "2")),
        "activity": word(activity, tuple(_ACTIVITY)),
    }


def _before_death(child: Ints, days: Ints, touch: Ints) -> Bools:
    """The birthdays up to the one at which a death is told."""
    last = np.full(int(child.max(initial=0)) + 1, np.iinfo(np.int64).max)
    died = touch == _TOUCH.index("DIED")
    np.minimum.at(last, child[died], days[died])
    return np.asarray(days <= last[child])


def _current(case: Case, fostered: Ints) -> Frame:
    """One row a young person of 16 to 24 who qualified, as things stand on the as-at date."""
    rng, care, world = case.world.rng("care leavers"), case.told.care, case.world
    now = world.as_at
    over_16 = np.minimum(care.leave, now) - birthday(care.born, 16)
    long = np.minimum(care.leave, now) - care.entry >= 91
    age = (now - care.born) // 365.25
    rows = np.flatnonzero(long & (over_16 > 0) & (age < 25) & (care.entry <= now))
    child, last = np.unique(care.child[rows][::-1], return_index=True)
    period = rows[::-1][last]
    inside = care.leave[period] > now
    kind = np.where(inside, 0, np.where(age[period] < 18, 1, np.where(care.route[period] == AGED, 2, 3)))
    size = len(child)
    touch, accom, bad, activity = _life(
        rng, age[period].astype(np.int64), fostered[period], choice(rng, _ACTIVITY, size)
    )
    contact = now - np.minimum(days_after(rng, 28, size) + np.where(touch == 0, 0, 150), 900)
    review = now - np.where(chance(rng, 0.84, size), rng.integers(1, 180, size), 184 + days_after(rng, 120, size))
    team = case.teams.leaving.pick(rng, size)
    adviser = case.worker(rng, case.teams.leaving, team, np.full(size, now))
    return {
        "clea_table_id": ident("CL", np.arange(size)),
        "clea_person_id": ident("P", child),
        "clea_care_leaver_eligibility": word(kind, _ELIGIBILITY),
        "clea_care_leaver_in_touch": word(touch, _TOUCH),
        "clea_care_leaver_latest_contact": day(contact),
        "clea_care_leaver_accommodation": word(when(accom != NONE, accom * 2 + bad), _HOMES),
        "clea_care_leaver_accom_suitable": word(bad, ("1", "2")),
        "clea_care_leaver_activity": word(activity, tuple(_ACTIVITY)),
        "clea_pathway_plan_review_date": day(when(chance(rng, 0.95, size), review)),
        "clea_care_leaver_personal_advisor": ident("W", adviser),
        "clea_care_leaver_allocated_team": ident("T", case.teams.leaving.ids(team)),
        "clea_care_leaver_worker_id": ident("W", adviser),
    }
