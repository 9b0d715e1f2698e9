"""Health of looked-after children: assessments and their requests, dental checks, SDQ, immunisations, passports."""

from __future__ import annotations

from datetime import date

import numpy as np

from trigpoint.synthetic.case import Case
from trigpoint.synthetic.clock import birthday, collection_year, day_number
from trigpoint.synthetic.columns import (
    DAY_SECONDS,
    Bools,
    Frame,
    Ints,
    day,
    flag,
    ident,
    moment,
    number,
    when,
    word,
)
from trigpoint.synthetic.spells import within
from trigpoint.synthetic.world import chance, choice, days_after, logistic

_TYPES = ("Initial health assessment", "Review health assessment", "Dental check")
_STATUSES = ("Completed", "Refused", "Cancelled")
_BY = ("paediatrician", "nurse", "gp", "other")
_MANY_YEARS = 10_000
Checks = tuple[Ints, Ints, Ints, Ints]
"""Period of care, day, type, status."""


def health_tables(case: Case) -> dict[str, Frame]:
    """`ssd_cla_health`, `ssd_sdq_scores`, `ssd_cla_immunisations`, misuse, convictions and the `ext_` of health."""
    rng, care, world = case.world.rng("health"), case.told.care, case.world
    until = np.minimum(care.leave, world.as_at + 1)
    first, request = _initial(case, rng, until)
    parts = [first, _reviews(case, rng, until), _dental(case, rng, until)]
    period, days, kind, status = (np.concatenate([p[i] for p in parts]) for i in range(4))
    order = np.lexsort((kind, period, days))
    period, days, kind, status = period[order], days[order], kind[order], status[order]
    return {
        "ssd_cla_health": {
            "clah_health_check_id": ident("H", np.arange(len(period))),
            "clah_person_id": ident("P", care.child[period]),
            "clah_health_check_type": word(kind, _TYPES),
            "clah_health_check_date": day(days),
            "clah_health_check_status": word(status, _STATUSES),
        },
        "ext_health_request": request,
        "ext_health_passport": _passports(case, rng),
        "ssd_sdq_scores": _sdq(case, rng, until),
        "ssd_cla_immunisations": _immunisations(case, rng, until),
        **_trouble(case, rng, until),
    }


def _initial(case: Case, rng: np.random.Generator, until: Ints) -> tuple[Checks, Frame]:
    """The initial assessment, about three in five within 20 working days, and the request that went before."""
    care, clock = case.told.care, case.world.clock
    size = len(care.child)
    nobody = np.zeros(size, dtype=np.int64)
    pressed = case.world.pressure("initial health", nobody, care.entry, 1)
    in_time = chance(rng, logistic(0.63, -0.5 * pressed), size)
    done = clock.add_wd(care.entry, np.where(in_time, rng.integers(7, 21, size), 21 + days_after(rng, 14, size)))
    status = choice(rng, [0.965, 0.035, 0.0], size)
    asked = (
        care.entry
        + np.where(chance(rng, 0.80, size), rng.integers(0, 6, size), rng.integers(6, 25, size))
        - chance(rng, 0.05, size) * 3
    )
    real = np.flatnonzero(done < until)
    off = real[chance(rng, 0.04, len(real))]
    cancelled = np.maximum(done[off] - rng.integers(3, 15, len(off)), care.entry[off])
    period = np.concatenate([real, off])
    checks = (
        period, np.concatenate([done[real], cancelled]), np.zeros(len(period), dtype=np.int64),
        np.concatenate([status[real], np.full(len(off), 2)]),
    )  # fmt: skip
    shown = np.flatnonzero(asked < until)
    seen = (done < until) & (status == 0)
    by = np.where(chance(rng, 0.82, size), 0, choice(rng, [0, 0.5, 0.3, 0.2], size))
    request = {
        "request_id": ident("HR", np.arange(len(shown))),
        "person_id": ident("P", care.child[shown]),
        "requested_at": moment(asked[shown] * DAY_SECONDS + rng.integers(8, 17, len(shown)) * 3600),
        "assessed_by": word(when(seen, by)[shown], _BY),
    }
    return checks, request


def _reviews(case: Case, rng: np.random.Generator, until: Ints) -> Checks:
    """Every six months under five, every year after."""
    care = case.told.care
    young = care.entry + 30
    five = np.clip(birthday(care.born, 5), young, until)

    def often(owner: Ints) -> Ints:
        return 152 + days_after(rng, 30, len(owner), 3.0)

    def yearly(owner: Ints) -> Ints:
        return 310 + days_after(rng, 42, len(owner), 2.0)

    early, late = within(young, five, 120, often), within(five, until, 250, yearly)
    return _checks(rng, np.concatenate([early[0], late[0]]), np.concatenate([early[1], late[1]]), 1, until)


def _dental(case: Case, rng: np.random.Generator, until: Ints) -> Checks:
    care = case.told.care
    from_two = np.maximum(care.entry + 20, care.born + 500)
    found = within(from_two, until, 120, lambda o: 165 + days_after(rng, 150, len(o), 2.0))
    return _checks(rng, *found, 2, until)


def _checks(rng: np.random.Generator, period: Ints, days: Ints, kind: int, until: Ints) -> Checks:
    days = np.where((days + 3) % 7 >= 5, np.minimum(days + 2, until[period] - 1), days)
    size = len(period)
    return period, days, np.full(size, kind), choice(rng, [0.93, 0.04, 0.03], size)


