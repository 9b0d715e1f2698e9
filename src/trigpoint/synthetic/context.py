"""What stands beside the cases: population, events, audits, complaints, freedom of information requests."""

from __future__ import annotations

from datetime import date

import numpy as np

from trigpoint.synthetic.case import Case
from trigpoint.synthetic.clock import day_number
from trigpoint.synthetic.columns import NONE, Column, Frame, Ints, constant, day, ident, number, when, word
from trigpoint.synthetic.teams import team_name
from trigpoint.synthetic.world import chance, choice, days_after, logistic

_GRADES = {"Outstanding": 0.05, "Good": 0.47, "Requires improvement": 0.40, "Inadequate": 0.08}
_WORK = (
    "referral", "visit", "combined assessment", "cared for assessment", "cin plan", "cared for plan", "cp plan",
    "strategy and s47", "whole case",
)  # fmt: skip
_QUESTIONS = (
    "outcome_improved",
    "decision_recording",
    "challenge",
    "sufficient_information",
    "history",
    "child_views",
    "graded_care_profile",
    "up_to_date_assessment",
    "case_recording",
    "multi_agency_strategy",
    "cse_tool",
    "cse_step_down",
    "rhi_informs_plan",
    "risk_assessment_after_missing",
    "rhi_quality",
    "drift",
    "smart_plan",
    "contingency",
    "right_action",
    "thresholds",
    "step_up_down",
    "s47_identified",
)
_KINDS = ("team_manager", "practice", "dip_sample")


def population_table(case: Case) -> Frame:
    """`ext_population`: children aged 0 to 17 at each mid-year, together and by sex; published the summer after."""
    world, authority = case.world, case.world.authority
    last = authority.as_at.year - 1
    years = np.arange(last - authority.years - 3, last + 1)
    wave = world.trend("population", np.array([day_number(date(int(y), 6, 30)) for y in years]), 0.012)
    people = world.population * (1 + 0.004 * (years - last)) * wave / wave[-1]
    boys = people * 0.512
    published = np.array([day_number(date(int(y) + 1, 7, 15)) for y in years])
    known = published <= world.as_at
    years, people, boys, published = years[known], people[known], boys[known], published[known]
    size = len(years) * 3
    total, male = np.round(people).astype(np.int64), np.round(boys).astype(np.int64)
    return {
        "area": constant(authority.code, size),
        "age_from": number(np.zeros(size)),
        "age_to": number(np.full(size, 17)),
        "sex": word(np.repeat([NONE, 0, 1], len(years)), ("M", "F")),
        "year": number(np.tile(years, 3)),
        "children": number(np.concatenate([total, male, total - male])),
        "source": constant("Invented mid-year estimate", size),
        "published_on": day(np.tile(published, 3)),
    }


def event_table(case: Case) -> Frame:
    """`ext_event`: an inspection, a new case system and a change of process within the window."""
    rng, world = case.world.rng("events"), case.world
    days = (
        world.start
        + (np.array([0.22, 0.48, 0.71]) * (world.as_at - world.start)).astype(np.int64)
        + rng.integers(0, 90, 3)
    )
    days = np.minimum(world.clock.next_wd(days), world.as_at)
    titles = ("Inspection of children's services", "Go-live of the case system", "New front door process")
    return {
        "event_id": ident("EVT", np.arange(3)),
        "happened_on": day(days),
        "title": word(np.arange(3), titles),
        "kind": word(np.arange(3), ("inspection", "go_live", "process_change")),
        "measures": word([NONE, NONE, 0], ("contacts_to_referral_pct;referrals_received",)),
        "team": word([NONE, NONE, NONE], ("",)),
    }


