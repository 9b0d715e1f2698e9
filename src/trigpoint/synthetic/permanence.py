"""Permanence: adoption from decision to order, reversed decisions, guardianship; proceedings and what preceded them."""

from __future__ import annotations

import numpy as np

from trigpoint.synthetic.care_spine import ADOPTED, AGED, GUARDIAN, HOME
from trigpoint.synthetic.case import Case
from trigpoint.synthetic.columns import NONE, Frame, Ints, day, flag, ident, number, when, word
from trigpoint.synthetic.legal import FULL, INTERIM, PLACEMENT, Legal, Path
from trigpoint.synthetic.stays import AT, Stays
from trigpoint.synthetic.world import chance, choice, days_after

_ORDERS = ("Adoption", "Special guardianship order", "Child arrangements/residence order")


def permanence_table(case: Case, path: Path, lived: Stays) -> Frame:
    """`ssd_permanence`: one row a period of care with a plan of adoption or an order that ended it."""
    rng, care = case.world.rng("permanence"), case.told.care
    size = len(care.child)
    young = (care.entry - care.born < 6 * 365) & np.isin(care.route, (AGED, HOME, GUARDIAN))
    decided = care.entry + 120 + days_after(rng, 130, size, 2.0)
    reversed_ = young & (care.leave - care.entry > 500) & chance(rng, 0.22, size)
    rows = np.flatnonzero((path.placed != NONE) | (care.route == GUARDIAN) | reversed_)
    adopted, changed = care.route[rows] == ADOPTED, reversed_[rows]
    undone = np.minimum(decided[rows] + 100 + days_after(rng, 250, len(rows)), care.leave[rows] - 1)
    reason = choice(rng, [0.4, 0.15, 0.25, 0.2], len(rows))
    ended = adopted | (care.route[rows] == GUARDIAN)
    group = np.bincount(care.group)[care.group[rows]]
    return {
        "perm_table_id": ident("PM", np.arange(len(rows))),
        "perm_person_id": ident("P", care.child[rows]),
        "perm_cla_id": ident("LA", rows),
        "perm_adm_decision_date": day(np.where(adopted, path.decision[rows], when(changed, decided[rows]))),
        "perm_part_of_sibling_group": flag(group > 1),
        "perm_siblings_placed_together": number(when(adopted, np.where(group > 1, 1, 0))),
        "perm_siblings_placed_apart": number(when(adopted, 0)),
        "perm_placement_order_date": day(path.order[rows]),
        "perm_matched_date": day(path.match[rows]),
        "perm_placed_for_adoption_date": day(path.placed[rows]),
        "perm_decision_reversed_date": day(when(changed, undone)),
        "perm_decision_reversed_reason": word(when(changed, reason), ("RD1", "RD2", "RD3", "RD4")),
        "perm_permanence_order_date": day(when(ended, care.leave[rows])),
        "perm_permanence_order_type": word(when(ended, np.where(adopted, 0, 1)), _ORDERS),
    } | _adopters(case, rng, path, lived, rows)


def _adopters(case: Case, rng: np.random.Generator, path: Path, lived: Stays, rows: Ints) -> Frame:
    """Who adopted, and since when the child lived with those who were the carers already."""
    size, adopted = len(rows), path.placed[rows] != NONE
    by_carer, moved_in = (column[rows] for column in _carers(path, lived))
    early = adopted & (moved_in != NONE) & chance(rng, 0.5, size)
    single = chance(rng, 0.16, size)
    couple, tie = choice(rng, [0.85, 0.0, 0.1, 0.05], size), 1 + choice(rng, [0.7, 0.3], size)
    tie = np.where(couple > 0, tie + 2, tie)
    worker = case.worker(rng, case.teams.adoption, case.teams.adoption.pick(rng, size), path.placed[rows])
    return {
        "perm_ffa_cp_decision_date": day(when(early, moved_in)),
        "perm_adopter_sex": word(when(adopted, np.where(single, 1, couple)), ("MF", "F1", "MM", "FF")),
        "perm_adopter_legal_status": word(when(adopted, np.where(single, 0, tie)), ("L0", "L11", "L3", "L12", "L4")),
        "perm_number_of_adopters": number(when(adopted, np.where(single, 1, 2))),
        "perm_adopted_by_carer_flag": flag(when(adopted, by_carer)),
        "perm_placed_foster_carer_date": day(when(adopted & (by_carer > 0), moved_in)),
        "perm_adoption_worker_id": ident("W", when(adopted, worker)),
    }


