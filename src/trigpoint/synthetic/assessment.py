"""Assessments and their factors, child in need plans, visits and reviews."""

from __future__ import annotations

import numpy as np

from trigpoint.synthetic.case import Case
from trigpoint.synthetic.clock import collection_year
from trigpoint.synthetic.closing import nothing_found
from trigpoint.synthetic.columns import NONE, Bools, Frame, Ints, day, flag, ident, number, word
from trigpoint.synthetic.events import ASSESSED, CARE, IN_NEED, NO_ACTION
from trigpoint.synthetic.spells import within
from trigpoint.synthetic.world import chance, choice, days_after, logistic

_FACTORS = {
    "3B": 0.30, "4B": 0.27, "17A": 0.22, "16A": 0.19, "2B": 0.17, "1B": 0.15, "4A": 0.17, "18C": 0.13, "3A": 0.10,
    "14A": 0.09, "5A": 0.09, "6A": 0.06, "5B": 0.06, "10A": 0.045, "15A": 0.05, "19C": 0.05, "11A": 0.035, "24A": 0.04,
    "7A": 0.05, "2A": 0.05, "13A": 0.03, "19B": 0.02, "18B": 0.03, "20": 0.10,
}  # fmt: skip


def assessment_tables(case: Case) -> dict[str, Frame]:
    """`ssd_cin_assessments` with factors and first-seen dates: one a referral, and one more on some open cases."""
    rng, told, clock = case.world.rng("assessments"), case.told, case.world.clock
    e = told.referrals.events
    first = np.flatnonzero(e.level > NO_ACTION)
    long_case = np.flatnonzero((e.level > ASSESSED) & (e.close - e.assess_end > 200))
    more = long_case[chance(rng, 0.12, len(long_case))]
    # an enquiry that reaches into a later year than the assessment comes with another one
    over = np.maximum(clock.add_wd(e.s47, 15), e.icpc)
    enquired = np.flatnonzero((e.s47 != NONE) & (collection_year(over) > collection_year(e.assess_end)))
    more = np.setdiff1d(more, enquired)
    gap = 90 + ((np.minimum(e.close[more], e.assess_end[more] + 900) - e.assess_end[more] - 90) * rng.random(len(more)))
    again = clock.next_wd(e.assess_end[more] + gap.astype(np.int64))
    with_it = np.maximum(e.s47[enquired], clock.next_wd(e.assess_end[enquired] + 1))
    more, again = np.concatenate([more, enquired]), np.concatenate([again, with_it])
    more, again = more[again < e.close[more]], again[again < e.close[more]]
    front = e.front_team[more]
    pressed = case.world.pressure("assessment", front, again, case.teams.assessment.count)
    late = chance(rng, logistic(0.16, 0.45 * pressed), len(more))
    again_end = clock.add_wd(again, np.where(late, 46 + days_after(rng, 12, len(more)), rng.integers(5, 46, len(more))))
    again_end = np.minimum(np.maximum(again_end, np.where(np.isin(more, enquired), over[more], NONE)), e.close[more])
    referral = np.concatenate([first, more])
    start, end = np.concatenate([e.assess_start[first], again]), np.concatenate([e.assess_end[first], again_end])
    shown = np.flatnonzero((start <= case.world.as_at) & ((end >= case.kept) | (e.level[referral] > IN_NEED)))
    shown = shown[np.argsort(start[shown], kind="stable")]
    return _assessments(case, rng, referral[shown], start[shown], end[shown], shown >= len(first))


def _assessments(
    case: Case, rng: np.random.Generator, referral: Ints, start: Ints, end: Ints, repeated: Bools
) -> dict[str, Frame]:
    r, e = case.told.referrals, case.told.referrals.events
    size, level, child = len(referral), e.level[referral], r.child[referral]
    unborn = case.told.born[child] > end
    seen = ~unborn & chance(rng, 0.965, size)
    nothing = (level == ASSESSED) & ~repeated
    team = e.front_team[referral]
    wait = np.minimum(
        rng.integers(0, 6, size) + np.where(chance(rng, 0.2, size), days_after(rng, 10, size), 0), end - start
    )
    seen_day = np.flatnonzero(seen)
    done = np.flatnonzero(end <= case.world.as_at)
    index = np.arange(size)
    return {
        "ssd_cin_assessments": {
            "cina_assessment_id": ident("A", index),
            "cina_person_id": ident("P", child),
            "cina_referral_id": ident("R", referral),
            "cina_assessment_start_date": day(start),
            "cina_assessment_child_seen": flag(seen),
            "cina_assessment_auth_date": day(end),
            "cina_assessment_outcome_nfa_flag": flag(nothing),
            "cina_assessment_outcome_strategy_discussion_flag": flag((e.s47 != NONE)[referral] & (level > ASSESSED)),
            "cina_assessment_outcome_cla_request_flag": flag(level == CARE),
            "cina_assessment_outcome_prov_of_services_flag": flag(level > ASSESSED),
            "cina_assessment_outcome_total_no_of_outcomes": ident("", np.ones(size)),
            "cina_assessment_outcome_nfa": flag(nothing),
            "cina_assessment_team": ident("T", case.teams.assessment.ids(team)),
            "cina_assessment_worker_id": ident("W", case.worker(rng, case.teams.assessment, team, start)),
        },
        "ssd_assessment_factors": _factors(
            rng, index[done], case.who.unaccompanied[child[done]], nothing_found(case)[referral[done]]
        ),
        "ext_assessment_seen": {
            "assessment_id": ident("A", index[seen_day]),
            "seen_on": day((start + wait)[seen_day]),
        },
    }