def _passports(case: Case, rng: np.random.Generator) -> Frame:
    """Issued about the 18th birthday to those who reach it in care."""
    care = case.told.care
    adult = birthday(care.born, 18)
    leaving = np.flatnonzero((care.leave >= adult) & (adult >= case.kept) & chance(rng, 0.9, len(adult)))
    late = chance(rng, 0.15, len(leaving))
    issued = adult[leaving] + np.where(late, rng.integers(1, 60, len(leaving)), -rng.integers(0, 80, len(leaving)))
    return {"person_id": ident("P", care.child[leaving]), "issued_on": day(issued)}


def _sdq(case: Case, rng: np.random.Generator, until: Ints) -> Frame:
    """Yearly for those aged 4 to 16; a child's scores stay near one another."""
    care = case.told.care
    start = np.maximum(care.entry + 60, birthday(care.born, 4))
    end = np.minimum(until, birthday(care.born, 17))
    period, days = within(start, end, 200, lambda o: 320 + days_after(rng, 40, len(o)))
    late, asked = _unanswered(case, period, days)
    usual = np.clip(rng.normal(14.3, 6.3, len(case.told.born)), 0, 40)[care.child[period]]
    scored = chance(rng, 0.8, len(period))
    score = np.clip(usual + rng.normal(0, 2.5, len(period)), 0, 40).astype(np.int64)
    scored, score = np.r_[scored, np.zeros(len(late), dtype=bool)], np.r_[score, np.zeros(len(late), dtype=np.int64)]
    period, days = np.r_[period, late], np.r_[days, asked]
    reason = choice(rng, [0.0, 0.3, 0.15, 0.3, 0.25], len(period))
    return {
        "csdq_table_id": ident("SQ", np.arange(len(period))),
        "csdq_person_id": ident("P", care.child[period]),
        "csdq_sdq_completed_date": day(days),
        "csdq_sdq_score": number(when(scored, score)),
        "csdq_sdq_reason": word(when(~scored, reason), ("SDQ1", "SDQ2", "SDQ3", "SDQ4", "SDQ5")),
    }


def _unanswered(case: Case, period: Ints, days: Ints) -> tuple[Ints, Ints]:
    """The years that a child of 4 to 16 spent in care without a score: the return asks why there is none."""
    care, world, rng = case.told.care, case.world, case.world.rng("unanswered")
    scored = period * _MANY_YEARS + collection_year(days)
    found: list[tuple[Ints, Ints]] = []
    first, last = collection_year(np.array([case.kept, world.as_at]))
    for year in range(int(first), int(last) + 1):
        begins, ends = day_number(date(year - 1, 4, 1)), day_number(date(year, 3, 31))
        asked = (birthday(care.born, 4) <= ends) & (birthday(care.born, 17) >= begins)
        rows = np.flatnonzero(asked & (care.entry <= begins) & (care.leave > ends) & (ends <= world.as_at))
        rows = rows[~np.isin(rows * _MANY_YEARS + year, scored)]
        found.append((rows, ends - rng.integers(0, 60, len(rows))))
    return np.concatenate([rows for rows, _ in found]), np.concatenate([asked_on for _, asked_on in found])


def _immunisations(case: Case, rng: np.random.Generator, until: Ints) -> Frame:
    """The latest status of each child looked after in the window."""
    care = case.told.care
    rows = np.flatnonzero((until >= case.world.start) & (until - care.entry > 60))
    child, place = np.unique(care.child[rows][::-1], return_index=True)
    period = rows[::-1][place]
    back = np.minimum(rng.integers(0, 360, len(child)), until[period] - care.entry[period] - 1)
    return {
        "clai_person_id": ident("P", child),
        "clai_immunisations_status": flag(chance(rng, 0.86, len(child))),
        "clai_immunisations_status_date": day(until[period] - 1 - back),
    }


def _trouble(case: Case, rng: np.random.Generator, until: Ints) -> dict[str, Frame]:
    """Convictions and substance misuse, rare and from ten on."""
    care = case.told.care
    start = np.maximum(care.entry + 20, birthday(care.born, 11))

    def found(yearly: float) -> tuple[Ints, Ints]:
        prone: Bools = chance(rng, 0.12, len(start))
        rows = np.flatnonzero(prone & (until > start))
        owner, days = within(start[rows], until[rows], 60, lambda o: 60 + days_after(rng, 365 / yearly, len(o)))
        return rows[owner], days

    period, days = found(0.35)
    used, used_on = found(0.5)
    return {
        "ssd_cla_convictions": {
            "clac_cla_conviction_id": ident("CO", np.arange(len(period))),
            "clac_person_id": ident("P", care.child[period]),
            "clac_cla_conviction_date": day(days),
            "clac_cla_conviction_offence": word(
                rng.integers(0, 4, len(days)), ("Theft", "Assault", "Criminal damage", "Drugs")
            ),
        },
        "ssd_cla_substance_misuse": {
            "clas_substance_misuse_id": ident("SM", np.arange(len(used))),
            "clas_person_id": ident("P", care.child[used]),
            "clas_substance_misuse_date": day(used_on),
            "clas_substance_misused": word(rng.integers(0, 3, len(used)), ("Cannabis", "Alcohol", "Other")),
            "clas_intervention_received": flag(chance(rng, 0.6, len(used))),
        },
    }