def _carers(path: Path, lived: Stays) -> tuple[Ints, Ints]:
    """Of each period: 1 when the adopters were the carers already, and the day the child moved in with them."""
    size = len(path.placed)
    by = np.zeros(size, dtype=np.int64)
    moved = np.full(size, NONE)
    placed = np.flatnonzero(np.isin(lived.kind, (AT["A3"], AT["A5"])))
    by[lived.period[placed]] = 1
    first = np.full(int(lived.carer.max()) + 1, np.iinfo(np.int64).max)
    np.minimum.at(first, lived.carer, lived.start)
    moved[lived.period[placed]] = first[lived.carer[placed]]
    return by, moved


def proceedings_tables(case: Case, law: Legal) -> dict[str, Frame]:
    """`ext_proceedings` of every interim order, and `ssd_pre_proceedings` before most of them."""
    rng, care = case.world.rng("proceedings"), case.told.care
    issued, final = _court(case, rng, law)
    rows = np.flatnonzero((issued != NONE) & (issued <= case.world.as_at) & (final >= case.kept))
    planned = issued[rows] + 182 - rng.integers(0, 20, len(rows)) + np.where(chance(rng, 0.35, len(rows)), 60, 0)
    before = rows[chance(rng, 0.45, len(rows))]
    return {
        "ext_proceedings": {
            "proceedings_id": ident("PR", np.arange(len(rows))),
            "person_id": ident("P", care.child[rows]),
            "family_id": ident("F", case.told.family[care.child[rows]]),
            "issue_date": day(issued[rows]),
            "planned_final_hearing_date": day(planned),
            "final_order_date": day(final[rows]),
        },
        "ssd_pre_proceedings": _pre_proceedings(case, rng, before, issued[before]),
    }


def _court(case: Case, rng: np.random.Generator, law: Legal) -> tuple[Ints, Ints]:
    """Of each period of care, the day proceedings were issued and the day of the final order."""
    care = case.told.care
    size, never = len(care.child), np.iinfo(np.int64).max
    issued, final = np.full(size, NONE), np.full(size, never)
    interim = law.status == INTERIM
    issued[law.period[interim]] = law.start[interim]
    made = np.isin(law.status, (FULL, PLACEMENT))
    np.minimum.at(final, law.period[made], law.start[made])
    usual = np.minimum(issued + 150 + days_after(rng, 90, size, 2.0), care.leave)
    return issued, np.where(final == never, usual, final)


def _pre_proceedings(case: Case, rng: np.random.Generator, periods: Ints, issued: Ints) -> Frame:
    """Those that led to the proceedings of these periods, and those that were stepped down."""
    care = case.told.care
    decided = np.maximum(issued - 60 - days_after(rng, 110, len(periods), 2.0), care.born[periods])
    home, home_start, home_end = _stepped_down(case, rng)
    child, start = np.concatenate([care.child[periods], home]), np.concatenate([decided, home_start])
    outcome = np.concatenate([np.zeros(len(periods), dtype=np.int64), when(home_end <= case.world.as_at, 1)])
    court = np.full(len(home), NONE)
    return {
        "prep_table_id": ident("PP", np.arange(len(child))),
        "prep_person_id": ident("P", child),
        "prep_plo_family_id": ident("F", case.told.family[child]),
        "prep_pre_pro_decision_date": day(start),
        "prep_initial_pre_pro_meeting_date": day(start + 14),
        "prep_pre_pro_outcome": word(outcome, ("Decision to issue care proceedings", "Decision to step down")),
        "prep_agree_stepdown_issue_date": day(np.concatenate([issued, home_end])),
        "prep_pre_pro_letter_date": day(start + 4),
        "prep_care_pro_letter_date": day(np.concatenate([issued, court])),
        "prep_court_reference": ident("XC", np.concatenate([periods, court])),
    }


def _stepped_down(case: Case, rng: np.random.Generator) -> tuple[Ints, Ints, Ints]:
    """Children on long plans who were in pre-proceedings and stayed at home: child, decision, stepped down."""
    r, e = case.told.referrals, case.told.referrals.events
    rows = np.flatnonzero((e.cp_start != NONE) & (r.care < 0) & (e.cp_end - e.cp_start > 300) & (e.cp_end >= case.kept))
    rows = rows[chance(rng, 0.12, len(rows))]
    start = e.cp_start[rows] + 120 + rng.integers(0, 120, len(rows))
    end = start + 40 + days_after(rng, 110, len(rows), 2.0)
    return r.child[rows], start, end
