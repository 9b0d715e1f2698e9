"""Short breaks under V3 and V4: looked after in law for days at a time, and left out of every looked-after figure."""

from __future__ import annotations

import numpy as np

from trigpoint.synthetic.care_tables import CEASED, STARTS
from trigpoint.synthetic.case import Case
from trigpoint.synthetic.columns import NONE, Frame, Ints, day, ident, number, rows, stack, word
from trigpoint.synthetic.legal import AGREED, SHORT, STATUSES
from trigpoint.synthetic.people import POSTCODES
from trigpoint.synthetic.spells import within
from trigpoint.synthetic.stays import AT, TYPES


def with_respite(case: Case, tables: dict[str, Frame], periods: int) -> dict[str, Frame]:
    """The tables of care with short breaks added under them; `periods` is the number of periods of care so far."""
    referral, start, end, status = short_breaks(case)
    size = len(start)
    if not size:
        return tables
    child = case.told.referrals.child[referral]
    first = {name: rows(tables[name]) for name in ("ssd_cla_episodes", "ssd_cla_placement", "ssd_legal_status")}
    placement = first["ssd_cla_placement"] + np.arange(size)
    added = {
        "ssd_cla_episodes": {
            "clae_cla_episode_id": ident("EP", first["ssd_cla_episodes"] + np.arange(size)),
            "clae_person_id": ident("P", child),
            "clae_cla_placement_id": ident("PL", placement),
            "clae_cla_episode_start_date": day(start),
            "clae_cla_episode_start_reason": word(np.zeros(size), STARTS),
            "clae_cla_primary_need_code": word(np.full(size, 1), ("N1", "N2")),
            "clae_cla_episode_ceased_date": day(end),
            "clae_cla_episode_ceased_reason": word(np.full(size, CEASED.index("E4A")), CEASED),
            "clae_cla_id": ident("LA", periods + np.arange(size)),
            "clae_referral_id": ident("R", referral),
            "clae_cla_last_iro_contact_date": day(np.full(size, NONE)),
            "clae_entered_care_date": day(start),
        },
        "ssd_cla_placement": _placements(child, start, end, periods, placement),
        "ssd_legal_status": {
            "lega_legal_status_id": ident("LS", first["ssd_legal_status"] + np.arange(size)),
            "lega_person_id": ident("P", child),
            "lega_legal_status": word(status, STATUSES),
            "lega_legal_status_start_date": day(start),
            "lega_legal_status_end_date": day(end),
        },
    }
    return tables | {name: stack(tables[name], frame) for name, frame in added.items()}


def _placements(child: Ints, start: Ints, end: Ints, periods: int, placement: Ints) -> Frame:
    size = len(child)
    return {
        "clap_cla_placement_id": ident("PL", placement),
        "clap_cla_id": ident("LA", periods + np.arange(size)),
        "clap_person_id": ident("P", child),
        "clap_cla_placement_start_date": day(start),
        "clap_cla_placement_type": word(np.where(child % 2, AT["U6"], AT["K2"]), TYPES),
        "clap_cla_placement_urn": ident("", np.full(size, NONE)),
        "clap_cla_placement_distance": number(30 + child % 90),
        "clap_cla_placement_provider": word(np.full(size, 1), ("PR0", "PR1")),
        "clap_cla_placement_postcode": word(np.full(size, NONE), POSTCODES),
        "clap_cla_placement_end_date": day(end),
        "clap_cla_placement_change_reason": word(np.full(size, NONE), ("CARPL",)),
    }


def short_breaks(case: Case) -> tuple[Ints, Ints, Ints, Ints]:
    """Short breaks of a few disabled children in need: referral, start, end, status. Where they are is not told."""
    rng, told = case.world.rng("respite"), case.told
    r, e = told.referrals, told.referrals.events
    in_care = np.zeros(len(told.born), dtype=bool)
    in_care[told.care.child] = True
    fit = case.who.disabled[r.child] & ~in_care[r.child] & (e.cin_end - e.cin_start > 200) & (e.cin_end > case.kept)
    chosen = rng.permutation(np.flatnonzero(fit))[: max(round(case.world.children * 0.12), 1)]
    agreed = chosen[::2]
    each = chosen[1::2]
    until = np.minimum(e.cin_end[each], case.world.as_at + 1)
    owner, days = within(e.cin_start[each] + 20, until - 5, 21, lambda o: rng.integers(21, 40, len(o)))
    referral = np.concatenate([agreed, each[owner]])
    start = np.concatenate([e.cin_start[agreed] + 20, days])
    end = np.concatenate([e.cin_end[agreed], days + rng.integers(1, 4, len(days))])
    status = np.concatenate([np.full(len(agreed), AGREED), np.full(len(days), SHORT)])
    known = start <= case.world.as_at
    return referral[known], start[known], end[known], status[known]
