"""What was planted in an invented authority is found, and in its clean twin nothing is."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from trigpoint.engine import record_rows
from trigpoint.quality.library import rules
from trigpoint.synthetic import Planted, planted, synthesize
from trigpoint.tasks.check_records import RecordCheck, check_records, record_rules
from trigpoint.tasks.load import load
from trigpoint.tasks.stored import snapshot_of

AS_AT = date(2026, 3, 31)
CHILDREN, YEARS, SEED, ERRORS = 100, 6, 7, 0.03
NOT_CONTRADICTED = {"ended early", "never ended"}
"""Flaws that show only where other records say otherwise."""
NOT_COPIED = "not copied"


@pytest.fixture(scope="module")
def twins(tmp_path_factory: pytest.TempPathFactory) -> RecordCheck:
    """An authority recorded well and the same recorded badly, checked as two of one snapshot."""
    home = tmp_path_factory.mktemp("twins")
    for name, errors in (("clean", 0.0), ("recorded", ERRORS)):
        synthesize(CHILDREN, YEARS, SEED, AS_AT, home / "files" / name, form="parquet", errors=errors)
    load([home / "files"], home / "store", AS_AT)
    return check_records(snapshot_of(home / "store"), record_rules(), effect=False)


@pytest.fixture(scope="module")
def recorded(twins: RecordCheck) -> list[dict[str, Any]]:
    return [row for row in twins.findings.to_pylist() if row["authority"] == "recorded"]


@pytest.fixture(scope="module")
def flaws() -> list[Planted]:
    return planted(CHILDREN, YEARS, SEED, AS_AT, ERRORS)


def missed(recorded: list[dict[str, Any]], flaws: list[Planted]) -> list[Planted]:
    found = {(row["table"], row["record_id"]) for row in recorded}
    return [flaw for flaw in flaws if (flaw.table, flaw.record_id) not in found]


def test_nothing_is_found_in_the_clean_twin(twins: RecordCheck) -> None:
    assert [row for row in twins.findings.to_pylist() if row["authority"] == "clean"] == []
    assert (twins.skipped, twins.broken) == ([], [])
    assert {rule.id for rule, _ in twins.ran} == set(rules("records"))


def test_every_flaw_that_a_row_shows_by_itself_or_by_its_links_is_found(
    recorded: list[dict[str, Any]], flaws: list[Planted]
) -> None:
    assert len(flaws) > 2000
    by_others = NOT_CONTRADICTED | {NOT_COPIED}
    assert [flaw for flaw in missed(recorded, flaws) if flaw.flaw not in by_others] == []


def test_visits_not_copied_to_a_sibling_are_found_while_their_plans_are_known(
    recorded: list[dict[str, Any]], flaws: list[Planted]
) -> None:
    """Siblings are known by their plans and the conference of these: of spoilt ones nobody knows who is a sibling."""
    lacking = {flaw for flaw in flaws if flaw.flaw == NOT_COPIED}
    found = {row["record_id"] for row in recorded if row["rule"] == "visit_not_copied"}
    assert len(lacking) > 15
    assert len({flaw for flaw in lacking if flaw.record_id in found}) > 0.8 * len(lacking)


def test_episodes_and_placements_with_a_wrong_end_are_found_where_others_follow(
    recorded: list[dict[str, Any]], flaws: list[Planted]
) -> None:
    """The last episode of a period that ended early is contradicted by nothing but its placement."""
    care = {"ssd_cla_episodes", "ssd_cla_placement"}
    planted_in = [flaw for flaw in flaws if flaw.table in care and flaw.flaw in NOT_CONTRADICTED]
    lost = [flaw for flaw in missed(recorded, flaws) if flaw in planted_in]
    assert len(lost) < 0.3 * len(planted_in)


def test_what_is_found_lies_in_what_was_planted_or_is_linked_to_it(
    recorded: list[dict[str, Any]], flaws: list[Planted]
) -> None:
    """Rows found beside the planted ones are those whose neighbours were spoilt: few, and of rules about neighbours."""
    spoilt = {(flaw.table, flaw.record_id) for flaw in flaws}
    beside = Counter(row["rule"] for row in recorded if (row["table"], row["record_id"]) not in spoilt)
    about_one_row = {
        "start_missing",
        "ended_before_start",
        "code_unknown",
        "person_lost",
        "worker_lost",
        "recorded_twice",
    }
    assert not about_one_row & beside.keys()
    assert sum(beside.values()) < 0.1 * len(flaws)


def test_a_rule_that_breaks_is_told_and_the_others_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synthesize(12, 2, SEED, AS_AT, tmp_path / "files", form="parquet", errors=ERRORS)
    load([tmp_path / "files"], tmp_path / "store", AS_AT)
    monkeypatch.setitem(record_rows._OF_CODES, "unknown_code", lambda *_: 1 / 0)
    done = check_records(snapshot_of(tmp_path / "store"), record_rules(["code_unknown", "start_missing"]), effect=False)
    assert {rule.id for rule, _, _ in done.broken} == {"code_unknown"}
    assert {rule.id for rule, _ in done.ran} == {"start_missing"}
    assert done.broken[0][2] == "ZeroDivisionError: division by zero"
