"""Education: personal education plans, special educational needs, education, health and care plans."""

from __future__ import annotations

import numpy as np

from trigpoint.synthetic.case import Case
from trigpoint.synthetic.clock import birthday
from trigpoint.synthetic.columns import NONE, Bools, Frame, Ints, day, ident, when, word
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
            "send_upn": ident("A8", when(~case.who.unaccompanied[needs], 10_000_000_000 + needs)),
        },
    }
    return table | _plans(case, rng, needs, here[needs])


def _plans(case: Case, rng: np.random.Generator, needs: Ints, in_care: Bools) -> dict[str, Frame]:
    """Requests, assessments, named and active plans; about half are issued within 20 weeks."""
    world, born, care = case.world, case.told.born, case.told.care
    of = np.full(len(born), NONE)
    of[care.child] = care.entry
    left = np.full(len(born), NONE)
    left[care.child] = care.leave
    lowest = np.where(
        in_care & chance(rng, 0.6, len(needs)), np.maximum(of[needs] - 60, born[needs] + 900), born[needs] + 1300
    )
    highest = np.where(in_care, np.minimum(left[needs], birthday(born[needs], 16)), birthday(born[needs], 16))
    asked = lowest + (np.maximum(highest - lowest, 1) * rng.random(len(needs))).astype(np.int64)
    real = (asked <= world.as_at - 5) & (asked > lowest) & (asked > world.start - 5 * 365)
    send, asked = np.flatnonzero(real), world.clock.next_wd(asked[real])
    nobody = np.zeros(len(send), dtype=np.int64)
    in_time = chance(rng, logistic(0.53, -0.5 * world.pressure("ehcp", nobody, asked, 1)), len(send))
    issued = asked + np.where(in_time, rng.integers(85, 141, len(send)), 141 + days_after(rng, 70, len(send), 2))
    agreed = chance(rng, 0.85, len(send))
    decided = np.minimum(asked + rng.integers(20, 45, len(send)), issued - 20)
    made = np.flatnonzero(agreed & (issued <= world.as_at))
    assessed = np.flatnonzero(agreed)
    place = np.searchsorted(assessed, made)
    review = np.minimum(issued[made] + 340, world.as_at - rng.integers(0, 300, len(made)))
    named = birthday(born[needs[send[made]]], 19)
    request = ident("EQ", np.arange(len(send)))
    return {
        "ssd_ehcp_requests": {
            "ehcr_ehcp_request_id": request,
            "ehcr_send_table_id": ident("SE", send),
            "ehcr_ehcp_req_date": day(asked),
            "ehcr_ehcp_req_outcome_date": day(decided),
            "ehcr_ehcp_req_outcome": word(when(decided <= world.as_at, ~agreed), ("Y", "N")),
        },
        "ssd_ehcp_assessment": {
            "ehca_ehcp_assessment_id": ident("EA", np.arange(len(assessed))),
            "ehca_ehcp_request_id": request.take(assessed),
            "ehca_ehcp_assessment_outcome_date": day(issued[assessed]),
            "ehca_ehcp_assessment_outcome": word(when(issued[assessed] <= world.as_at, 0), ("Y", "N")),
            "ehca_ehcp_assessment_exceptions": word(when(chance(rng, 0.06, len(assessed)), 0), ("1",)),
        },
        "ssd_ehcp_named_plan": {
            "ehcn_named_plan_id": ident("EN", np.arange(len(made))),
            "ehcn_ehcp_asmt_id": ident("EA", place),
            "ehcn_named_plan_start_date": day(issued[made]),
            "ehcn_named_plan_ceased_date": day(named),
            "ehcn_named_plan_ceased_reason": word(when(named <= world.as_at, 0), ("Age limit reached",)),
        },
        "ssd_ehcp_active_plans": {
            "ehcp_active_ehcp_id": ident("EV", np.arange(len(made))),
            "ehcp_ehcp_request_id": request.take(made),
            "ehcp_active_ehcp_last_review_date": day(np.maximum(review, issued[made])),
        },
        "ssd_sen_need": {
            "senn_table_id": ident("SN", np.arange(len(made))),
            "senn_active_ehcp_id": ident("EV", np.arange(len(made))),
            "senn_active_ehcp_need_type": word(
                choice(rng, [0.35, 0.25, 0.2, 0.2], len(made)), ("SEMH", "ASD", "MLD", "SLCN")
            ),
            "senn_active_ehcp_need_rank": ident("", np.ones(len(made))),
        },
    }
