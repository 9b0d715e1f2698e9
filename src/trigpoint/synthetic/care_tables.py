"""Episodes, placements and legal statuses as the SSDA903 return would have them."""

from __future__ import annotations

from datetime import date

import numpy as np

from trigpoint.synthetic.case import Case
from trigpoint.synthetic.clock import day_number
from trigpoint.synthetic.columns import NONE, Bools, Frame, Ints, day, flag, ident, number, when, word
from trigpoint.synthetic.legal import STATUSES, Legal
from trigpoint.synthetic.people import POSTCODES
from trigpoint.synthetic.stays import AT, SAME_CARER, TYPES, Stays
from trigpoint.synthetic.world import chance, choice, days_after

_NEEDS = ("N1", "N2", "N3", "N4", "N5", "N6", "N7", "N8")
STARTS = ("S", "L", "P", "T", "B", "U")
CEASED = (
    "X1", "E11", "E12", "E45", "E46", "E47", "E48", "E43", "E44", "E41", "E4A", "E4B", "E13", "E5", "E6", "E7", "E17",
    "E3", "E8", "E9", "E2", "E14",
)  # fmt: skip
_PROVIDERS = ("PR0", "PR1", "PR2", "PR3", "PR4", "PR5")
_CHANGES = ("CARPL", "CLOSE", "ALLEG", "STAND", "APPRR", "CREQB", "CREQO", "CHILD", "LAREQ", "PLACE", "CUSTOD", "OTHER")
FOSTER = [AT[code] for code in ("U1", "U3", "U4", "U5", "U6")]
_FAMILY = [*FOSTER, *(AT[code] for code in ("A3", "A4", "A5", "A6", "K1", "K2", "P1"))]
_TEMPORARY = [AT[code] for code in ("T0", "T1", "T2", "T3", "T4")]
_ELSEWHERE = [*_TEMPORARY, *(AT[code] for code in ("Z1", "Z11", "Z12", "Z13", "Z14"))]
"""Placements of which nobody is asked who provides them."""
_UNREGISTERED = [*_ELSEWHERE, *(AT[code] for code in ("P1", "P2", "H5", "R1", "R2", "R5"))]
_OWN_SERVICE = 1_200_400
"""The authority's own fostering and adoption service on the register of providers."""
_GUARDIAN_CODES_FROM = day_number(date(2018, 4, 1))
_CUSTODY_CODE_FROM = day_number(date(2018, 4, 1))


def ceased(case: Case, lived: Stays) -> Ints:
    """Reason, as a position in the code list, for which each period of care ceased.

    A former foster carer becomes guardian only where the last stay was with one.
    """
    rng, care = case.world.rng("ceased"), case.told.care
    size = len(care.child)
    guardian = choice(rng, [0.42, 0.08, 0.44, 0.06], size) + 3
    guardian = np.where(care.leave < _GUARDIAN_CODES_FROM, np.where(guardian <= 4, 7, 8), guardian)
    fostered = np.zeros(size, dtype=bool)
    fostered[lived.period[lived.end == care.leave[lived.period]]] = True
    other_end = (lived.end == care.leave[lived.period]) & ~np.isin(lived.kind, FOSTER)
    fostered[lived.period[other_end]] = False
    guardian = np.where(~fostered & (guardian <= 4), guardian + 2, guardian)
    home = np.array([9, 10, 11, 12])[choice(rng, [0.12, 0.55, 0.20, 0.13], size)]
    grown = np.array([13, 14, 15, 16])[choice(rng, [0.55, 0.10, 0.08, 0.27], size)]
    other = np.array([17, 18, 19, 20, 21])[choice(rng, [0.2, 0.5, 0.1, 0.03, 0.17], size)]
    adopted = np.where(chance(rng, 0.4, size), 1, 2)
    return np.choose(care.route, [adopted, guardian, home, grown, other])


def care_tables(case: Case, law: Legal, lived: Stays) -> dict[str, Frame]:
    """`ssd_cla_episodes`, `ssd_cla_placement`, `ssd_legal_status`, `ext_placement_location`."""
    rng = case.world.rng("care tables")
    placement, tables = _placements(case, rng, lived)
    size = len(law.period)
    tables["ssd_legal_status"] = {
        "lega_legal_status_id": ident("LS", np.arange(size)),
        "lega_person_id": ident("P", case.told.care.child[law.period]),
        "lega_legal_status": word(law.status, STATUSES),
        "lega_legal_status_start_date": day(law.start),
        "lega_legal_status_end_date": day(law.end),
    }
    tables["ssd_cla_episodes"] = _episodes(case, rng, law, lived, placement)
    return tables


