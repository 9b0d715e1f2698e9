"""Section 47 enquiries, conferences, child protection plans, their reviews, visits and core groups."""

from __future__ import annotations

import numpy as np

from trigpoint.synthetic.case import Case
from trigpoint.synthetic.columns import (
    DAY_SECONDS,
    NONE,
    Bools,
    Frame,
    Ints,
    day,
    flag,
    ident,
    moment,
    number,
    take,
    when,
    word,
)  # fmt: skip
from trigpoint.synthetic.spells import position, within
from trigpoint.synthetic.world import chance, choice, days_after, logistic

_CATEGORIES = {"NEG": 0.50, "EMO": 0.36, "PHY": 0.07, "SAB": 0.04, "MUL": 0.03}
_AGENCIES = ("police;health", "police;health;education", "police;health;education;other", "police", "health;education")


def _enquiries(case: Case) -> Ints:
    """Referrals whose section 47 enquiry is told, oldest first: enquiry `n` is row n."""
    e = case.told.referrals.events
    told = (e.s47 != NONE) & ((e.s47 >= case.kept) | (e.cp_start != NONE)) & (e.s47 <= case.world.as_at)
    told &= ~_moved_in(case)
    rows = np.flatnonzero(told)
    return rows[np.argsort(e.s47[rows], kind="stable")]


def _moved_in(case: Case) -> Bools:
    """Referrals whose plan came with a family from another authority: the enquiry was made there."""
    r, e = case.told.referrals, case.told.referrals.events
    family = chance(case.world.rng("transfers in"), 0.025, int(r.event.max()) + 1)
    return np.asarray(family[r.event] & (e.cp_start != NONE))


def enquiry_tables(case: Case) -> dict[str, Frame]:
    """`ssd_s47_enquiry`, the strategy discussions (also those without an enquiry) and when the child was seen."""
    rng, r, e = case.world.rng("enquiries"), case.told.referrals, case.told.referrals.events
    rows = _enquiries(case)
    size, start, team = len(rows), e.s47[rows], e.team[rows]
    conference = e.icpc[rows] != NONE
    end = case.world.clock.add_wd(start, rng.integers(2, 16, size))
    end = np.where(conference, np.minimum(end, e.icpc[rows]), end)
    end = np.maximum(np.minimum(end, e.close[rows]), start)
    nothing = ~conference & chance(rng, 0.35, size)
    return {
        "ssd_s47_enquiry": {
            "s47e_s47_enquiry_id": ident("E", np.arange(size)),
            "s47e_referral_id": ident("R", rows),
            "s47e_person_id": ident("P", r.child[rows]),
            "s47e_s47_start_date": day(start),
            "s47e_s47_end_date": day(end),
            "s47e_s47_nfa": flag(nothing),
            "s47e_s47_outcome_nfa_flag": flag(nothing),
            "s47e_s47_outcome_prov_of_services_flag": flag(~nothing & ~conference),
            "s47e_s47_outcome_cp_conference_flag": flag(conference),
            "s47e_s47_outcome_total_no_of_outcomes": ident("", np.ones(size)),
            "s47e_s47_completed_by_team": ident("T", case.teams.locality.ids(team)),
            "s47e_s47_completed_by_worker_id": ident("W", case.worker(rng, case.teams.locality, team, start)),
        },
        "ext_strategy_discussion": _discussions(case, rng, r.child[rows], start),
        "ext_s47_seen": _first_seen(case, rng, team, start),
    }


def _discussions(case: Case, rng: np.random.Generator, child: Ints, start: Ints) -> Frame:
    """One that began each enquiry, and some that led to none."""
    alone = np.flatnonzero(chance(rng, 0.16, len(start)))
    days = case.world.clock.next_wd(np.concatenate([start, start[alone] + rng.integers(10, 60, len(alone))]))
    held = days * DAY_SECONDS + rng.integers(9, 17, len(days)) * 3600
    return {
        "discussion_id": ident("SD", np.arange(len(held))),
        "person_id": ident("P", np.concatenate([child, child[alone]])),
        "s47_enquiry_id": ident("E", np.concatenate([np.arange(len(start)), np.full(len(alone), NONE)])),
        "held_at": moment(held),
        "agencies": word(choice(rng, [0.3, 0.3, 0.2, 0.1, 0.1], len(held)), _AGENCIES),
    }


def _first_seen(case: Case, rng: np.random.Generator, team: Ints, start: Ints) -> Frame:
    size = len(start)
    pressed = case.world.pressure("seen", team, start, case.teams.locality.count)
    soon = chance(rng, logistic(0.86, -0.4 * pressed), size)
    wait = np.where(soon, rng.integers(1800, 80_000, size), 90_000 + rng.exponential(110_000, size).astype(np.int64))
    seen = np.flatnonzero(chance(rng, 0.985, size))
    return {
        "s47_enquiry_id": ident("E", seen),
        "seen_at": moment((start * DAY_SECONDS + 9 * 3600 + wait)[seen]),
    }


