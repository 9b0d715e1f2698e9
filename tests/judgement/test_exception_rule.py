"""The exception list: two facts, joined as a council says."""

from __future__ import annotations

import json
import os
from decimal import Decimal
from pathlib import Path

import pytest

from trigpoint.judgement.direction import direction
from trigpoint.judgement.exception_rule import ExceptionRule, Standing
from trigpoint.judgement.rate_rows import rate_row
from trigpoint.judgement.state import State
from trigpoint.language.terms import Good
from trigpoint.packs.published import figures, measures

READ = Path(os.environ.get("TRIGPOINT_SHARED", Path(__file__).parents[3] / "shared")) / "mission" / "published.json"
OUT, IN, MET, NONE = State.OUTSIDE, State.WITHIN, State.MET, State.NOT_ASSESSED
WORSE = direction(Decimal(1), Decimal(2), Good.HIGH, "last period")
BETTER = direction(Decimal(2), Decimal(1), Good.HIGH, "last period")
SAME = direction(Decimal(2), Decimal(2), Good.HIGH, "last period")


@pytest.mark.parametrize(
    ("states", "moved", "why"),
    [
        ([IN, OUT], WORSE, "outside tolerance and worse"),
        ([IN, OUT], BETTER, ""),
        ([OUT, OUT], SAME, ""),
        ([OUT, OUT], None, ""),
        ([OUT, OUT, OUT], BETTER, "outside tolerance 3 times in a row"),
        ([OUT, NONE, OUT, OUT], BETTER, ""),
        ([OUT, IN], WORSE, ""),
        ([], None, ""),
    ],
)
def test_as_it_stands(states: list[State], moved: object, why: str) -> None:
    assert ExceptionRule().why(Standing(states, moved)) == why  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rule", "states", "why"),
    [
        (ExceptionRule(outside=True), [MET, OUT], "outside tolerance"),
        (ExceptionRule(below_target=True), [MET, IN], "misses its target"),
        (ExceptionRule(fell=True), [State.BETTER, MET], "fell since the period before"),
        (ExceptionRule(fell=True), [NONE, OUT], ""),
        (ExceptionRule(no_figure=True), [NONE], "no figure"),
        (ExceptionRule(times=2), [OUT, OUT], "outside tolerance 2 times in a row"),
        (ExceptionRule(times=None), [OUT, OUT, OUT], ""),
    ],
)
def test_as_a_council_says(rule: ExceptionRule, states: list[State], why: str) -> None:
    assert rule.why(Standing(states, BETTER)) == why


@pytest.mark.skipif(not READ.is_file(), reason=f"{READ} is not there")
def test_cheshire_east_commented_below_good_or_fallen_or_without_a_figure() -> None:
    """35 of its 42 lines; the others are improved lines with a comment, and lines that share one."""
    commented = {
        each["ref"]: each["commentary_present"]
        for each in json.loads(READ.read_text(encoding="utf-8"))
        if each["source"] == "cheshire-east"
    }
    rule = ExceptionRule(outside_and_worse=False, times=None, below_target=True, fell=True, no_figure=True)
    hits = 0
    for measure in (m for m in measures("cheshire-east") if m.style == "ordered"):
        by_quarter = {figure.period: figure.value for figure in figures("cheshire-east") if figure.ref == measure.ref}
        values = [by_quarter.get(quarter, "") for quarter in ("2016/17 Q2", "2016/17 Q3")]
        states = [State(rate_row({**vars(measure), "value": value}).state) for value in values]
        hits += bool(rule.why(Standing(states, None))) == commented[measure.ref]
    assert hits == 35
