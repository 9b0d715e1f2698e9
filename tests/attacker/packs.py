"""Random packs: invented children tabulated into the tidy columns by several measures, variants, groups and windows."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import product
from typing import Any

import pyarrow as pa

from attacker.knowledge import Kind
from trigpoint.figures.display import Display
from trigpoint.figures.table import SCHEMA

KINDS = {
    "share": Kind("ratio"),
    "number": Kind("count"),
    "rate": Kind("rate", 10_000),
    "kinds": Kind("distribution"),
    "days": Kind("average", 1),
    "stock": Kind("count", adds_up=False),
}
SAME = [("share denominator", "number numerator"), ("rate numerator", "number numerator")]
POPULATION = 41_207
_LENGTHS = {"month": 1, "quarter": 3, "rolling3": 3, "rolling12": 12, "snapshot": 1}


@dataclass(frozen=True)
class Event:
    """One child's event: when, where, what became of it."""

    month: int
    team: str
    sex: str
    category: str
    result: str
    is_uasc: bool
    days: int


@dataclass(frozen=True)
class Ask:
    """What a pack prints."""

    measures: Sequence[str]
    variants: Sequence[str]
    types: Sequence[str]
    months: Sequence[int]
    breakdowns: Sequence[tuple[str, ...]]


def events(dice: random.Random, most: int = 60) -> list[Event]:
    """Some children over fifteen months; few in some teams, many in others."""
    teams = ["North", "South", "East", "West"][: dice.randint(2, 4)]
    weights = [dice.choice((1, 3, 12)) for _ in teams]
    results = ["met"] * 6 + ["not met"] * 3 + ["unknown", "excluded", "pending"]
    return [
        Event(
            dice.randrange(24300, 24315),
            dice.choices(teams, weights)[0],
            dice.choice("FM"),
            dice.choices("ABC", (6, 3, 1))[0],
            dice.choice(results),
            dice.random() < 0.15,
            dice.randint(1, 90),
        )
        for _ in range(dice.randint(15, most))
    ]


def ask(dice: random.Random) -> Ask:
    """A random choice of what is printed."""
    last = 24314  # March, when a quarter ends
    breakdowns: list[tuple[str, ...]] = [(), ("team",), ("sex",), ("sex", "team")]
    return Ask(
        dice.sample(sorted(KINDS), dice.randint(1, 2)),
        dice.choice(([""], ["", "uasc=exc"])),
        dice.sample(["month", "quarter", "ytd", "rolling3", "rolling12", "snapshot"], dice.randint(1, 3)),
        range(last - dice.choice((0, 0, 1)), last + 1),
        dice.sample(breakdowns, dice.randint(1, 4)),
    )


def late(dice: random.Random, some: list[Event]) -> list[Event]:
    """The same children some weeks later: one is recorded late, or another is taken out."""
    at = dice.randrange(len(some))
    change = dice.choice(("more", "fewer", "other"))
    if change == "more":
        return [*some, some[at]]
    if change == "fewer" and len(some) > 1:
        return some[:at] + some[at + 1 :]
    return [*some[:at], replace(some[at], result="met"), *some[at + 1 :]]


def table(some: Sequence[Event], wanted: Ask) -> pa.Table:
    """The figures of a pack in the tidy columns."""
    rows = []
    for measure, variant, kind, last, names in product(
        wanted.measures, wanted.variants, wanted.types, wanted.months, wanted.breakdowns
    ):
        if kind == "quarter" and (last - 3) % 3 != 2:
            continue
        first = last - (_LENGTHS[kind] if kind != "ytd" else (last - 3) % 12 + 1) + 1
        here = [one for one in some if first <= one.month <= last and not (variant and one.is_uasc)]
        rows += _rows(here, (measure, variant, kind, first, last), names)
    return pa.Table.from_pylist(rows, SCHEMA)


def displays(wanted: Ask) -> dict[tuple[str, str, str], Display]:
    """How the figures of a pack are read."""
    every = product(wanted.measures, wanted.variants, wanted.types)
    return {(m, v, k): Display(KINDS[m].form, 0, KINDS[m].times) for m, v, k in every}  # type: ignore[arg-type]


def _rows(here: list[Event], about: tuple[str, str, str, int, int], names: tuple[str, ...]) -> list[dict[str, Any]]:
    breakdown = [*names, "category"] if about[0] == "kinds" else list(names)

    def group(one: Event) -> tuple[str, ...]:
        return tuple(getattr(one, name) for name in breakdown)

    found = sorted({group(one) for one in here} | ({()} if not breakdown else set()))
    rows = []
    for wanted in found:
        mine = [one for one in here if group(one) == wanted]
        all_categories = [one for one in here if group(one)[: len(names)] == wanted[: len(names)]]
        counted = _FORMS[KINDS[about[0]].form](mine, all_categories)
        rows.append(_about(about, "+".join(breakdown), " + ".join(wanted)) | counted)
    return rows


def _about(about: tuple[str, str, str, int, int], breakdown: str, group: str) -> dict[str, Any]:
    measure, variant, kind, first, last = about
    after = date((last + 1) // 12, (last + 1) % 12 + 1, 1)
    return {
        **dict.fromkeys(SCHEMA.names),
        "measure": measure,
        "variant": variant,
        "period_type": kind,
        "period_start": date(first // 12, first % 12 + 1, 1),
        "period_end": after - timedelta(days=1),
        "authority": "Borderfield",
        "definition": "national:0",
        "breakdown": breakdown,
        "group": group,
    }


def _count(some: list[Event], *results: str) -> int:
    return sum(one.result in results for one in some)


def _ratio(mine: list[Event], _: list[Event]) -> dict[str, Any]:
    met, all_of_them = _count(mine, "met"), _count(mine, "met", "not met", "unknown")
    beside = {name: _count(mine, name) for name in ("excluded", "unknown", "pending")}
    value = 100 * met / all_of_them if all_of_them else None
    reason = None if all_of_them else "no cases"
    return {"numerator": met, "denominator": all_of_them, "value": value, "reason": reason, **beside}


def _number(mine: list[Event], _: list[Event]) -> dict[str, Any]:
    counted = _count(mine, "met", "not met", "unknown")
    beside = {"excluded": _count(mine, "excluded"), "unknown": 0, "pending": _count(mine, "pending")}
    return {"numerator": counted, "value": counted, **beside}


def _rate(mine: list[Event], everyone: list[Event]) -> dict[str, Any]:
    counted = _number(mine, everyone)
    return counted | {"denominator": POPULATION, "value": 10_000 * counted["numerator"] / POPULATION}


def _distribution(mine: list[Event], all_categories: list[Event]) -> dict[str, Any]:
    beside = {"excluded": 0, "unknown": 0, "pending": 0}
    value = 100 * len(mine) / len(all_categories)
    return {"numerator": len(mine), "denominator": len(all_categories), "value": value, **beside}


def _average(mine: list[Event], _: list[Event]) -> dict[str, Any]:
    total, beside = sum(one.days for one in mine), {"excluded": 0, "unknown": 0, "pending": 0}
    value = total / len(mine) if mine else None
    return {
        "numerator": total,
        "denominator": len(mine),
        "value": value,
        "reason": None if mine else "no cases",
        **beside,
    }


_FORMS: dict[str, Callable[[list[Event], list[Event]], dict[str, Any]]] = {
    "ratio": _ratio,
    "count": _number,
    "rate": _rate,
    "distribution": _distribution,
    "average": _average,
}
