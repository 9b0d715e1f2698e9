"""The rules of the records, each with how it is mended and rows that fail and pass."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from _generate.markdown import page
from trigpoint.quality.record_rule import RecordRule, Removed
from trigpoint.tasks.check_records import record_rules


def pages() -> Iterator[tuple[str, str]]:
    """Path below `docs/` and text."""
    rules = record_rules()
    lines = [
        "# Rules of the records",
        "",
        f"{len(rules)} rules say what in the records distorts figures. Each lists the rows that fail it, whose work "
        "they are, and who can mend them; then every measure is calculated again with those rows removed and with "
        "them mended, for the last complete month, quarter and year. Mended means the least change after which a row "
        "would pass. Where what is right stands in the case file only, the figure mended has that reason.",
        "",
    ]
    for rule in rules:
        lines += _rule(rule)
    yield "rules/records.md", page(*lines)


def _rule(rule: RecordRule) -> list[str]:
    tables = ", ".join(f"`{view.of.name}`" for view in rule.views())
    return [
        f"## {rule.id}",
        "",
        f"{rule.title}. {rule.mend}.",
        "",
        f"- Severity: {rule.severity}; mended by: {rule.who}",
        f"- Fails: {rule.fails.in_words()}",
        f"- Mended: {_mended(rule)}",
        f"- Tables: {tables}",
        "",
        "```text",
        *textwrap.dedent(rule.examples).strip().splitlines(),
        "```",
        "",
    ]


def _mended(rule: RecordRule) -> str:
    if isinstance(rule.mended, Removed):
        return "the row is removed"
    said = [
        f"{column.label} becomes {getattr(value, 'label', value) or 'empty'}" for column, value in rule.mended.items()
    ]
    return "; ".join(said) or "what is right stands in the case file only"
