"""Contacts, decisions at the front door, referrals and early help."""

from __future__ import annotations

import numpy as np

from trigpoint.synthetic.case import Case
from trigpoint.synthetic.closing import REASONS, close_reasons
from trigpoint.synthetic.columns import (
    DAY_SECONDS,
    NONE,
    Bools,
    Frame,
    Ints,
    constant,
    day,
    flag,
    ident,
    moment,
    when,
    word,
)  # fmt: skip
from trigpoint.synthetic.events import CARE, NO_ACTION, PROTECTED
from trigpoint.synthetic.world import chance, choice, days_after, logistic

SOURCES = {
    "1A": 0.055, "1B": 0.01, "1C": 0.008, "1D": 0.012, "2A": 0.20, "2B": 0.02, "3A": 0.015, "3B": 0.02, "3C": 0.008,
    "3D": 0.015, "3E": 0.05, "3F": 0.05, "4": 0.012, "5A": 0.05, "5B": 0.06, "5C": 0.03, "5D": 0.03, "6": 0.285,
    "7": 0.03, "8": 0.05, "9": 0.015, "10": 0.01,
}  # fmt: skip
_NEEDS = {
    "N1": 0.56,
    "N2": 0.06,
    "N3": 0.035,
    "N4": 0.10,
    "N5": 0.135,
    "N6": 0.025,
    "N7": 0.01,
    "N8": 0.02,
    "N9": 0.03,
    "N0": 0.025,
}
_HELP = ("Parenting", "School attendance", "Family conflict", "Emotional health")
_HELP_ENDS = ("Needs met", "Step up to social care", "Consent withdrawn", "Moved away")


def sources_of(case: Case) -> Ints:
    """Referral source of each event."""
    events = int(case.told.referrals.event.max()) + 1
    return choice(case.world.rng("sources"), SOURCES, events)


def referral_table(case: Case) -> Frame:
    """`ssd_cin_episodes`: referral `n` is row n."""
    rng, told = case.world.rng("referrals"), case.told
    r, e = told.referrals, told.referrals.events
    size = len(r.child)
    source, need = sources_of(case)[r.event], choice(rng, _NEEDS, int(r.event.max()) + 1)[r.event]
    need = np.where(case.who.disabled[r.child] & chance(rng, 0.35, size), 1, need)
    need = np.where(case.who.unaccompanied[r.child], 7, need)
    nfa = e.level == NO_ACTION
    return {
        "cine_referral_id": ident("R", np.arange(size)),
        "cine_person_id": ident("P", r.child),
        "cine_referral_date": day(e.day),
        "cine_cin_primary_need_code": word(when(~nfa, need), tuple(_NEEDS)),
        "cine_referral_source_code": word(source, tuple(SOURCES)),
        "cine_referral_outcome_single_assessment_flag": flag(~nfa),
        "cine_referral_outcome_nfa_flag": flag(nfa),
        "cine_referral_outcome_strategy_discussion_flag": flag((e.s47 != NONE) & (e.s47 <= e.day + 5)),
        "cine_referral_outcome_cla_request_flag": flag((e.level == CARE) & (e.assess_start <= e.day + 2)),
        "cine_referral_outcome_number_of_outcomes": ident("", np.ones(size)),
        "cine_referral_nfa": flag(nfa),
        "cine_close_reason": word(close_reasons(case), REASONS),
        "cine_close_date": day(e.close),
        "cine_referral_team": ident("T", case.teams.assessment.ids(e.front_team)),
        "cine_referral_worker_id": ident("W", case.worker(rng, case.teams.assessment, e.front_team, e.day)),
    }


