"""Professionals, posts and supervision."""

from __future__ import annotations

import numpy as np

from trigpoint.synthetic.case import Case
from trigpoint.synthetic.clock import month_of
from trigpoint.synthetic.columns import NONE, Frame, day, flag, ident, number, when, word
from trigpoint.synthetic.roster import AGENCY, FILLED, ROLES
from trigpoint.synthetic.teams import department_table
from trigpoint.synthetic.world import chance, logistic

_TITLES = (
    "Social Worker",
    "Team Manager",
    "Independent Reviewing Officer",
    "Family Support Worker",
    "Personal Adviser",
)


def workforce_tables(case: Case) -> dict[str, Frame]:
    """`ssd_department`, `ssd_professionals`, `ext_post`, `ext_supervision`."""
    rng, staff = case.world.rng("workforce"), case.staff
    departments = department_table(case.teams)
    spells = staff.spells
    filled = spells.take(spells.worker != NONE)
    role = staff.role[filled.seat]
    worker = filled.worker
    # chairs and advisers hold no cases as social workers: their registration is kept by personnel, not here
    registered = np.isin(role, (0, 1))
    team_index = np.searchsorted(np.sort(departments["dept_team_id"].values), staff.team[filled.seat])
    names = np.argsort(departments["dept_team_id"].values)[team_index]
    shown = spells.take((spells.end >= case.kept) & (spells.start <= case.world.as_at))
    return {
        "ssd_department": departments,
        "ssd_professionals": {
            "prof_professional_id": ident("W", worker),
            "prof_staff_id": ident("ST", worker + 50_000),
            "prof_professional_name": ident("Worker ", worker),
            "prof_social_worker_registration_no": ident("SW", when(registered, worker + 100_000)),
            "prof_agency_worker_flag": flag(filled.filled == AGENCY),
            "prof_professional_job_title": word(role, _TITLES),
            "prof_professional_department": word(names, departments["dept_team_name"].words),
            "prof_full_time_equivalency": number(staff.fte[filled.seat]),
        },
        "ext_post": {
            "post_id": ident("PO", np.arange(len(shown.seat))),
            "role": word(staff.role[shown.seat], ROLES),
            "team": ident("T", staff.team[shown.seat]),
            "fte": number(staff.fte[shown.seat]),
            "filled_by": word(shown.filled, FILLED),
            "professional_id": ident("W", shown.worker),
            "start_date": day(shown.start),
            "end_date": day(shown.end),
        },
        "ext_supervision": _supervision(case, rng),
    }


def _supervision(case: Case, rng: np.random.Generator) -> Frame:
    """Monthly for social workers; missed oftener in a hard-pressed team."""
    staff, spells = case.staff, case.staff.spells
    keep = (spells.worker != NONE) & (staff.role[spells.seat] == 0) & (spells.end > case.kept)
    chosen = spells.take(keep & (spells.start <= case.world.as_at))
    first = np.maximum(chosen.start, case.kept)
    last = np.minimum(chosen.end, case.world.as_at + 1)
    opening = month_of(first)
    months = np.maximum(month_of(last - 1) - opening, 0) + 1
    owner = np.repeat(np.arange(len(first)), months)
    month = opening[owner] + np.arange(len(owner)) - np.repeat(np.cumsum(months) - months, months)
    days = month.astype("M8[M]").astype("M8[D]").astype(np.int64) + rng.integers(0, 25, len(owner))
    days = case.world.clock.next_wd(days)
    team = staff.team[chosen.seat[owner]]
    pressed = case.world.pressure("supervision", team, days, 1 + int(staff.team.max()))
    held = (days >= first[owner]) & (days < last[owner]) & chance(rng, logistic(0.92, -0.45 * pressed), len(owner))
    owner, days = owner[held], days[held]
    return {
        "supervision_id": ident("SU", np.arange(len(days))),
        "professional_id": ident("W", chosen.worker[owner]),
        "held_on": day(days),
    }
