"""Every rule of the returns against its worked examples, and against the list of codes that must be there."""

from __future__ import annotations

import importlib
from typing import Any, cast

import pytest

from trigpoint.quality.example import Example, examples
from trigpoint.quality.library import rules
from trigpoint.quality.return_rule import ReturnRule

FAMILIES = ("ssda903", "cin_census")
CANNOT_FAIL = {"411"}  # it compares two answers that are worked out from one postcode
RULES = [(family, cast("ReturnRule[Any]", rule)) for family in FAMILIES for rule in rules(family).values()]


def worked(family: str, rule: ReturnRule[Any]) -> list[Example]:
    return list(examples(rule, home(family).MODULES, home(family).NEWEST))


def home(family: str) -> Any:
    return importlib.import_module(f"trigpoint.quality.{family}")


@pytest.mark.parametrize(("family", "rule"), RULES, ids=[f"{family}-{rule.code}" for family, rule in RULES])
def test_a_rule_lists_the_rows_that_its_examples_say(family: str, rule: ReturnRule[Any]) -> None:
    for example in worked(family, rule):
        collection = example.collection(home(family).MODULES, home(family).EXAMPLE_LOOK_UPS)
        condition = rule.condition(example.year)
        assert condition is not None, example.line
        found = {(row.module, row.place) for row in condition.failing(collection)}
        assert found == example.expected(rule), example.line


@pytest.mark.parametrize(("family", "rule"), RULES, ids=[f"{family}-{rule.code}" for family, rule in RULES])
def test_every_condition_has_a_row_that_fails_and_one_that_passes(family: str, rule: ReturnRule[Any]) -> None:
    for condition in rule.conditions:
        verdicts = {example.fails for example in worked(family, rule) if condition.holds_in(example.year)}
        assert verdicts == {rule.code not in CANNOT_FAIL, False}, f"{rule.code}, {condition.since} to {condition.until}"
