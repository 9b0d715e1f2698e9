"""Local work beside the statutory path: private fostering, family group conferences, screening, the child's voice."""

from __future__ import annotations

from datetime import date

import numpy as np

from trigpoint.synthetic.case import Case
from trigpoint.synthetic.clock import day_number
from trigpoint.synthetic.columns import Bools, Frame, Ints, day, flag, ident, pc, upn, when, word
from trigpoint.synthetic.respite import short_breaks
from trigpoint.synthetic.spells import within
from trigpoint.synthetic.world import chance, choice, days_after

_TOOLS = ("cse", "graded_care_profile", "missing_risk_assessment")
_ASKED_FROM = day_number(date(2016, 4, 1))
"""The first day of entry into care from which the return asks for earlier permanence."""
_IDENTIFIERS = ("Former Unique Pupil Number", "NHS Number", "Court Case Number")


def local_tables(case: Case) -> dict[str, Frame]:
    """Private fostering with visits, family group conferences, screening, and what else is known of children."""
    rng, told, care = case.world.rng("local"), case.told, case.told.care
    heard = np.unique(care.child[(care.leave > case.world.as_at) & (care.entry <= case.world.as_at)])
    linked = np.flatnonzero(chance(rng, 0.05, len(told.born)))
    again = (care.order == 0) & (care.entry - care.born > 700) & chance(rng, 0.06, len(care.child))
    kind = choice(rng, [0.3, 0.5, 0.2], len(linked))
    return {
        **_private_fostering(case, rng),
        "ext_family_group_conference": _conferences(case, rng),
        "ext_screening": _screening(case, rng),
        "ssd_voice_of_child": {
            "voch_table_id": ident("VO", np.arange(len(heard))),
            "voch_person_id": ident("P", heard),
            "voch_explained_worries": flag(chance(rng, 0.8, len(heard))),
            "voch_story_help_understand": flag(chance(rng, 0.7, len(heard))),
            "voch_agree_worker": flag(chance(rng, 0.75, len(heard))),
            "voch_plan_safe": flag(chance(rng, 0.8, len(heard))),
            "voch_tablet_help_explain": flag(chance(rng, 0.3, len(heard))),
        },
        "ssd_linked_identifiers": {
            "link_table_id": ident("LK", np.arange(len(linked))),
            "link_person_id": ident("P", linked),
            "link_identifier_type": word(kind, _IDENTIFIERS),
            "link_identifier_value": word(np.arange(len(linked)), _identifiers(kind, linked)),
            "link_valid_from_date": day(np.minimum(told.born[linked] + 30, case.world.as_at)),
        },
        "ssd_cla_previous_permanence": _previous_permanence(case, again),
    }


def _previous_permanence(case: Case, again: Bools) -> Frame:
    """Whether a child was adopted or under a guardian before care: asked of all who entered since April 2016."""
    rng, care = case.world.rng("previous permanence"), case.told.care
    _, first = np.unique(care.child, return_index=True)
    asked = first[_latest_entry(case)[care.child[first]] >= _ASKED_FROM]
    referral, breaks, _, _ = short_breaks(case)
    respite = np.unique(case.told.referrals.child[referral[breaks >= _ASKED_FROM]])
    child = np.concatenate([care.child[asked], respite])
    had = np.concatenate([again[asked], np.zeros(len(respite), dtype=bool)])
    made = care.entry[asked] - rng.integers(100, 600, len(asked))
    dates = np.array([f"{d[8:]}/{d[5:7]}/{d[:4]}" for d in np.datetime_as_string(made[again[asked]].astype("M8[D]"))])
    place = when(had, np.cumsum(had) - 1)
    kind, size = choice(rng, [0.3, 0.5, 0.2], len(child)), len(child)
    return {
        "lapp_table_id": ident("LP", np.arange(size)),
        "lapp_person_id": ident("P", child),
        "lapp_previous_permanence_option": word(np.where(had, kind, 3), ("P1", "P2", "P3", "Z1")),
        "lapp_previous_permanence_la": word(when(had, choice(rng, [0.8, 0.1, 0.1], size)), ("999", "WAL", "SCO")),
        "lapp_previous_permanence_order_date": word(place, dates.tolist()),
    }


def _latest_entry(case: Case) -> Ints:
    """Of each child, the day of the latest entry into care."""
    care, latest = case.told.care, np.zeros(len(case.told.born), dtype=np.int64)
    np.maximum.at(latest, care.child, care.entry)
    return latest


def _identifiers(kind: Ints, child: Ints) -> list[str]:
    """The text of each identifier: a pupil number is of the form of one."""
    numbers, others = upn(811_000_000_000 + child).arrow(), ident("N", child + 9_000_000).arrow()
    found: list[str] = pc.if_else(kind == 0, numbers, others).to_pylist()
    return found


def _conferences(case: Case, rng: np.random.Generator) -> Frame:
    """Before a third of initial conferences and some returns home."""
    r, e, care = case.told.referrals, case.told.referrals.events, case.told.care
    met, home = case.recent(e.icpc), case.recent(care.leave)
    met, home = met[chance(rng, 0.34, len(met))], home[chance(rng, 0.15, len(home))]
    before_plan = e.icpc[met] - rng.integers(2, 60, len(met))
    before_home = care.leave[home] - rng.integers(1, 50, len(home))
    return {
        "fgc_id": ident("FG", np.arange(len(met) + len(home))),
        "person_id": ident("P", np.concatenate([r.child[met], care.child[home]])),
        "held_on": day(case.world.clock.next_wd(np.concatenate([before_plan, before_home]))),
    }


def _screening(case: Case, rng: np.random.Generator) -> Frame:
    """Tools completed for children in need and, for neglect, on plans."""
    r, e = case.told.referrals, case.told.referrals.events
    need, plan = case.recent(e.cin_start), case.recent(e.cp_start)
    need, plan = need[chance(rng, 0.16, len(need))], plan[chance(rng, 0.45, len(plan))]
    tool = np.concatenate([choice(rng, [0.5, 0.25, 0.25], len(need)), np.ones(len(plan), dtype=np.int64)])
    begun = np.concatenate([e.cin_start[need], e.cp_start[plan]])
    return {
        "screening_id": ident("SC", np.arange(len(begun))),
        "person_id": ident("P", r.child[np.concatenate([need, plan])]),
        "tool": word(tool, _TOOLS),
        "completed_on": day(begun + days_after(rng, 36, len(begun))),
    }


def _private_fostering(case: Case, rng: np.random.Generator) -> dict[str, Frame]:
    """Few arrangements, visited every six weeks in the first year and every twelve after."""
    r, e = case.told.referrals, case.told.referrals.events
    known = case.recent(e.cin_start)
    rows = known[chance(rng, 0.004, len(known))]
    aware = e.cin_start[rows]
    end = aware + 60 + days_after(rng, 400, len(rows))
    owner, days = within(aware, np.minimum(end, case.world.as_at + 1), 10, lambda o: rng.integers(26, 45, len(o)))
    later = days - aware[owner] > 366
    kept = ~later | chance(rng, 0.5, len(days))
    owner, days = owner[kept], days[kept]
    return {
        "ext_private_fostering": {
            "arrangement_id": ident("PF", np.arange(len(rows))),
            "person_id": ident("P", r.child[rows]),
            "aware_on": day(aware),
            "ended_on": day(end),
        },
        "ext_private_fostering_visit": {
            "visit_id": ident("PV", np.arange(len(days))),
            "arrangement_id": ident("PF", owner),
            "visit_date": day(case.world.clock.next_wd(days)),
        },
    }