def contact_tables(case: Case) -> tuple[dict[str, Frame], Ints]:
    """`ssd_contacts` and `ext_front_door_decision`; also which contacts' people were never referred.

    People known only by a contact get numbers after the children's; their number is returned for the person table.
    """
    rng, told, world = case.world.rng("contacts"), case.told, case.world
    r, e = told.referrals, told.referrals.events
    referred = case.recent(e.day)
    own_source = sources_of(case)[r.event]
    other = world.demand(
        "contacts", len(referred) / max(world.as_at - case.kept, 1) * 365.25 * 1.75, case.kept, world.as_at
    )
    known = chance(rng, 0.55, len(other))
    strangers = max(int((~known).sum() / 2.4), 1)
    unknown = len(told.born) + rng.integers(0, strangers, len(other))
    index = rng.integers(0, len(r.child), len(other))
    child = np.where(known, r.child[index], unknown)
    live = known & (other >= e.day[index]) & (other < e.close[index]) & (e.level[index] > NO_ACTION)
    early = known & (told.born[np.minimum(child, len(told.born) - 1)] > other)
    other_ok = ~early
    other, child, live = other[other_ok], child[other_ok], live[other_ok]
    days = np.concatenate([e.day[referred] - chance(rng, 0.2, len(referred)), other])
    order = np.argsort(days, kind="stable")
    referral = np.concatenate([referred, np.full(len(other), NONE)])[order]
    people = np.concatenate([r.child[referred], child])[order]
    open_case = np.concatenate([np.zeros(len(referred), dtype=bool), live])[order]
    source = np.concatenate([own_source[referred], choice(rng, SOURCES, len(other))])[order]
    source = np.where(_is_first(people, days[order], source), source, (source + 1) % len(SOURCES))
    contacts = _contacts(rng, days[order], people, referral != NONE, open_case, source)
    decisions = _decisions(case, rng, days[order], people, referral)
    first = np.full(strangers, world.as_at)
    stranger = people >= len(told.born)
    np.minimum.at(first, people[stranger] - len(told.born), days[order][stranger])
    return {"ssd_contacts": contacts, "ext_front_door_decision": decisions}, first


def _contacts(rng: np.random.Generator, days: Ints, child: Ints, new: Bools, live: Bools, source: Ints) -> Frame:
    size = len(days)
    quiet = ~new & ~live
    nothing = quiet & chance(rng, 0.5, size)
    return {
        "cont_contact_id": ident("C", np.arange(size)),
        "cont_person_id": ident("P", child),
        "cont_contact_date": day(days),
        "cont_contact_source_code": word(source, tuple(SOURCES)),
        "cont_contact_outcome_new_referral_flag": flag(new),
        "cont_contact_outcome_existing_referral_flag": flag(live),
        "cont_contact_outcome_nfa_flag": flag(nothing),
        "cont_contact_outcome_advice_flag": flag(quiet & ~nothing),
        "cont_contact_outcome_number_of_outcomes": ident("", np.ones(size)),
    }


def _decisions(case: Case, rng: np.random.Generator, days: Ints, child: Ints, referral: Ints) -> Frame:
    """Most decided within the working day, fewer when the front door is pressed."""
    size = len(days)
    pressed = case.world.pressure("front door", np.zeros(size, dtype=np.int64), days, 1)
    received = days * DAY_SECONDS + rng.integers(8 * 3600, 18 * 3600, size)
    late = chance(rng, logistic(0.13, 0.5 * pressed), size)
    wait = np.where(late, 30 * 3600 + rng.exponential(40 * 3600, size), rng.uniform(600, 23 * 3600, size))
    decided = received + wait.astype(np.int64)
    decided = np.where(referral != NONE, np.maximum(decided, received), decided)
    return {
        "decision_id": ident("D", np.arange(size)),
        "person_id": ident("P", child),
        "contact_id": ident("C", np.arange(size)),
        "referral_id": ident("R", referral),
        "received_at": moment(received),
        "decided_at": moment(decided),
    }


