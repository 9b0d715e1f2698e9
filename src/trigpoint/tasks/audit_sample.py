"""What audits are drawn from, and the draw: random, recorded, and the same for everyone who repeats it."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trigpoint.language.period import PeriodType
from trigpoint.tasks.allocated import allocated
from trigpoint.tasks.list_cases import cases
from trigpoint.tasks.stored import last_whole_month, snapshot_of


@dataclass(frozen=True)
class WorkType:
    """A kind of work that is audited. `measure` lists the cases it is drawn from; none means every open case."""

    id: str
    words: str
    measure: str = ""
    period_type: PeriodType = PeriodType.SNAPSHOT


WORK_TYPES = (
    WorkType("whole case", "Whole case: any open case"),
    WorkType("referral", "Referrals of the last month", "referrals_received", PeriodType.MONTH),
    WorkType("combined assessment", "Assessments of the last month", "assessments_completed", PeriodType.MONTH),
    WorkType("cin plan", "Children in need", "cin_at_period_end"),
    WorkType("cp plan", "Children on a child protection plan", "cpp_at_period_end"),
    WorkType("cared for plan", "Children looked after", "cla_at_period_end"),
    WorkType("strategy and s47", "Section 47 enquiries of the last month", "s47_started", PeriodType.MONTH),
)
KINDS = {"practice": "Practice audit", "team_manager": "Team manager's audit", "dip_sample": "Dip sample"}
GRADES = ("Outstanding", "Good", "Requires improvement", "Inadequate")
QUESTIONS: Mapping[str, str] = {
    "child_views": "Are the child's views and wishes written down and used?",
    "history": "Is the family's history considered?",
    "up_to_date_assessment": "Is there an assessment of the last 12 months?",
    "sufficient_information": "Was enough information gathered?",
    "smart_plan": "Does the plan say what, who and by when, so that one can tell whether it was done?",
    "contingency": "Does the plan say what happens if it does not work?",
    "drift": "Did the work go on without drift or delay?",
    "decision_recording": "Are management decisions made and recorded?",
    "challenge": "Were concerns noticed and challenged?",
    "case_recording": "Is the recording good enough to understand the case?",
    "right_action": "Was the right action taken at the right time?",
    "thresholds": "Were thresholds applied properly?",
    "outcome_improved": "Did the work improve things for the child?",
    "graded_care_profile": "Was the graded care profile used where neglect is the concern?",
    "multi_agency_strategy": "Did the agencies that matter take part in the strategy discussion?",
    "cse_tool": "Was the exploitation screening tool completed where it was needed?",
    "s47_identified": "Was the need for a section 47 enquiry seen?",
    "step_up_down": "Was stepping up or down right?",
}
"""Codes of the library's audit measure, each as a question that is answered yes, no or not applicable."""


def frame(store: Path, work_type: str, snapshot: str = "") -> list[dict[str, Any]]:
    """Every child whose work could be drawn, once: `authority, child_id`. Raises LibraryError and StoreError."""
    taken = snapshot_of(store, snapshot)
    chosen = next(one for one in WORK_TYPES if one.id == work_type)
    if not chosen.measure:
        pairs = set(allocated(taken))
    else:
        end = last_whole_month(taken)
        found = cases(store, chosen.measure, chosen.period_type, end, ["counted", "met"], snapshot=taken.id)
        pairs = {(str(row["authority"]), str(row["child_id"] or "")) for row in found.to_pylist()}
    return [{"authority": authority, "child_id": child} for authority, child in sorted(pairs) if child]


def drawn(rows: Sequence[Mapping[str, Any]], size: int, seed: str, *, each_team: bool = False) -> list[dict[str, Any]]:
    """So many of the rows, at random: those whose SHA-256 of seed and case number comes first.

    The order depends on nothing else, so who has the seed and the list can draw again. With `each_team` the teams take
    turns, so that none is left out while another has two more.
    """
    placed = sorted((dict(row) for row in rows), key=lambda row: _lot(seed, row))
    if not each_team:
        return placed[:size]
    return list(_in_turn(placed))[:size]


def _in_turn(rows: Iterable[dict[str, Any]]) -> Iterable[dict[str, Any]]:
    teams: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        teams[row.get("team", "")].append(row)
    while any(teams.values()):
        yield from (mine.pop(0) for mine in list(teams.values()) if mine)


def _lot(seed: str, row: Mapping[str, Any]) -> str:
    return hashlib.sha256(f"{seed}:{row['authority']}:{row['child_id']}".encode()).hexdigest()
