"""Invented facts of a quality report."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from trigpoint.reports.page import Stamp
from trigpoint.reports.quality_report import Finding, QualityFacts, RuleFact, TableFact

BEFORE, NOW = date(2026, 9, 30), date(2026, 10, 31)


def finding(rule: str, child: str, worker: str, *, seen: date = BEFORE, status: str = "open") -> Finding:
    """A row of a worklist, as far as the report reads it."""
    grave = "query" if rule == "1050" else "error"
    title = "The episode has no end" if rule == "142" else "The review is early"
    return {
        "family": "ssda903", "rule": rule, "title": title, "severity": grave, "who": "worker", "child": child,
        "table": "Episodes" if rule == "142" else "Reviews",
        "team": "East", "worker": worker, "first_seen": seen, "status": status,
    }  # fmt: skip


def rule(code: str, outcome: str, reason: str = "", found: int = 0) -> RuleFact:
    """A rule and what became of it."""
    return RuleFact(
        family="ssda903", rule=code, title=code, severity="error", outcome=outcome, found=found, reason=reason
    )


def facts(**changed: Any) -> QualityFacts:
    """Two teams, two checks, rules that ran and rules that did not."""
    stamp = Stamp(
        authority="Anyshire", place="Anyshire", period="31 October 2026", data_as_at="31 October 2026",
        snapshot="0002-abc", definitions="rules of the returns' years", status="Draft", handling="Official: internal",
    )  # fmt: skip
    found = QualityFacts(
        stamp=stamp,
        as_at=NOW,
        findings=[
            finding("142", "C1", "W1"),
            finding("142", "C2", "W2", seen=NOW),
            finding("142", "C2", "W2", status="accepted"),
            finding("1050", "C1", "W1"),
        ],
        rules=[
            rule("142", "ran", found=3),
            replace(rule("1050", "ran", found=1), severity="query"),
            rule("157", "skipped", "the return has no OC2"),
            rule("185", "skipped", "the return has no OC2"),
            rule("999", "broken", "KeyError: 'x'"),
        ],
        trend={BEFORE: {"East": 5, "": 1}, NOW: {"East": 4}},
        tables=[
            TableFact(name="ssd_person", rows_in=60, loaded=60, refused=0, repeated=0),
            TableFact(name="ssd_cla_reviews", rows_in=40, loaded=35, refused=4, repeated=1),
        ],
        reasons=[("error", "DECOM: '…' is not a date", 5)],
    )
    return replace(found, **changed)
