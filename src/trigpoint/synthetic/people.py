"""The children: identity, family, address, disability, immigration status."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from trigpoint.synthetic.clock import birthday
from trigpoint.synthetic.columns import NONE, Bools, Frame, Ints, constant, day, flag, ident, upn, when, word
from trigpoint.synthetic.journeys import Journeys
from trigpoint.synthetic.world import World, chance, choice, days_after

_ETHNIC = {
    "WBRI": 0.66, "WIRI": 0.004, "WIRT": 0.005, "WROM": 0.008, "WOTH": 0.05, "MWBC": 0.035, "MWBA": 0.014,
    "MWAS": 0.014, "MOTH": 0.035, "AIND": 0.012, "APKN": 0.035, "ABAN": 0.015, "AOTH": 0.02, "BCRB": 0.015,
    "BAFR": 0.04, "BOTH": 0.012, "CHNE": 0.002, "OOTH": 0.025, "REFU": 0.003, "NOBT": 0.011,
}  # fmt: skip
_ARRIVED = {"OOTH": 0.35, "AOTH": 0.25, "BAFR": 0.30, "WOTH": 0.10}
_DISABILITIES = {
    "AUT": 0.24, "LD": 0.24, "BEH": 0.14, "COMM": 0.12, "MOB": 0.09, "PC": 0.05, "INC": 0.04, "DDA": 0.04,
    "HEAR": 0.02, "VIS": 0.02,
}  # fmt: skip
_FORENAMES = (
    "Alex", "Bay", "Casey", "Devon", "Eden", "Frankie", "Grey", "Harper", "Indi", "Jules", "Kit", "Lane",
    "Marlow", "Noa", "Ocean", "Perry", "Quinn", "Reese", "Sky", "Toni", "Umber", "Vale", "Wren", "Xan",
    "Yael", "Zephyr",
)  # fmt: skip
_SURNAMES = (
    "Arkwright", "Bowyer", "Cartwright", "Draper", "Easterly", "Fletcher", "Glover", "Hooper", "Inkpen",
    "Joiner", "Kilner", "Lorimer", "Mercer", "Nailer", "Ostler", "Potter", "Quarrier", "Roper", "Saddler",
    "Thatcher", "Upholder", "Vintner", "Wainwright",
)  # fmt: skip
POSTCODES = tuple(
    f"X{a}{n} {m}{b}{c}" for a in "ABC" for n in range(1, 10) for m in range(1, 9) for b, c in ("AB", "DE", "GH")
)
"""Invented: no postcode area of the United Kingdom begins with X."""
UPN_UNKNOWN = ("UN1", "UN2", "UN3", "UN5")
"""Why a pupil number is not known: too young, abroad until now, others."""
_STATUSES = ("UASC", "Refugee status", "Leave to remain")


@dataclass(frozen=True)
class People:
    """One element a child."""

    female: Bools
    unaccompanied: Bools
    disabled: Bools


def people(world: World, told: Journeys) -> People:
    """Who the children are, as other stages need to know it."""
    rng = world.rng("people")
    size = len(told.born)
    unaccompanied = np.zeros(size, dtype=bool)
    unaccompanied[told.care.child] = told.care.unaccompanied
    female = chance(rng, np.where(unaccompanied, 0.06, 0.485), size)
    disabled = ~unaccompanied & chance(rng, 0.115, size)
    return People(female, unaccompanied, disabled)


def people_tables(world: World, told: Journeys, who: People) -> dict[str, Frame]:
    """`ssd_person`, `ssd_family`, `ssd_address`, `ssd_disability`, `ssd_immigration_status`, `ssd_mother`."""
    rng = world.rng("people/tables")
    young_mothers = np.flatnonzero(who.female & (_age(world, told.born) >= 15) & chance(rng, 0.012, len(told.born)))
    size = len(told.born)
    index = np.arange(size)
    return {
        "ssd_person": _person(world, rng, told, who, young_mothers),
        "ssd_family": {
            "fami_table_id": ident("FAM", index),
            "fami_family_id": ident("F", told.family),
            "fami_person_id": ident("P", index),
        },
        "ssd_address": _address(world, rng, told),
        "ssd_disability": _disability(rng, who),
        "ssd_immigration_status": _immigration(rng, told, who),
        "ssd_mother": {
            "moth_table_id": ident("MO", np.arange(len(young_mothers))),
            "moth_person_id": ident("P", young_mothers),
            "moth_childs_dob": day(_birth_of_child(world, rng, told.born[young_mothers])),
        },
    }


def spared(person: Frame, told: Sequence[tuple[Frame, str, str]]) -> Frame:
    """The persons, no one dead before what is told of them: rows, the column of their person and that of their day."""
    death = person["pers_death_date"]
    last = np.full(len(death.values), NONE)
    for frame, who, when_told in told:
        known = frame[who].values < len(last)
        np.maximum.at(last, frame[who].values[known], frame[when_told].values[known])
    return person | {"pers_death_date": day(when(death.values >= last, death.values))}


def _age(world: World, born: Ints) -> Ints:
    return (world.as_at - born) // 365


def _birth_of_child(world: World, rng: np.random.Generator, born: Ints) -> Ints:
    earliest = birthday(born, 14) + 200
    return earliest + (rng.random(len(born)) * np.maximum(world.as_at - earliest, 1)).astype(np.int64)


def _person(world: World, rng: np.random.Generator, told: Journeys, who: People, mothers: Ints) -> Frame:
    size = len(told.born)
    index = np.arange(size)
    ethnic = choice(rng, _ETHNIC, size)
    codes = tuple(_ETHNIC)
    arrived = np.array([codes.index(c) for c in _ARRIVED])[choice(rng, _ARRIVED, size)]
    unborn = told.born > world.as_at
    schooled = ~unborn & (_age(world, told.born) >= 4)
    has_upn = schooled & ~who.unaccompanied & chance(rng, 0.97, size)
    without = np.where(who.unaccompanied, 1, 2 + choice(world.rng("upn unknown"), [0.4, 0.6], size))
    died = chance(rng, 0.0004, size) & (told.last_close + 30 < world.as_at)
    mother = np.zeros(size, dtype=bool)
    mother[mothers] = True
    return {
        "pers_legacy_id": ident("L", index),
        "pers_person_id": ident("P", index),
        "pers_upn": upn(when(has_upn, 810_000_000_000 + index)),
        "pers_forename": word(rng.integers(0, len(_FORENAMES), size), _FORENAMES),
        "pers_surname": word((told.family * 7) % len(_SURNAMES), _SURNAMES),
        "pers_sex": word(when(~unborn, who.female), ("M", "F")),
        "pers_gender": word(when(~unborn, who.female), ("Male", "Female")),
        "pers_ethnicity": word(np.where(who.unaccompanied, arrived, ethnic), codes),
        "pers_dob": day(when(~unborn, told.born)),
        "pers_single_unique_id": ident("S", index + 4_000_000),
        "pers_upn_unknown": word(when(~has_upn, np.where(schooled, without, 0)), UPN_UNKNOWN),
        "pers_send_flag": flag(who.disabled & chance(rng, 0.7, size)),
        "pers_expected_dob": day(when(unborn, told.born)),
        "pers_death_date": day(when(died, told.last_close + 20)),
        "pers_is_mother": flag(mother),
        "pers_nationality": word(when(~unborn, who.unaccompanied), ("GBR", "ZZZ")),
    }


def _address(world: World, rng: np.random.Generator, told: Journeys) -> Frame:
    """The family's home at the first referral, and a later one for a third of them; siblings live together."""
    families = int(told.family.max()) + 1
    first = np.full(families, np.iinfo(np.int64).max)
    np.minimum.at(first, told.family[told.referrals.child], told.referrals.events.day)
    first = np.minimum(first, world.as_at)
    moves = chance(rng, 0.33, families)
    moved = first + 30 + days_after(rng, 700, families)
    moves &= moved <= world.as_at
    # homes and placements lie in different postcodes
    home, later = (rng.integers(0, len(POSTCODES), families) // 2 * 2 for _ in range(2))
    child = np.concatenate([np.arange(len(told.born)), np.flatnonzero(moves[told.family])])
    second = np.arange(len(child)) >= len(told.born)
    family = told.family[child]
    start = np.where(
        second, moved[family], np.maximum(first[family] - 400, np.minimum(told.born[child], first[family]))
    )
    size = len(child)
    house, towns = rng.integers(1, 120, size), ("Oldmarket", "Newbridge End", "Highgreen", "Lowstaithe")
    return {
        "addr_table_id": ident("AD", np.arange(size)),
        "addr_person_id": ident("P", child),
        "addr_address_type": constant("Home address", size),
        "addr_address_start_date": day(start),
        "addr_address_end_date": day(when(moves[family] & ~second, moved[family])),
        "addr_address_postcode": word(np.where(second, later[family], home[family]), POSTCODES),
        "addr_address_house": ident("", house),
        "addr_address_street": word(house % 5, ("Mill Lane", "Station Road", "Chapel Street", "The Green", "Low Row")),
        "addr_address_town": word(family % 4, towns),
    }


def _disability(rng: np.random.Generator, who: People) -> Frame:
    """One or more codes for a disabled child, NONE for all others."""
    disabled, others = np.flatnonzero(who.disabled), np.flatnonzero(~who.disabled)
    more = disabled[chance(rng, 0.4, len(disabled))]
    child = np.concatenate([disabled, more, others])
    codes = ("NONE", *_DISABILITIES)
    first, second = choice(rng, _DISABILITIES, len(disabled)) + 1, choice(rng, _DISABILITIES, len(more)) + 1
    same = second == first[np.searchsorted(disabled, more)]
    second = np.where(same, second % len(_DISABILITIES) + 1, second)
    return {
        "disa_table_id": ident("DI", np.arange(len(child))),
        "disa_person_id": ident("P", child),
        "disa_disability_code": word(np.concatenate([first, second, np.zeros(len(others))]), codes),
    }


def _immigration(rng: np.random.Generator, told: Journeys, who: People) -> Frame:
    """UASC from arrival to the 18th birthday or an earlier decision, then the status that follows."""
    child = np.flatnonzero(who.unaccompanied)
    arrived = np.full(len(told.born), np.iinfo(np.int64).max)
    np.minimum.at(arrived, told.care.child, told.care.entry)
    start = arrived[child] - rng.integers(0, 3, len(child))
    adult = birthday(told.born[child], 18)
    early = chance(rng, 0.12, len(child))
    end = np.where(early, start + ((adult - start) * rng.uniform(0.4, 0.95, len(child))).astype(np.int64), adult)
    after = chance(rng, 0.8, len(child))
    kind = np.concatenate([np.zeros(len(child)), np.where(early, 1, 2)[after]])
    return {
        "immi_immigration_status_id": ident("IM", np.arange(len(kind))),
        "immi_person_id": ident("P", np.concatenate([child, child[after]])),
        "immi_immigration_status_start_date": day(np.concatenate([start, end[after]])),
        "immi_immigration_status_end_date": day(np.concatenate([end, np.full(after.sum(), NONE)])),
        "immi_immigration_status": word(kind, _STATUSES),
    }
