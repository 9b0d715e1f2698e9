"""What the rules of the records found, as rows of the worklist."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from trigpoint.quality.library import rules
from trigpoint.tasks.rule_outcome import RuleOutcome
from trigpoint.tasks.worklist import Row, said_measures

if TYPE_CHECKING:
    from trigpoint.tasks.check_records import RecordCheck

_FAMILY = "records"


def record_rows(done: RecordCheck) -> Iterator[Row]:
    """The findings as rows of the worklist, without what earlier loads and people said of them.

    The measures are those whose figures were seen to change, where they were calculated again; else those that read
    the table.
    """
    every, changed = rules(_FAMILY), done.distorts()
    for found in done.findings.to_pylist():
        rule = every[found["rule"]]
        seen = ", ".join(changed.get(found["rule"], []))
        yield {
            "authority": found["authority"],
            "team": found["team"] or "",
            "worker": found["worker"] or "",
            "child": found["child_id"],
            "family": _FAMILY,
            "rule": found["rule"],
            "severity": rule.severity,
            "title": rule.title,
            "values": found["says"],
            "mend": rule.mend,
            "who": rule.who,
            "table": found["table"],
            "record": found["record_id"],
            "year": None,
            "file": None,
            "row": None,
            "measures": seen or said_measures((found["table"],)),
        }


def record_outcomes(done: RecordCheck) -> Iterator[RuleOutcome]:
    """What became of each rule in each table that it looks at."""
    keys = zip(done.findings["rule"].to_pylist(), done.findings["table"].to_pylist(), strict=True)
    counts = Counter(cast("Iterator[tuple[str, str]]", keys))
    for rule, table in done.ran:
        yield RuleOutcome(table, _FAMILY, rule.id, rule.title, rule.severity, "ran", counts[rule.id, table])
    for rule, table, why in done.skipped:
        yield RuleOutcome(table, _FAMILY, rule.id, rule.title, rule.severity, "skipped", reason=why)
    for rule, table, why in done.broken:
        yield RuleOutcome(table, _FAMILY, rule.id, rule.title, rule.severity, "broken", reason=why)