def early_help_tables(case: Case, contacted: Ints) -> dict[str, Frame]:
    """Early help episodes of families known by contact or stepped down, their requests, step-downs and outcomes.

    `contacted` is the day of the first contact about each child who was never referred.
    """
    rng, told, world = case.world.rng("early help"), case.told, case.world
    yearly = world.children * 1.6 * world.level("early help", 0.3)
    start = world.demand("early help", yearly, case.kept, world.as_at)
    size = len(start)
    closed = _closed(case)
    stepped = chance(rng, 0.22, size) & (len(closed) > 0)
    place = np.minimum(np.searchsorted(told.referrals.events.close[closed], start), max(len(closed) - 1, 0))
    child = len(told.born) + _known_by(contacted, start, rng.integers(0, len(contacted), size))
    stepped &= _is_first(place, start)
    child[stepped] = told.referrals.child[closed[place[stepped]]]
    end = start + 28 + days_after(rng, 190, size, 2.0)
    helper = case.worker(rng, case.teams.early_help, case.teams.early_help.pick(rng, size), start)
    down = np.flatnonzero(stepped)
    source = choice(rng, [0.55, 0.25, 0.20], len(down))
    return {
        "ssd_early_help_episodes": {
            "earl_episode_id": ident("EH", np.arange(size)),
            "earl_person_id": ident("P", child),
            "earl_episode_start_date": day(start),
            "earl_episode_end_date": day(end),
            "earl_episode_reason": word(choice(rng, [0.3, 0.25, 0.2, 0.25], size), _HELP),
            "earl_episode_end_reason": word(choice(rng, [0.62, 0.09, 0.2, 0.09], size), _HELP_ENDS),
            "earl_episode_organisation": constant("Family Support", size),
            "earl_episode_worker_id": ident("W", helper),
        },
        "ext_early_help_request": _requests(case, rng, child, start),
        "ext_early_help_step_down": {
            "episode_id": ident("EH", down),
            "stepped_down_from": word(source, ("assessment", "cin", "contact")),
            "stepped_down_on": day(start[down]),
        },
        "ext_family_outcome": _outcomes(case, rng, child, end),
    }


def _is_first(*values: Ints) -> Bools:
    """Whether no row before has all the same values: nothing is told twice."""
    _, first = np.unique(np.stack(values), axis=1, return_index=True)
    found = np.zeros(len(values[0]), dtype=bool)
    found[first] = True
    return found


def _known_by(contacted: Ints, start: Ints, drawn: Ints) -> Ints:
    """Children contacted about by a year after the day at the latest: nobody is helped long before being born."""
    order = np.argsort(contacted, kind="stable")
    pool = np.searchsorted(contacted[order], start + 365)
    return order[drawn % np.maximum(pool, 1)]


def _closed(case: Case) -> Ints:
    """Referrals closed inside the written history without a plan, in the order of closing."""
    e = case.told.referrals.events
    rows = np.flatnonzero((e.close >= case.kept) & (e.close <= case.world.as_at) & (e.level < PROTECTED))
    return rows[np.argsort(e.close[rows], kind="stable")]


def _requests(case: Case, rng: np.random.Generator, child: Ints, start: Ints) -> Frame:
    size = len(start)
    asked = start - rng.integers(1, 12, size)
    pressed = case.world.pressure("brokerage", np.zeros(size, dtype=np.int64), asked, 1)
    slow = chance(rng, logistic(0.25, 0.4 * pressed), size)
    wait = np.where(slow, rng.integers(4, 9, size), rng.integers(1, 4, size))
    return {
        "request_id": ident("ER", np.arange(size)),
        "person_id": ident("P", child),
        "received_on": day(asked),
        "decided_on": day(case.world.clock.add_wd(asked, wait)),
    }


def _outcomes(case: Case, rng: np.random.Generator, child: Ints, end: Ints) -> Frame:
    ended = np.flatnonzero((end <= case.world.as_at) & chance(rng, 0.8, len(end)))
    who, told = child[ended], case.told
    known = told.family[np.minimum(who, len(told.born) - 1)]
    families = np.where(who < len(told.born), known, stranger_family(case, who - len(told.born)))
    return {
        "episode_id": ident("EH", ended),
        "family_id": ident("F", families),
        "improved": flag(chance(rng, 0.74, len(ended))),
    }


def stranger_family(case: Case, stranger: Ints) -> Ints:
    """Family number of a child known by a contact only."""
    return stranger + int(case.told.family.max()) + 1