def quality_tables(case: Case) -> dict[str, Frame]:
    """`ext_audit` with answers, `ext_complaint`, `ext_foi_request`."""
    rng, world = case.world.rng("quality"), case.world
    start = world.start - 400
    days = world.demand("audits", 40 + world.children * 0.35, start, world.as_at)
    drift = world.pressure("audits", np.zeros(len(days), dtype=np.int64), days, 1)
    shares = np.array(list(_GRADES.values()))[None, :] * np.exp(np.outer(drift, [-0.25, -0.12, 0.08, 0.25]))
    luck = rng.random(len(days))[:, None] * shares.sum(axis=1, keepdims=True)
    grade = np.minimum((luck > np.cumsum(shares, axis=1)).sum(axis=1), 3).astype(np.int64)
    complaints = world.demand("complaints", 12 + world.children * 0.12, start, world.as_at)
    requests = world.demand("foi", 40 + world.children * 0.06, start, world.as_at)
    return {
        "ext_audit": _audits(case, rng, days, grade),
        "ext_audit_answer": _answers(rng, grade),
        "ext_complaint": {
            "complaint_id": ident("CM", np.arange(len(complaints))),
            "stage": number(choice(rng, [0.86, 0.11, 0.03], len(complaints)) + 1),
            "received_on": day(complaints),
            "responded_on": day(_answered(case, rng, "complaints", complaints, 0.28)),
        },
        "ext_foi_request": {
            "request_id": ident("FOI", np.arange(len(requests))),
            "received_on": day(requests),
            "responded_on": day(_answered(case, rng, "foi", requests, 0.14)),
        },
    }


def _answered(case: Case, rng: np.random.Generator, name: str, received: Ints, late: float) -> Ints:
    """Within 20 working days, or after them for about the share `late`."""
    size = len(received)
    pressed = case.world.pressure(name, np.zeros(size, dtype=np.int64), received, 1)
    over = chance(rng, logistic(late, 0.4 * pressed), size)
    return case.world.clock.add_wd(received, np.where(over, 21 + days_after(rng, 12, size), rng.integers(4, 21, size)))


def _audits(case: Case, rng: np.random.Generator, days: Ints, grade: Ints) -> Frame:
    size, locality = len(days), case.teams.locality
    quarters = _rounds(days)
    names = [team_name("locality", case.teams, n) for n in range(locality.count)]
    child = case.told.referrals.child
    return {
        "audit_id": ident("AU", np.arange(size)),
        "person_id": ident("P", child[rng.integers(0, len(child), size)]),
        "audited_on": day(days),
        "audit_round": quarters,
        "stream": word(locality.pick(rng, size), names),
        "work_type": word(choice(rng, [0.08, 0.08, 0.14, 0.1, 0.13, 0.1, 0.13, 0.08, 0.16], size), _WORK),
        "grade": word(when(chance(rng, 0.96, size), grade), tuple(_GRADES)),
        "kind": word(choice(rng, [0.5, 0.35, 0.15], size), _KINDS),
        "sample_id": ident("SA", quarters.values),
    }


def _rounds(days: Ints) -> Column:
    """Named rounds, such as 2016-17 Q3."""
    months = days.astype("M8[D]").astype("M8[M]").astype(np.int64) - 3
    quarter = months // 3
    first = int(quarter.min()) if len(quarter) else 0
    last = int(quarter.max()) if len(quarter) else 0
    names = [f"{1970 + q // 4}-{(1971 + q // 4) % 100:02d} Q{q % 4 + 1}" for q in range(first, last + 1)]
    return word(quarter - first, names)


def _answers(rng: np.random.Generator, grade: Ints) -> Frame:
    """Fourteen of the questions for each audit; a better grade answers yes oftener."""
    audit = np.repeat(np.arange(len(grade)), 14)
    question = (audit * 5 + np.tile(np.arange(14), len(grade)) * 3) % len(_QUESTIONS)
    share = np.array([0.95, 0.86, 0.68, 0.45])[grade][audit]
    answer = np.where(chance(rng, 0.12, len(audit)), 2, np.where(chance(rng, share, len(audit)), 0, 1))
    return {
        "audit_id": ident("AU", audit),
        "question": word(question, _QUESTIONS),
        "answer": word(answer, ("Y", "N", "NA")),
    }
