"""Why a case was closed, as the children in need census has it."""

from __future__ import annotations

import numpy as np

from trigpoint.synthetic.care_spine import ADOPTED, AGED, GUARDIAN
from trigpoint.synthetic.case import Case
from trigpoint.synthetic.clock import collection_year
from trigpoint.synthetic.columns import NONE, Bools, Ints
from trigpoint.synthetic.events import ASSESSED
from trigpoint.synthetic.world import choice

REASONS = ("RC1", "RC2", "RC3", "RC4", "RC5", "RC6", "RC7", "RC8", "RC9")
_ADOPTED, _GUARDIAN, _OTHER, _ASSESSED = (REASONS.index(code) for code in ("RC1", "RC4", "RC7", "RC8"))


def close_reasons(case: Case) -> Ints:
    """Position in `REASONS` of each referral; one without further action ceased for another reason than assessment."""
    rng, r, e, care = case.world.rng("closing"), case.told.referrals, case.told.referrals.events, case.told.care
    size = len(r.child)
    reason = choice(rng, [0, 0, 0.015, 0.01, 0.05, 0.01, 0.915, 0, 0], size)
    after_assessment = choice(rng, [0, 0, 0, 0, 0, 0, 0.06, 0.80, 0.14], size)
    reason = np.where(_ended_by_assessment(case), after_assessment, reason)
    reason = np.where(e.assess_start == NONE, _OTHER, reason)
    route = np.where(r.care >= 0, care.route[r.care], -1)
    reason = np.where(route == ADOPTED, _ADOPTED, np.where(route == GUARDIAN, _GUARDIAN, reason))
    return np.asarray(np.where(route == AGED, _OTHER, reason))


def nothing_found(case: Case) -> Bools:
    """Of each referral, whether it was closed after its assessment, so that the assessment may have found nothing."""
    return np.asarray(close_reasons(case) >= _ASSESSED)


def _ended_by_assessment(case: Case) -> Bools:
    """Nothing but the assessment lies in the case, and one census holds both its end and the closing."""
    e = case.told.referrals.events
    alone = (e.level == ASSESSED) & (e.s47 == NONE) & (e.cin_start == NONE) & (e.cp_start == NONE)
    return np.asarray(alone & (collection_year(e.assess_end) == collection_year(e.close)), dtype=bool)