def _episodes(case: Case, rng: np.random.Generator, law: Legal, lived: Stays, placement: Ints) -> Frame:
    """`ssd_cla_episodes`, each with the placement and the reasons of its change."""
    care = case.told.care
    period, start, stay, reason = _changes(law, lived)
    size, last = len(period), np.r_[period[1:] != period[:-1], True]
    end = np.where(last, care.leave[period], np.r_[start[1:], 0])
    need = choice(rng, [0.64, 0.03, 0.03, 0.08, 0.14, 0.015, 0.005, 0.06], len(care.child))
    need = np.where(care.unaccompanied, 7, need)
    referral = np.full(len(care.child), NONE)
    linked = case.told.referrals.care
    referral[linked[linked >= 0]] = np.flatnonzero(linked >= 0)
    contact = np.minimum(start + days_after(rng, 40, size), end)
    return {
        "clae_cla_episode_id": ident("EP", np.arange(size)),
        "clae_person_id": ident("P", care.child[period]),
        "clae_cla_placement_id": ident("PL", placement[stay]),
        "clae_cla_episode_start_date": day(start),
        "clae_cla_episode_start_reason": word(reason, STARTS),
        "clae_cla_primary_need_code": word(need[period], _NEEDS),
        "clae_cla_episode_ceased_date": day(end),
        "clae_cla_episode_ceased_reason": word(np.where(last, ceased(case, lived)[period], 0), CEASED),
        "clae_cla_id": ident("LA", period),
        "clae_referral_id": ident("R", referral[period]),
        "clae_cla_last_iro_contact_date": day(when(contact <= case.world.as_at, contact)),
        "clae_entered_care_date": day(care.entry[period]),
    }


def _changes(law: Legal, lived: Stays) -> tuple[Ints, Ints, Ints, Ints]:
    """A new episode at every change of placement or legal status: period, start, stay, reason.

    Changes on one day are one: a legal change on the day of a move belongs to the (last) move's episode.
    """
    period = np.concatenate([lived.period, law.period])
    start = np.concatenate([lived.start, law.start])
    stay = np.concatenate([np.arange(len(lived.period)), np.full(len(law.period), -1)])
    order = np.lexsort((stay, stay < 0, start, period))
    period, start, stay = period[order], start[order], stay[order]
    moved = stay >= 0
    doubled = ~moved & np.r_[False, (period[1:] == period[:-1]) & (start[1:] == start[:-1])]
    both = np.r_[doubled[1:], False]
    stay = np.maximum.accumulate(np.where(moved, stay, -1))
    period, start, stay, moved, both = (a[~doubled] for a in (period, start, stay, moved, both))
    first = np.r_[True, period[1:] != period[:-1]]
    same = lived.reason[stay] == SAME_CARER
    change = np.where(moved, np.where(both, np.where(same, 5, 4), np.where(same, 3, 2)), 1)
    return period, start, stay, np.where(first, 0, change)


def _placements(case: Case, rng: np.random.Generator, lived: Stays) -> tuple[Ints, dict[str, Frame]]:
    """One row a placement; after half of the temporary stays the return is recorded as the same placement."""
    size = len(lived.period)
    index = np.arange(size)
    # a return is a stay of the same carer and type as the one before last of its period
    back = np.zeros(size, dtype=bool)
    back[2:] = (
        (lived.carer[2:] == lived.carer[:-2]) & (lived.kind[2:] == lived.kind[:-2])
        & (lived.period[2:] == lived.period[:-2]) & (lived.kind[1:-1] >= AT["T0"])
    )  # fmt: skip
    joined = back & chance(rng, 0.5, size)
    of = index.copy()
    of[joined] = of[np.flatnonzero(joined) - 2]
    of[joined] = of[of[joined]]
    rows = np.flatnonzero(~joined)
    number_of = np.cumsum(~joined) - 1
    end = lived.end.copy()
    np.maximum.at(end, of[joined], lived.end[joined])
    last = index.copy()
    np.maximum.at(last, of[joined], np.flatnonzero(joined))
    onward = np.minimum(last[rows] + 1, size - 1)
    shown = _placement_rows(case, rng, lived.take(rows), end[rows], lived.take(onward))
    return number_of[of], shown