def conference_tables(case: Case) -> dict[str, Frame]:
    """`ssd_initial_cp_conference` and `ssd_cp_plans`: siblings share a meeting; some plans are another authority's."""
    rng, r, e = case.world.rng("conferences"), case.told.referrals, case.told.referrals.events
    rows = np.flatnonzero((e.icpc != NONE) & (e.icpc <= case.world.as_at))
    rows = rows[np.argsort(e.icpc[rows], kind="stable")]
    size, planned, team = len(rows), e.cp_start[rows] != NONE, e.team[rows]
    enquiries = _enquiries(case)
    number_of = np.full(len(e.day), NONE)
    number_of[enquiries] = np.arange(len(enquiries))
    moved_in = _moved_in(case)[rows]
    made = np.flatnonzero(planned)
    return {
        "ssd_initial_cp_conference": {
            "icpc_icpc_id": ident("IC", np.arange(size)),
            "icpc_icpc_meeting_id": ident("M", r.event[rows]),
            "icpc_s47_enquiry_id": ident("E", number_of[rows]),
            "icpc_person_id": ident("P", r.child[rows]),
            "icpc_cp_plan_id": ident("CP", when(planned, np.cumsum(planned) - 1)),
            "icpc_referral_id": ident("R", rows),
            "icpc_icpc_transfer_in": flag(moved_in),
            "icpc_icpc_target_date": day(case.world.clock.add_wd(e.s47[rows], 15)),
            "icpc_icpc_date": day(e.icpc[rows]),
            "icpc_icpc_outcome_cp_flag": flag(planned),
            "icpc_icpc_outcome_json_cp_flag": flag(planned),
            "icpc_icpc_outcome_prov_of_services_flag": flag(~planned),
            "icpc_icpc_outcome_total_no_of_outcomes": ident("", np.ones(size)),
            "icpc_icpc_team": ident("T", case.teams.locality.ids(team)),
            "icpc_icpc_worker_id": ident("W", case.worker(rng, case.teams.locality, team, e.icpc[rows])),
        },
        "ssd_cp_plans": _plans(case, rng, rows[made], made),
        **_plan_tables(case, rng, rows[made]),
    }


def _plans(case: Case, rng: np.random.Generator, rows: Ints, conference: Ints) -> Frame:
    r, e, size = case.told.referrals, case.told.referrals.events, len(rows)
    category = choice(rng, _CATEGORIES, int(r.event.max()) + 1)[r.event[rows]]
    changed = np.where(chance(rng, 0.12, size), choice(rng, _CATEGORIES, size), category)
    return {
        "cppl_cp_plan_id": ident("CP", np.arange(size)),
        "cppl_referral_id": ident("R", rows),
        "cppl_icpc_id": ident("IC", conference),
        "cppl_person_id": ident("P", r.child[rows]),
        "cppl_cp_plan_start_date": day(e.cp_start[rows]),
        "cppl_cp_plan_end_date": day(_plan_ends(case, rows)),
        "cppl_cp_plan_ola": flag(chance(rng, 0.012, size)),
        "cppl_cp_plan_initial_category": word(category, tuple(_CATEGORIES)),
        "cppl_cp_plan_latest_category": word(changed, tuple(_CATEGORIES)),
    }


def _plan_ends(case: Case, rows: Ints) -> Ints:
    """The ends of plans: none outlasts its case."""
    e = case.told.referrals.events
    return np.minimum(e.cp_end[rows], e.close[rows])


def _plan_tables(case: Case, rng: np.random.Generator, rows: Ints) -> dict[str, Frame]:
    """Reviews, visits, core groups and visit intervals of plans; plan `n` belongs to referral `rows[n]`."""
    e = case.told.referrals.events
    start, end = e.cp_start[rows], _plan_ends(case, rows)
    until = np.minimum(end, case.world.as_at + 1)
    child = case.told.referrals.child[rows]
    core, core_days = _core_groups(case, rng, start, until)
    set_by_plan = np.flatnonzero(chance(rng, 0.25, len(rows)))
    return {
        "ssd_cp_reviews": _reviews(case, rng, rows, child, start, end),
        "ssd_cp_visits": _visits(case, rng, rows, start, until),
        "ext_core_group": {
            "core_group_id": ident("CG", np.arange(len(core))),
            "cp_plan_id": ident("CP", core),
            "held_on": day(core_days),
        },
        "ext_visit_schedule": {
            "plan_id": ident("CP", set_by_plan),
            "interval_working_days": number(np.array([10, 15, 20])[choice(rng, [0.5, 0.2, 0.3], len(set_by_plan))]),
        },
    }


