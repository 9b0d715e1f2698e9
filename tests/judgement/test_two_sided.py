"""The two-sided rule, walked through its truth tables."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from trigpoint.judgement.state import State
from trigpoint.judgement.target import Target
from trigpoint.judgement.two_sided import judge
from trigpoint.language.terms import Good

HERE = Path(__file__).parent


def rows(name: str) -> list[list[str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [[cell.strip() for cell in line.split("|")] for line in lines if line.strip() and not line.startswith("#")]


def number(text: str) -> Decimal | None:
    return None if text == "-" else Decimal(text)


def target(value: str, low: str, high: str, good: str) -> Target:
    return Target(
        set="t",
        measure="m",
        variant="",
        period_type="month",
        value=number(value),
        low=number(low),
        high=number(high),
        good=Good(good),
        start=date(2018, 4, 1),
        end=None,
        agreed_by="board",
    )


@pytest.mark.parametrize("row", rows("two_sided.txt"), ids=" ".join)
def test_truth_table(row: list[str]) -> None:
    value, aim, low, high, good, state, against_target, against_tolerance = row
    judgement = judge(number(value), target(aim, low, high, good))
    assert judgement.state == state
    assert (judgement.against_target, judgement.against_tolerance) == (against_target, against_tolerance)


@pytest.mark.parametrize("row", rows("birmingham_2018_10.txt"), ids=" ".join)
def test_published_judgements(row: list[str]) -> None:
    _, value, aim, low, high, good, compared_with, printed = row
    word, _, documented_miss = printed.partition("!")
    judgement = judge(number(value), target(aim, low, high, good))
    found = judgement.against_target if compared_with == "target" else judgement.against_tolerance
    assert found == (documented_miss or word).strip()


def test_thirteen_of_fourteen() -> None:
    published = rows("birmingham_2018_10.txt")
    assert (len(published), sum("!" in row[-1] for row in published)) == (14, 1)


def test_no_value_gives_its_reason_and_no_target_says_so() -> None:
    assert judge(None, None, "no cases").reason == "no cases"
    assert judge(None, target("85", "75", "95", "high")).reason == "no value"
    assert judge(Decimal(1), None).state is State.NO_TARGET
