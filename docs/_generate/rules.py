"""The rules of each return, with the collection years that have them and the rows that show what fails."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from typing import Any, cast

from _generate.markdown import page, table
from trigpoint.quality.library import rules
from trigpoint.quality.return_rule import ReturnRule
from trigpoint.sources.ssda903.modules import label

FAMILIES = {"ssda903": "Rules of the SSDA903 return", "cin_census": "Rules of the children in need census"}


def pages() -> Iterator[tuple[str, str]]:
    """Path below `docs/` and text."""
    for family, title in FAMILIES.items():
        every = [cast("ReturnRule[Any]", rule) for rule in rules(family).values()]
        newest = importlib.import_module(f"trigpoint.quality.{family}").NEWEST
        now = [rule for rule in every if rule.condition(newest)]
        lines = [
            f"# {title}",
            "",
            f"{len(every)} rules, {len(now)} of them in force in {label(newest)}. The codes are those of the "
            "Department for Education; the sentences are ours. Years are collection years. Under each rule stand rows "
            "that fail it and rows that pass, as they are tested: `*` marks the row that is listed, `last year` one of "
            "the return before.",
            "",
            "A rule marked *to be checked* leaves its meaning in doubt; check it against the Department's document.",
            "",
        ]
        for rule in every:
            lines += _rule(rule)
        yield f"rules/{family}.md", page(*lines)


def _rule(rule: ReturnRule[Any]) -> list[str]:
    facts = [
        ("How grave", rule.severity),
        ("Lists rows of", f"`{rule.lists.module}`"),
        ("Looks at", ", ".join(f"`{name}`" for name in rule.fields)),
        ("Years", ", ".join(_years(one.since, one.until) for one in rule.conditions)),
        ("How to mend it", f"{rule.mend} ({rule.who})"),
    ]
    if rule.needs:
        facts.append(("Not run when", "; ".join(sorted(need.value for need in rule.needs))))
    if rule.doubt:
        facts.append(("To be checked", rule.doubt))
    examples = [line.strip() for line in rule.examples.strip().splitlines()]
    return [f"## {rule.code}", "", f"{rule.title}.", "", *table(["", ""], facts), "```text", *examples, "```", ""]


def _years(since: int, until: int | None) -> str:
    if until is None:
        return f"from {label(since)}"
    return label(since) if since == until else f"{label(since)} to {label(until)}"