def _reviews(case: Case, rng: np.random.Generator, rows: Ints, child: Ints, start: Ints, end: Ints) -> Frame:
    reviews, event = case.told.reviews, case.told.referrals.event[rows]
    first = np.searchsorted(reviews.event, event, side="left")
    count = np.searchsorted(reviews.event, event, side="right") - first
    plan = np.repeat(np.arange(len(rows)), count)
    within_plan = np.arange(len(plan)) - np.repeat(np.cumsum(count) - count, count)
    at = first[plan] + within_plan
    held, due = reviews.day[at], reviews.due[at]
    real = (held > start[plan]) & (held <= end[plan]) & (held <= case.world.as_at)
    plan, held, due, at = plan[real], held[real], due[real], at[real]
    size = len(plan)
    return {
        "cppr_cp_review_id": ident("CR", np.arange(size)),
        "cppr_person_id": ident("P", child[plan]),
        "cppr_cp_plan_id": ident("CP", plan),
        "cppr_cp_review_due": day(due),
        "cppr_cp_review_date": day(held),
        "cppr_cp_review_meeting_id": ident("RM", at),
        "cppr_cp_review_outcome_continue_cp": flag(held < end[plan]),
        "cppr_cp_review_quorate": flag(chance(rng, 0.95, size)),
        "cppr_cp_review_participation": word(choice(rng, [0.3, 0.4, 0.3], size), ("PN1", "PN6", "PN0")),
    }


def _visits(case: Case, rng: np.random.Generator, rows: Ints, start: Ints, until: Ints) -> Frame:
    """About every ten working days; in some families to all siblings on plans at once, a row each one after another."""
    r = case.told.referrals
    child, together, groups = r.child[rows], *_together(case, rows)
    first, last = np.full(groups, np.iinfo(np.int64).max), np.full(groups, NONE)
    np.minimum.at(first, together, start)
    np.maximum.at(last, together, until)
    team = np.zeros(groups, dtype=np.int64)
    team[together] = r.events.team[rows]
    pressed = case.world.pressure("protection visits", team, first, case.teams.locality.count)

    def gaps(owner: Ints) -> Ints:
        late = chance(rng, logistic(0.11, 0.4 * pressed[owner]), len(owner))
        return np.where(late, 15 + days_after(rng, 8, len(owner)), rng.integers(7, 15, len(owner)))

    group, days = within(np.maximum(first, case.kept - 400), last, 4, gaps)
    members, count = np.argsort(together, kind="stable"), np.bincount(together, minlength=groups)
    visit = np.repeat(np.arange(len(group)), count[group])
    plan = members[(np.cumsum(count) - count)[group[visit]] + position(visit)]
    days = case.world.clock.next_wd(days)[visit]
    here = days > start[plan]
    plan, days = plan[here], days[here]
    size, seen = len(days), chance(rng, 0.95, len(days))
    old_enough = days - case.told.born[child[plan]] > 4 * 365
    visits = {
        "cppv_cp_visit_id": ident("CV", np.arange(size)),
        "cppv_person_id": ident("P", child[plan]),
        "cppv_cp_plan_id": ident("CP", plan),
        "cppv_cp_visit_date": day(days),
        "cppv_cp_visit_seen": flag(seen),
        "cppv_cp_visit_seen_alone": flag(seen & old_enough & chance(rng, 0.72, size)),
        "cppv_cp_visit_bedroom": flag(chance(rng, 0.45, size)),
    }
    # the last may have slipped past the plan's end to a working day
    return take(visits, days <= until[plan])


def _together(case: Case, rows: Ints) -> tuple[Ints, int]:
    """A number for each plan, the same for plans of siblings who are visited together, and how many numbers."""
    told, event = case.told, case.told.referrals.event[rows]
    families = chance(case.world.rng("visited together"), 0.4, int(told.family.max()) + 1)
    at_once = families[told.family[told.referrals.child[rows]]]
    alone = int(event.max(initial=0)) + 1 + np.arange(len(rows))
    numbers, place = np.unique(np.where(at_once, event, alone), return_inverse=True)
    return place, len(numbers)


def _core_groups(case: Case, rng: np.random.Generator, start: Ints, until: Ints) -> tuple[Ints, Ints]:
    """The first within ten working days for most plans, then about every six weeks."""
    first = case.world.clock.add_wd(start, np.where(chance(rng, 0.86, len(start)), 9, 16))
    held = np.maximum(first, case.kept)
    owner, days = within(held, until, 20, lambda o: 30 + days_after(rng, 12, len(o)))
    shown = np.flatnonzero((first >= case.kept) & (first < until))
    plan = np.concatenate([shown, owner])
    when_held = case.world.clock.next_wd(np.concatenate([first[shown], days]))
    order = np.lexsort((when_held, plan))
    return plan[order], when_held[order]