def _postcodes(carer: Ints) -> Ints:
    """Where each carer lives: nobody's family home, and never where the carer before lives."""
    return np.asarray(carer * 37 % (len(POSTCODES) // 2) * 2 + 1)


def _why_changed(rng: np.random.Generator, lived: Stays, end: Ints, onward: Stays, left_care: Bools) -> Ints:
    """Why each placement ended; nothing where care ended, and where a temporary move or the way back is no change."""
    changed = choice(rng, [0.34, 0.05, 0.03, 0.03, 0.01, 0.16, 0.12, 0.10, 0.10, 0.0, 0.005, 0.055], len(end))
    changed = np.where((changed == 10) & (end < _CUSTODY_CODE_FROM), 11, changed)
    reason = np.where(onward.reason == SAME_CARER, 9, changed)
    moved = ~left_care & ~np.isin(lived.kind, _TEMPORARY) & ~np.isin(onward.kind, _TEMPORARY)
    return when(moved, reason)


def _placement_rows(case: Case, rng: np.random.Generator, lived: Stays, end: Ints, onward: Stays) -> dict[str, Frame]:
    """Placements that last until `end`, and where each is, with the stay that comes `onward` of each."""
    care, size = case.told.care, len(lived.period)
    homes = int(lived.carer.max()) + 1
    own = choice(rng, [0.0, 0.50, 0.02, 0.01, 0.42, 0.05], homes)[lived.carer]
    residential = choice(rng, [0.0, 0.16, 0.02, 0.02, 0.76, 0.04], homes)[lived.carer]
    group_home = np.isin(lived.kind, [AT[k] for k in ("K1", "K2", "K3", "H5", "R1", "S1", "R3")])
    provider = np.where(group_home, residential, own)
    provider = np.where(lived.kind == AT["P1"], 0, provider)
    provider = np.where(np.isin(lived.kind, (AT["U1"], AT["U3"])), 1, provider)
    provider = np.where((provider == 3) & np.isin(lived.kind, _FAMILY), 2, provider)
    provider = np.where(np.isin(lived.kind, (AT["R2"], AT["R5"])), 3, provider)
    provider = when(~np.isin(lived.kind, _ELSEWHERE), provider)
    miles = rng.gamma(1.1, 10.5, homes)[lived.carer] * np.where(
        group_home, 2.1, np.where(lived.kind == AT["P1"], 0.2, 1.0)
    )
    unknown = care.unaccompanied[lived.period] & chance(rng, 0.8, homes)[lived.carer]
    tenths = np.where(unknown, 9999, np.minimum((miles * 10).astype(np.int64), 3500))
    other = 1_200_000 + rng.integers(0, 400, homes)[lived.carer]
    urn = np.where(group_home | (own == 4), other, _OWN_SERVICE)
    urn = when(~np.isin(lived.kind, _UNREGISTERED), urn)
    outside = chance(rng, np.clip(0.12 + 0.045 * miles, 0, 0.98), size)
    left_care = end >= care.leave[lived.period]
    placement = ident("PL", np.arange(size))
    return {
        "ssd_cla_placement": {
            "clap_cla_placement_id": placement,
            "clap_cla_id": ident("LA", lived.period),
            "clap_person_id": ident("P", care.child[lived.period]),
            "clap_cla_placement_start_date": day(lived.start),
            "clap_cla_placement_type": word(lived.kind, TYPES),
            "clap_cla_placement_urn": ident("", urn),
            "clap_cla_placement_distance": number(tenths),
            "clap_cla_placement_provider": word(provider, _PROVIDERS),
            "clap_cla_placement_postcode": word(_postcodes(lived.carer), POSTCODES),
            "clap_cla_placement_end_date": day(end),
            "clap_cla_placement_change_reason": word(_why_changed(rng, lived, end, onward, left_care), _CHANGES),
        },
        "ext_placement_location": {"placement_id": placement, "inside_boundary": flag(~outside)},
    }
