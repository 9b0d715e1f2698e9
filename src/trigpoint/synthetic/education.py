"""Education: personal education plans, special educational needs, education, health and care plans."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from trigpoint.synthetic.case import Case
from trigpoint.synthetic.clock import birthday
from trigpoint.synthetic.columns import Bools, Frame, Ints, day, ident, upn, when, word
from trigpoint.synthetic.spells import within
from trigpoint.synthetic.world import chance, choice, days_after, logistic


def education_tables(case: Case) -> dict[str, Frame]:
    """`ext_personal_education_plan`, `ssd_send` and the tables of education, health and care plans."""
    rng, care, told = case.world.rng("education"), case.told.care, case.told
    until = np.minimum(care.leave, case.world.as_at + 1)
    start = np.maximum(care.entry + 8, birthday(care.born, 5) + 60)
    period, days = within(
        np.maximum(start, case.kept),
        np.minimum(until, birthday(care.born, 17)),
        60,
        lambda o: 92 + days_after(rng, 28, len(o), 3),
    )
    here = np.zeros(len(told.born), dtype=bool)
    here[care.child] = True
    needs = np.flatnonzero(here & chance(rng, 0.34, len(here)) | case.who.disabled & chance(rng, 0.35, len(here)))
    table: dict[str, Frame] = {
        "ext_personal_education_plan": {
            "pep_id": ident("PE", np.arange(len(days))),
            "person_id": ident("P", care.child[period]),
            "pep_date": day(case.world.clock.next_wd(days)),
        },
        "ssd_send": {
            "send_table_id": ident("SE", np.arange(len(needs))),
            "send_person_id": ident("P", needs),
            "send_upn": upn(when(~case.who.unaccompanied[needs], 810_000_000_000 + needs)),
        },
    }
    return table | _plans(case, rng, _requests(case, rng, needs, here[needs]))


@dataclass(frozen=True)
class _Requests:
    """Requests for an assessment: row of `ssd_send`, child, days of request, decision and issue, whether agreed."""

    send: Ints
    child: Ints
    asked: Ints
    decided: Ints
    issued: Ints
    agreed: Bools


def _requests(case: Case, rng: np.random.Generator, needs: Ints, in_care: Bools) -> _Requests:
    """About half are issued within 20 weeks; most children in care are asked for while in care."""
    world, born, care = case.world, case.told.born, case.told.care
    entry, leave = np.zeros(len(born), dtype=np.int64), np.zeros(len(born), dtype=np.int64)
    entry[care.child], leave[care.child] = care.entry, care.leave
    ours = born[needs]
    soon = in_care & chance(rng, 0.6, len(needs))
    lowest = np.where(soon, np.maximum(entry[needs] - 60, ours + 900), ours + 1300)
    sixteen = birthday(ours, 16)
    highest = np.where(in_care, np.minimum(leave[needs], sixteen), sixteen)
    asked = lowest + (np.maximum(highest - lowest, 1) * rng.random(len(needs))).astype(np.int64)
    send = np.flatnonzero((asked <= world.as_at - 5) & (asked > lowest) & (asked > world.start - 5 * 365))
    asked, size = world.clock.next_wd(asked[send]), len(send)
    pressed = world.pressure("ehcp", np.zeros(size, dtype=np.int64), asked, 1)
    in_time = chance(rng, logistic(0.53, -0.5 * pressed), size)
    issued = asked + np.where(in_time, rng.integers(85, 141, size), 141 + days_after(rng, 70, size, 2))
    decided = np.minimum(asked + rng.integers(20, 45, size), issued - 20)
    return _Requests(send, needs[send], asked, decided, issued, chance(rng, 0.85, size))


def _plans(case: Case, rng: np.random.Generator, found: _Requests) -> dict[str, Frame]:
    """Requests, assessments, and the named and active plans that came of them."""
    now = case.world.as_at
    assessed = np.flatnonzero(found.agreed)
    made = np.flatnonzero(found.agreed & (found.issued <= now))
    request, size = ident("EQ", np.arange(len(found.send))), len(assessed)
    return {
        "ssd_ehcp_requests": {
            "ehcr_ehcp_request_id": request,
            "ehcr_send_table_id": ident("SE", found.send),
            "ehcr_ehcp_req_date": day(found.asked),
            "ehcr_ehcp_req_outcome_date": day(found.decided),
            "ehcr_ehcp_req_outcome": word(when(found.decided <= now, ~found.agreed), ("Y", "N")),
        },
        "ssd_ehcp_assessment": {
            "ehca_ehcp_assessment_id": ident("EA", np.arange(size)),
            "ehca_ehcp_request_id": request.take(assessed),
            "ehca_ehcp_assessment_outcome_date": day(found.issued[assessed]),
            "ehca_ehcp_assessment_outcome": word(when(found.issued[assessed] <= now, 0), ("Y",)),
            "ehca_ehcp_assessment_exceptions": word(when(chance(rng, 0.06, size), 0), ("1",)),
        },
        **_issued(case, rng, found, made, np.searchsorted(assessed, made)),
    }


def _issued(case: Case, rng: np.random.Generator, found: _Requests, made: Ints, assessment: Ints) -> dict[str, Frame]:
    now, size, issued = case.world.as_at, len(made), found.issued[made]
    review = np.maximum(np.minimum(issued + 340, now - rng.integers(0, 300, size)), issued)
    grown = birthday(case.told.born[found.child[made]], 19)
    kind = choice(rng, [0.35, 0.25, 0.2, 0.2], size)
    return {
        "ssd_ehcp_named_plan": {
            "ehcn_named_plan_id": ident("EN", np.arange(size)),
            "ehcn_ehcp_asmt_id": ident("EA", assessment),
            "ehcn_named_plan_start_date": day(issued),
            "ehcn_named_plan_ceased_date": day(grown),
            "ehcn_named_plan_ceased_reason": word(when(grown <= now, 0), ("Age limit reached",)),
        },
        "ssd_ehcp_active_plans": {
            "ehcp_active_ehcp_id": ident("EV", np.arange(size)),
            "ehcp_ehcp_request_id": ident("EQ", made),
            "ehcp_active_ehcp_last_review_date": day(review),
        },
        "ssd_sen_need": {
            "senn_table_id": ident("SN", np.arange(size)),
            "senn_active_ehcp_id": ident("EV", np.arange(size)),
            "senn_active_ehcp_need_type": word(kind, ("SEMH", "ASD", "MLD", "SLCN")),
            "senn_active_ehcp_need_rank": ident("", np.ones(size)),
        },
    }
