"""Looked-after reviews near their limits, visits to the child in the placement, and care plans."""

from __future__ import annotations

import numpy as np

from trigpoint.synthetic.care_spine import ADOPTED, AGED, GUARDIAN
from trigpoint.synthetic.case import Case
from trigpoint.synthetic.clock import add_months
from trigpoint.synthetic.columns import Frame, Ints, day, flag, ident, when, word
from trigpoint.synthetic.spells import within
from trigpoint.synthetic.stays import AT, Stays
from trigpoint.synthetic.world import chance, choice, days_after, logistic

_CODES = ("PN0", "PN1", "PN2", "PN3", "PN4", "PN5", "PN6", "PN7")
_PLANS = (
    "remainsup",
    "return1m",
    "return6m",
    "returnev",
    "ltrelfr",
    "ltfost18",
    "resplmt",
    "suppliv",
    "adoption",
    "otherpln",
)


def review_table(case: Case) -> Frame:
    """`ssd_cla_reviews`: within 20 working days, three months, then six; some late, a few cancelled."""
    rng, care, world = case.world.rng("care reviews"), case.told.care, case.world
    team = rng.integers(0, case.teams.care.count, len(care.child))
    period, due = np.arange(len(care.child)), world.clock.add_wd(care.entry, 20)
    found: list[tuple[Ints, Ints, Ints]] = []
    while len(period):
        size, k = len(period), len(found)
        pressed = world.pressure("care reviews", team[period], due, case.teams.care.count)
        late = chance(rng, logistic(0.075 if k == 0 else 0.04, 0.5 * pressed), size)
        early = rng.integers(0, 6, size) if k == 0 else 3 + rng.integers(0, 22, size)
        after = np.where(late, due + 1 + days_after(rng, 13, size), due - early)
        held = np.where(late, world.clock.next_wd(after), world.clock.next_wd(after - 2))
        held = np.where(late, held, np.minimum(held, due))
        real = (held < care.leave[period]) & (held <= world.as_at) & (held >= care.entry[period])
        found.append((period[real], held[real], due[real]))
        period, due = period[real], add_months(held[real], 3 if k == 0 else 6)
    period, held, due = (np.concatenate([f[i] for f in found]) for i in range(3))
    order = np.lexsort((period, held))
    return _reviews(case, rng, period[order], held[order], due[order])


def _reviews(case: Case, rng: np.random.Generator, period: Ints, held: Ints, due: Ints) -> Frame:
    care = case.told.care
    off = np.flatnonzero(chance(rng, 0.03, len(period)))
    cancelled = np.r_[np.zeros(len(period), dtype=bool), np.ones(len(off), dtype=bool)]
    # a cancelled meeting stands a few days before the one that was held
    before = np.maximum(held[off] - rng.integers(2, 15, len(off)), care.entry[period[off]])
    period, due = np.r_[period, period[off]], np.r_[due, due[off]]
    held = np.r_[held, before]
    age = (held - care.born[period]) // 365.25
    size = len(period)
    part = choice(rng, [0, 0.47, 0.04, 0.03, 0.03, 0.09, 0.28, 0.06], size)
    part = np.where(age < 4, 0, part)
    return {
        "clar_cla_review_id": ident("LR", np.arange(size)),
        "clar_cla_id": ident("LA", period),
        "clar_cla_person_id": ident("P", care.child[period]),
        "clar_cla_review_due_date": day(due),
        "clar_cla_review_date": day(held),
        "clar_cla_review_cancelled": flag(cancelled),
        "clar_cla_review_participation": word(when(~cancelled, part), _CODES),
    }


def visit_table(case: Case, lived: Stays) -> Frame:
    """`ssd_cla_visits`: in the first week of a placement, then every six weeks or so."""
    rng, care, world = case.world.rng("care visits"), case.told.care, case.world
    usual = lived.kind < AT["T0"]
    stay = lived.take(usual & (np.minimum(lived.end, world.as_at) > lived.start))
    until = np.minimum(stay.end, world.as_at + 1)
    team = rng.integers(0, case.teams.care.count, len(care.child))[stay.period]
    pressed = world.pressure("care visits", team, stay.start, case.teams.care.count)
    first = stay.start + np.where(
        chance(rng, 0.9, len(until)), rng.integers(0, 7, len(until)), rng.integers(8, 20, len(until))
    )

    def gaps(owner: Ints) -> Ints:
        late = chance(rng, logistic(0.05, 0.4 * pressed[owner]), len(owner))
        return np.where(late, 43 + days_after(rng, 12, len(owner)), rng.integers(24, 41, len(owner)))

    owner, days = within(first, until, 14, gaps)
    begun = np.flatnonzero(first < until)
    owner, days = np.concatenate([begun, owner]), np.concatenate([first[begun], days])
    days = np.minimum(world.clock.next_wd(days), until[owner] - 1)
    order = np.lexsort((days, owner))
    period, days = stay.period[owner[order]], days[order]
    size, seen = len(days), chance(rng, 0.965, len(days))
    grown = days - care.born[period] > 4 * 365
    return {
        "clav_cla_visit_id": ident("LV", np.arange(size)),
        "clav_cla_id": ident("LA", period),
        "clav_person_id": ident("P", care.child[period]),
        "clav_cla_visit_date": day(days),
        "clav_cla_visit_seen": flag(seen),
        "clav_cla_visit_seen_alone": flag(seen & grown & chance(rng, 0.7, size)),
    }


def care_plan_table(case: Case) -> Frame:
    """`ssd_cla_care_plan`: a first plan, and for longer periods a second with the permanence that came of it."""
    rng, care, world = case.world.rng("care plans"), case.told.care, case.world
    size = len(care.child)
    start = world.clock.next_wd(care.entry + rng.integers(2, 12, size))
    change = care.entry + 110 + days_after(rng, 70, size)
    second = change < care.leave - 10
    first_kind = choice(rng, [0.1, 0.15, 0.2, 0.2, 0.1, 0.05, 0.05, 0.05, 0.05, 0.05], size)
    age = (care.entry - care.born) // 365
    grown = np.where(age >= 15, 7, np.where(chance(rng, 0.14, size), 4, 5))
    later = np.where(
        care.route == ADOPTED, 8, np.where(care.route == AGED, grown, np.where(care.route == GUARDIAN, 4, 3))
    )
    period = np.concatenate([np.arange(size), np.flatnonzero(second)])
    kind = np.concatenate([first_kind, later[second]])
    begun = np.concatenate([start, change[second]])
    end = np.concatenate([np.where(second, change, care.leave), care.leave[second]])
    held = (begun < care.leave[period]) & (begun <= world.as_at)
    period, kind, begun, end = period[held], kind[held], begun[held], end[held]
    frame = {
        "lacp_table_id": ident("CA", np.arange(len(period))),
        "lacp_person_id": ident("P", care.child[period]),
        "lacp_cla_care_plan_start_date": day(begun),
        "lacp_cla_care_plan_end_date": day(end),
    }
    return frame | {f"lacp_cla_care_plan_{name}": flag(kind == place) for place, name in enumerate(_PLANS)}