def _factors(rng: np.random.Generator, assessment: Ints, unaccompanied: Bools, nothing: Bools) -> Frame:
    """Every code present, joined by semicolons, from a few hundred usual combinations.

    No factor at all (21) is found only where the case was closed after its assessment; elsewhere it is another (20).
    """
    codes = list(_FACTORS)
    shares = np.array(list(_FACTORS.values()))
    drawn = rng.random((400, len(codes))) < shares
    texts = [";".join(c for c, yes in zip(codes, row, strict=True) if yes) or "21" for row in drawn]
    texts += ["9A", "9A;10A", "9A;4A", "20"]
    pick = np.where(unaccompanied, 400 + rng.integers(0, 3, len(assessment)), rng.integers(0, 400, len(assessment)))
    without = np.array([text == "21" for text in texts])
    pick = np.where(without[pick] & ~nothing, len(texts) - 1, pick)
    return {
        "cinf_table_id": ident("AF", np.arange(len(assessment))),
        "cinf_assessment_id": ident("A", assessment),
        "cinf_assessment_factors_factors": word(pick, texts),
    }


def in_need_tables(case: Case) -> dict[str, Frame]:
    """`ssd_cin_plans` (before and after protection), their visits and reviews, and the intervals some plans set."""
    rng, told = case.world.rng("in need"), case.told
    r, e = told.referrals, told.referrals.events
    before = np.flatnonzero((e.cin_start != NONE) & (e.cin_end > e.cin_start) & (e.cin_end >= case.kept))
    after = np.flatnonzero((e.step_start != NONE) & (e.step_end > e.step_start) & (e.step_end >= case.kept))
    referral = np.concatenate([before, after])
    start = np.concatenate([e.cin_start[before], e.step_start[after]])
    end = np.concatenate([e.cin_end[before], e.step_end[after]])
    shown = np.flatnonzero(start <= case.world.as_at)
    shown = shown[np.argsort(start[shown], kind="stable")]
    referral, start, end = referral[shown], start[shown], end[shown]
    team = e.team[referral]
    index = np.arange(len(referral))
    until = np.minimum(end, case.world.as_at + 1)
    reviewed, reviews = within(start + 20, until, 30, lambda o: 52 + days_after(rng, 34, len(o), 2.0))
    set_by_plan = np.flatnonzero(chance(rng, 0.3, len(index)))
    disabled = case.who.disabled[r.child[referral]] & (e.cp_start[referral] == NONE)
    place = np.where(disabled, case.teams.disability.first, case.teams.locality.ids(team))
    return {
        "ssd_cin_plans": {
            "cinp_cin_plan_id": ident("NP", index),
            "cinp_referral_id": ident("R", referral),
            "cinp_person_id": ident("P", r.child[referral]),
            "cinp_cin_plan_start_date": day(start),
            "cinp_cin_plan_end_date": day(end),
            "cinp_cin_plan_team": ident("T", place),
            "cinp_cin_plan_worker_id": ident("W", case.worker(rng, case.teams.locality, team, start)),
        },
        "ssd_cin_visits": _visits(case, rng, r.child[referral], team, start, until),
        "ext_cin_review": {
            "review_id": ident("NR", np.arange(len(reviews))),
            "cin_plan_id": ident("NP", reviewed),
            "review_date": day(case.world.clock.next_wd(reviews)),
        },
        "ext_visit_schedule": {
            "plan_id": ident("NP", set_by_plan),
            "interval_working_days": number(np.array([10, 20, 30])[choice(rng, [0.2, 0.6, 0.2], len(set_by_plan))]),
        },
    }


def _visits(case: Case, rng: np.random.Generator, child: Ints, team: Ints, start: Ints, until: Ints) -> Frame:
    """About every four weeks, less often in a pressed team; most see the child."""
    pressed = case.world.pressure("in need visits", team, start, case.teams.locality.count)

    def gaps(owner: Ints) -> Ints:
        late = chance(rng, logistic(0.13, 0.4 * pressed[owner]), len(owner))
        return np.where(late, 29 + days_after(rng, 14, len(owner)), rng.integers(12, 29, len(owner)))

    plan, days = within(np.maximum(start, case.kept), until, 7, gaps)
    days = case.world.clock.next_wd(days)
    size = len(days)
    seen = chance(rng, 0.94, size)
    return {
        "cinv_cin_visit_id": ident("NV", np.arange(size)),
        "cinv_person_id": ident("P", child[plan]),
        "cinv_cin_visit_date": day(days),
        "cinv_cin_visit_seen": flag(seen),
        "cinv_cin_visit_seen_alone": flag(seen & chance(rng, 0.62, size)),
        "cinv_cin_visit_bedroom": flag(chance(rng, 0.4, size)),
    }
