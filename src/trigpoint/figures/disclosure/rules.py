"""Rules read from a TOML file: ours, or one that a council writes itself."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from trigpoint.figures.disclosure.rule import Action, Rule

OURS = Path(__file__).with_name("rules.toml")
_KEYS = ("audience", "from", "action", "threshold", "least_denominator", "zeros", "round_to")
_ZEROS = {"shown": False, "hidden": True}


class RuleError(ValueError):
    """A rule file that cannot be used, in one sentence: file, rule, key, what, how to mend."""


def rule_for(audience: str, on: date, path: Path = OURS) -> Rule:
    """The rule of an audience that is in force on a day.

    Top level: one `[[rule]]` for each audience and date, with `audience`, `from` (a date), `action` ("show", "flag" or
    "suppress") and, where they differ from ours, `threshold` (6), `least_denominator` (10), `zeros` ("shown" or
    "hidden") and `round_to` (1).

    Raises:
        RuleError: naming the rule as it is counted in the file, from 1, the key and the remedy.
    """
    rules = _read(path)
    found = [rule for rule in rules if rule.audience == audience and rule.start <= on]
    if not found:
        names = ", ".join(sorted({rule.audience for rule in rules}))
        raise RuleError(f"{path.name} has no rule for {audience!r} on {on}; its audiences are {names}.")
    return max(found, key=lambda rule: rule.start)


def _read(path: Path) -> list[Rule]:
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RuleError(f"{path.name} is not a TOML file ({error}); mend that line.") from error
    except OSError as error:
        raise RuleError(f"{path} could not be read: {error.strerror or error}; name a file of rules.") from error
    rows = document.get("rule")
    if not isinstance(rows, list) or not rows or set(document) != {"rule"}:
        raise RuleError(f"{path.name} is no file of rules; give each rule under a line [[rule]] and nothing else.")
    rules = [_rule(f"{path.name}, rule {number}", row) for number, row in enumerate(rows, start=1)]
    seen = [(rule.audience, rule.start) for rule in rules]
    for number, pair in enumerate(seen, start=1):
        if pair in seen[: number - 1]:
            raise RuleError(f"{path.name}, rule {number}: {pair[0]} has two rules from {pair[1]}; leave one out.")
    return rules


def _rule(place: str, row: Mapping[str, Any]) -> Rule:
    for key in row:
        if key not in _KEYS:
            raise RuleError(f"{place}: `{key}` is not a key of a rule; use one of {', '.join(_KEYS)}.")
    audience, start, zeros = row.get("audience"), row.get("from"), row.get("zeros", "shown")
    if not isinstance(audience, str) or not audience:
        raise RuleError(f"{place}: `audience` is missing; give its name as text.")
    if not isinstance(start, date):
        raise RuleError(f"{place}: `from` is not a date; write it without quotes as 2026-04-01.")
    if row.get("action") not in list(Action):
        raise RuleError(f"{place}: `action` is {row.get('action')!r}; give one of {', '.join(Action)}.")
    if zeros not in _ZEROS:
        raise RuleError(f"{place}: `zeros` is {zeros!r}; say shown or hidden.")
    return Rule(
        audience=audience,
        start=start,
        action=Action(row["action"]),
        threshold=_whole(place, row, "threshold", 6, 2),
        least_denominator=_whole(place, row, "least_denominator", 10, 1),
        hide_zeros=_ZEROS[zeros],
        round_to=_whole(place, row, "round_to", 1, 1),
    )


def _whole(place: str, row: Mapping[str, Any], key: str, default: int, least: int) -> int:
    value = row.get(key, default)
    if not isinstance(value, int) or isinstance(value, bool) or value < least:
        raise RuleError(f"{place}: `{key}` is {value!r}; give a whole number of {least} or more.")
    return value
