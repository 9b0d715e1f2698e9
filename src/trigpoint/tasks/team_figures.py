"""The newest prepared figures of one team, each beside the figure of the whole authority."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from trigpoint.language.definition import NATIONAL
from trigpoint.language.measure import PERCENT
from trigpoint.language.period import PeriodType
from trigpoint.packs.facts import facts_of
from trigpoint.reports.counts import counts, parts_in
from trigpoint.tasks.council_words import measure_title
from trigpoint.tasks.history import display_of
from trigpoint.tasks.library import any_measure
from trigpoint.tasks.prepared_figures import Prepared, of_group, prepared_figures


@dataclass(frozen=True)
class TeamFigure:
    """A measure of a team as printed, the counts it is made of, and the figure of all teams."""

    measure: str
    title: str
    period_end: date
    team: str
    made_of: str
    everyone: str


def team_figures(store: Path, team: str, measures: Sequence[str], snapshot: str = "") -> list[TeamFigure]:
    """Those of the measures for which a figure by team is prepared; none where nothing is. Raises StoreError."""
    prepared = prepared_figures(store, snapshot)
    if prepared is None:
        return []
    return [found for measure in measures if (found := _of(store, prepared, team, measure))]


def _of(store: Path, prepared: Prepared, team: str, measure: str) -> TeamFigure | None:
    rows = of_group(prepared, measure, "team", team).to_pylist()
    mine = [row for row in rows if row["breakdown"] == "team"]
    if not mine:
        return None
    own = max(mine, key=lambda row: (row["period_end"], -_length(row)))
    same = ("period_type", "period_end")
    total = [row for row in rows if row["breakdown"] == "" and all(row[name] == own[name] for name in same)]
    whole = _printed(measure, total[0]) if len(total) == 1 else ""
    facts = facts_of(any_measure(measure), "", PeriodType(own["period_type"]))
    facts = replace(facts, parts=parts_in(facts, own))
    made = counts(facts, own["numerator"], own["denominator"])
    return TeamFigure(measure, measure_title(store, measure), own["period_end"], _printed(measure, own), made, whole)


def _length(row: dict[str, Any]) -> int:
    return int((row["period_end"] - row["period_start"]).days)


def _printed(measure: str, row: dict[str, Any]) -> str:
    declared = any_measure(measure)
    said = display_of(declared, "", PeriodType(row["period_type"]), NATIONAL).of(row)
    return f"{said}{declared.unit}" if declared.unit == PERCENT else said
