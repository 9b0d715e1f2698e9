"""The rules of a year run on a return: what they found, which could not be run and why, which broke."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from trigpoint.quality.return_rule import ReturnRule
from trigpoint.records.returns import Collection, ReturnRow

AnyRule = ReturnRule[Any]


@dataclass(frozen=True)
class Finding:
    """A row that fails a rule."""

    rule: AnyRule
    row: ReturnRow

    @property
    def values(self) -> str:
        """What stands in the fields that the rule is about: `DEC 01/05/2024, REC (blank)`.

        A field that the collection year does not have is left out.
        """
        asked = _asked(self.rule, type(self.row), self.row.collection.year)
        return ", ".join([f"{name} {self.row.said(name) or '(blank)'}" for name in asked])


_ASKED: dict[tuple[AnyRule, type[ReturnRow], int], list[str]] = {}
"""Fields that a rule is about and a module has in a collection year: few, and asked for at every finding."""


def _asked(rule: AnyRule, of: type[ReturnRow], year: int) -> list[str]:
    key = rule, of, year
    if key not in _ASKED:
        _ASKED[key] = [name for name in rule.fields if name in of.columns and of.columns[name].holds_in(year)]
    return _ASKED[key]


@dataclass(frozen=True)
class ReturnCheck:
    """What the rules of one return's year found. A skipped rule has its reason, a broken one its fault."""

    year: int
    findings: Sequence[Finding] = field(default_factory=list)
    ran: Sequence[AnyRule] = field(default_factory=list)
    skipped: Sequence[tuple[AnyRule, str]] = field(default_factory=list)
    broken: Sequence[tuple[AnyRule, str]] = field(default_factory=list)


def check_return(rules: Iterable[AnyRule], collection: Collection, rules_of: int | None = None) -> ReturnCheck:
    """Run every rule that the return's year has, or another collection year: next year's rules can be tried early.

    A row is listed once a rule; nothing a rule does stops the others.
    """
    year = rules_of or collection.year
    findings: list[Finding] = []
    ran, skipped, broken = [], [], []
    for rule in rules:
        condition = rule.condition(year)
        if condition is None:
            skipped.append((rule, f"the rules of {year - 1}/{year % 100:02d} do not have it"))
        elif lacking := rule.lacking(collection):
            skipped.append((rule, lacking))
        else:
            try:
                failing = list(dict.fromkeys(condition.failing(collection)))
            except Exception as fault:  # noqa: BLE001 - a fault in one rule is told, and the others run
                broken.append((rule, f"{type(fault).__name__}: {fault}"))
                continue
            ran.append(rule)
            findings += [Finding(rule, row) for row in failing]
    return ReturnCheck(collection.year, findings, ran, skipped, broken)
