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
    decision = np.where(adopted, path.decision[rows], when(changed, decided[rows]))
    undone = when(changed, np.minimum(decided[rows] + 100 + days_after(rng, 250, len(rows)), care.leave[rows] - 1))
    by_carer, moved_in = _carers(case, path, lived)
    single = chance(rng, 0.16, len(rows))
    worker = case.worker(rng, case.teams.adoption, case.teams.adoption.pick(rng, len(rows)), path.placed[rows])
    ended = adopted | (care.route[rows] == GUARDIAN)
    group = np.bincount(care.group)[care.group[rows]]
    return {
        "perm_table_id": ident("PM", np.arange(len(rows))),
        "perm_person_id": ident("P", care.child[rows]),
        "perm_cla_id": ident("LA", rows),
        "perm_adm_decision_date": day(decision),
        "perm_part_of_sibling_group": flag(group > 1),
        "perm_siblings_placed_together": number(when(adopted, np.where(group > 1, 1, 0))),
        "perm_siblings_placed_apart": number(when(adopted, 0)),
        "perm_ffa_cp_decision_date": day(
            when(adopted & (moved_in[rows] != NONE) & chance(rng, 0.5, len(rows)), moved_in[rows])
        ),
        "perm_placement_order_date": day(when(adopted, path.order[rows])),
        "perm_matched_date": day(when(adopted, path.match[rows])),
        "perm_adopter_sex": word(
            when(adopted, np.where(single, 1, choice(rng, [0.85, 0.0, 0.1, 0.05], len(rows)))), ("MF", "F1", "MM", "FF")
        ),
        "perm_adopter_legal_status": word(
            when(adopted, np.where(single, 0, 1 + choice(rng, [0.7, 0.3], len(rows)))), ("L0", "L11", "L3")
        ),
        "perm_number_of_adopters": number(when(adopted, np.where(single, 1, 2))),
        "perm_placed_for_adoption_date": day(when(adopted, path.placed[rows])),
        "perm_adopted_by_carer_flag": flag(when(adopted, by_carer[rows])),
        "perm_placed_foster_carer_date": day(when(adopted & by_carer[rows], moved_in[rows])),
        "perm_decision_reversed_date": day(undone),
        "perm_decision_reversed_reason": word(
            when(changed, choice(rng, [0.4, 0.15, 0.25, 0.2], len(rows))), ("RD1", "RD2", "RD3", "RD4")
        ),
        "perm_permanence_order_date": day(when(ended, care.leave[rows])),
        "perm_permanence_order_type": word(when(ended, np.where(adopted, 0, 1)), _ORDERS),
        "perm_adoption_worker_id": ident("W", when(adopted, worker)),
    }


def _carers(case: Case, path: Path, lived: Stays) -> tuple[Ints, Ints]:
    """Of each period: whether the adopters were the carers already, and the day the child moved in with them."""
    size = len(path.placed)
    by = np.zeros(size, dtype=bool)
    moved = np.full(size, NONE)
    placed = np.flatnonzero(np.isin(lived.kind, (AT["A3"], AT["A5"])))
    by[lived.period[placed]] = True
    first = np.full(int(lived.carer.max()) + 1, np.iinfo(np.int64).max)
    np.minimum.at(first, lived.carer, lived.start)
    moved[lived.period[placed]] = first[lived.carer[placed]]
    return by, moved


def proceedings_tables(case: Case, law: Legal) -> dict[str, Frame]:
    """`ext_proceedings` of every interim order, and `ssd_pre_proceedings` before most of them."""
    rng, care, world = case.world.rng("proceedings"), case.told.care, case.world
    size = len(care.child)
    issued, final = np.full(size, NONE), np.full(size, np.iinfo(np.int64).max)
    interim = law.status == INTERIM
    issued[law.period[interim]] = law.start[interim]
    made = np.isin(law.status, (FULL, PLACEMENT))
    np.minimum.at(final, law.period[made], law.start[made])
    long = 150 + days_after(rng, 90, size, 2.0)
    final = np.where(final == np.iinfo(np.int64).max, np.minimum(issued + long, care.leave), final)
    rows = np.flatnonzero((issued != NONE) & (issued <= world.as_at) & (final >= case.kept))
    planned = issued[rows] + 182 - rng.integers(0, 20, len(rows)) + np.where(chance(rng, 0.35, len(rows)), 60, 0)
    before = rows[chance(rng, 0.45, len(rows))]
    decided = np.maximum(issued[before] - 60 - days_after(rng, 110, len(before), 2.0), care.born[before])
    still = _stepped_down(case, rng)
    child = np.concatenate([care.child[before], still[0]])
    start = np.concatenate([decided, still[1]])
    stepped = np.concatenate([np.full(len(before), NONE), still[2]])
    outcome = np.concatenate([np.zeros(len(before)), np.where(still[2] <= world.as_at, 1, NONE)])
    family = case.told.family
    return {
        "ext_proceedings": {
            "proceedings_id": ident("PR", np.arange(len(rows))),
            "person_id": ident("P", care.child[rows]),
            "family_id": ident("F", family[care.child[rows]]),
            "issue_date": day(issued[rows]),
            "planned_final_hearing_date": day(planned),
            "final_order_date": day(final[rows]),
        },
        "ssd_pre_proceedings": {
            "prep_table_id": ident("PP", np.arange(len(child))),
            "prep_person_id": ident("P", child),
            "prep_plo_family_id": ident("F", family[child]),
            "prep_pre_pro_decision_date": day(start),
            "prep_initial_pre_pro_meeting_date": day(start + 14),
            "prep_pre_pro_outcome": word(outcome, ("Decision to issue care proceedings", "Decision to step down")),
            "prep_agree_stepdown_issue_date": day(
                np.where(stepped == NONE, np.concatenate([issued[before], still[2]]), stepped)
            ),
            "prep_pre_pro_letter_date": day(start + 4),
            "prep_care_pro_letter_date": day(np.concatenate([issued[before], np.full(len(still[0]), NONE)])),
            "prep_court_reference": ident("XC", np.concatenate([before, np.full(len(still[0]), NONE)])),
        },
    }


def _stepped_down(case: Case, rng: np.random.Generator) -> tuple[Ints, Ints, Ints]:
    """Children on long plans who were in pre-proceedings and stayed at home: child, decision, stepped down."""
    r, e = case.told.referrals, case.told.referrals.events
    rows = np.flatnonzero((e.cp_start != NONE) & (r.care < 0) & (e.cp_end - e.cp_start > 300) & (e.cp_end >= case.kept))
    rows = rows[chance(rng, 0.12, len(rows))]
    start = e.cp_start[rows] + 120 + rng.integers(0, 120, len(rows))
    end = start + 40 + days_after(rng, 110, len(rows), 2.0)
    return r.child[rows], start, end
