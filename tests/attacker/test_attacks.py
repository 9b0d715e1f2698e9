"""Publish random packs, and attack the files: with secondary suppression no attack succeeds, without it many do."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest

from attacker import packs
from attacker.attack import Attacker, Found
from attacker.knowledge import number
from attacker.published_file import Figure, read
from trigpoint.figures.disclosure.control import Controlled, controlled
from trigpoint.figures.disclosure.rule import Action, Rule
from trigpoint.tasks.write_table import write_table

PUBLIC = Rule("public", date(2013, 4, 1), Action.SUPPRESS)
COUNTED = ("numerator", "denominator", "excluded", "unknown", "pending")


def publish(
    pack: pa.Table, wanted: packs.Ask, path: Path, earlier: Sequence[pa.Table] = (), *, secondary: bool = True
) -> Controlled:
    done = controlled(pack, PUBLIC, packs.displays(wanted), earlier, secondary=secondary)
    write_table(done.table, path)
    return done


def small(figures: Sequence[Figure], truth: pa.Table) -> dict[object, float]:
    """The small numbers behind a file, printed or only implied."""
    found: dict[object, float] = {}
    for figure, row in zip(figures, truth.to_pylist(), strict=True):
        form = packs.KINDS[figure.measure].form
        found |= {number(figure, what): row[what] for what in COUNTED if row[what] is not None}
        if form in {"ratio", "distribution"}:
            found["not met", number(figure, "numerator")] = row["denominator"] - row["numerator"]
        if form == "average":
            found.pop(number(figure, "numerator"))
    return {unknown: value for unknown, value in found.items() if PUBLIC.is_small(value)}


def successes(
    files: Sequence[list[Figure]], truth: pa.Table, *, most: int = 20, whole: bool = False
) -> list[tuple[object, float, Found]]:
    """Small numbers of the newest file that the attack can narrow down, among `most` drawn from it."""
    attacker = Attacker(files, packs.KINDS, packs.SAME, whole=whole)
    every = list(small(files[-1], truth).items())
    drawn = random.Random(most).sample(every, min(most, len(every)))
    found = [(unknown, value, attacker.bounds(unknown)) for unknown, value in drawn]
    return [one for one in found if one[2].is_success(PUBLIC.least, PUBLIC.threshold)]


@pytest.mark.parametrize("seed", range(12))
def test_no_attack_on_a_pack_succeeds(seed: int, tmp_path: Path) -> None:
    dice = random.Random(seed)
    wanted = packs.ask(dice)
    truth = packs.table(packs.events(dice, 120 if seed % 2 else 40), wanted)
    done = publish(truth, wanted, tmp_path / "public.csv")
    assert done.exposed == []
    assert successes([read(tmp_path / "public.csv")], truth) == []


@pytest.mark.parametrize("seed", range(100, 106))
def test_no_attack_on_a_pack_and_its_earlier_release_succeeds(seed: int, tmp_path: Path) -> None:
    dice = random.Random(seed)
    wanted, some = packs.ask(dice), packs.events(dice, 100)
    first = publish(packs.table(some, wanted), wanted, tmp_path / "first.csv")
    truth = packs.table(late(dice, some, seed), wanted)
    publish(truth, wanted, tmp_path / "second.csv", [first.table])
    editions = [read(tmp_path / name) for name in ("first.csv", "second.csv")]
    assert successes(editions, truth) == []


def late(dice: random.Random, some: list[packs.Event], seed: int) -> list[packs.Event]:
    """Every other pack is published again as it was."""
    return packs.late(dice, some) if seed % 2 else some


@pytest.mark.parametrize("seed", range(200, 203))
def test_no_attack_in_whole_numbers_succeeds_either(seed: int, tmp_path: Path) -> None:
    dice = random.Random(seed)
    wanted = packs.ask(dice)
    truth = packs.table(packs.events(dice, 60), wanted)
    publish(truth, wanted, tmp_path / "public.csv")
    assert successes([read(tmp_path / "public.csv")], truth, whole=True) == []


def test_without_secondary_suppression_the_attacker_succeeds(tmp_path: Path) -> None:
    pinned, broken = 0, 0
    for seed in range(8):
        dice = random.Random(seed)
        wanted = packs.ask(dice)
        truth = packs.table(packs.events(dice, 120 if seed % 2 else 40), wanted)
        publish(truth, wanted, tmp_path / "public.csv", secondary=False)
        found = successes([read(tmp_path / "public.csv")], truth)
        broken += bool(found)
        pinned += sum(bounds.high - bounds.low < 0.5 for _, _, bounds in found)
    assert broken >= 3
    assert pinned >= 10


@pytest.mark.parametrize("looks_back", [True, False])
def test_an_earlier_release_that_is_not_looked_at_gives_the_number_away(*, looks_back: bool, tmp_path: Path) -> None:
    teams = {"North": 3, "South": 20, "East": 8}
    some = [packs.Event(24314, team, "F", "A", "met", False, 1) for team, count in teams.items() for _ in range(count)]
    with_total = packs.Ask(["number"], [""], ["month"], [24314], [(), ("team",)])
    without = packs.Ask(["number"], [""], ["month"], [24314], [("team",)])
    first = publish(packs.table(some, with_total), with_total, tmp_path / "first.csv")
    truth = packs.table(some, without)
    publish(truth, without, tmp_path / "second.csv", [first.table] if looks_back else [])
    found = successes([read(tmp_path / name) for name in ("first.csv", "second.csv")], truth)
    assert [(value, bounds.low, bounds.high) for _, value, bounds in found] == ([] if looks_back else [(3, 3, 3)])
