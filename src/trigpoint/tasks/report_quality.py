"""Write what a check of data quality found as a report, and the worklists of teams beside it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute

from trigpoint.reports.page import Stamp
from trigpoint.reports.quality_report import QualityFacts, RuleFact, TableFact, quality_report
from trigpoint.tasks.check_quality import QualityCheck
from trigpoint.tasks.issues_told import issues_told
from trigpoint.tasks.known_findings import trend
from trigpoint.tasks.progress import Progress, silent
from trigpoint.tasks.write_report import write_report
from trigpoint.tasks.write_table import write_table

pc: Any = pyarrow.compute  # its stubs know no mixture of arrays and scalars


def report_quality(
    found: QualityCheck, store: Path, out: Path, forms: Sequence[str], progress: Progress = silent
) -> list[Path]:
    """Write the report in some formats, and in the folder `worklists` a CSV for each team.

    The files written, the report's first. Raises PackError for a format that there is not, and OutputError.
    """
    written = write_report(quality_report(_facts(found, store)), out, forms, progress)
    return [*written, *_worklists(found.worklist, out / "worklists")]


def _facts(found: QualityCheck, store: Path) -> QualityFacts:
    manifest = found.snapshot.manifest
    authorities = manifest["authorities"]
    place = authorities[0] if len(authorities) == 1 else f"{len(authorities)} authorities"
    day = f"{found.as_at.day} {found.as_at:%B %Y}"
    stamp = Stamp(
        authority=place, place=place, period=day, data_as_at=day, snapshot=found.snapshot.id,
        definitions="rules of the returns' years", status="Draft, not signed off", handling="Official: internal",
    )  # fmt: skip
    rules = [
        RuleFact(
            family=one.family, rule=one.rule, title=one.title, severity=one.severity, outcome=one.outcome,
            found=one.found, reason=one.reason,
        )
        for one in found.outcomes
    ]  # fmt: skip
    tables = [
        TableFact(
            name=name, rows_in=said["in"], loaded=said["loaded"], refused=said["refused"], repeated=said["repeated"]
        )
        for name, said in manifest["rows"].items()
    ]
    return QualityFacts(
        stamp=stamp, as_at=found.as_at, findings=found.worklist.to_pylist(), rules=rules, trend=_trend(store, found),
        tables=tables, reasons=[(told.kind, told.sentence, told.count) for told in issues_told(manifest)],
    )  # fmt: skip


def _trend(store: Path, found: QualityCheck) -> dict[date, dict[str, int]]:
    """Findings by as-at day and team, today's check last; of several authorities a team bears the name of its own."""
    by_day = trend(store)
    pairs = zip(found.worklist["authority"].to_pylist(), found.worklist["team"].to_pylist(), strict=True)
    by_day[found.as_at] = Counter((str(authority), str(team or "")) for authority, team in pairs)
    many = len({authority for teams in by_day.values() for authority, _ in teams}) > 1
    return {
        day: {f"{authority}: {team}" if many else team: count for (authority, team), count in by_day[day].items()}
        for day in sorted(by_day)
        if day <= found.as_at
    }


def _worklists(worklist: pa.Table, out: Path) -> list[Path]:
    written = []
    for team in sorted({team or "" for team in worklist["team"].to_pylist()}):
        mine = worklist.filter(pc.equal(pc.fill_null(worklist["team"], ""), team))
        name = re.sub(r"[^A-Za-z0-9]+", "-", team).strip("-").lower() or "no-team"
        written.append(out / f"{name}.csv")
        write_table(mine, written[-1])
    return written
