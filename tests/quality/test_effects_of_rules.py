"""By how much failing rows distort figures: what is laid on the authority's figure is what a whole recalculation gives.

The records are written anew without the failing rows, or with them mended by hand, loaded as authorities of their own,
and every figure is held against the effect.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from shutil import copytree
from typing import Any

import pyarrow as pa
import pyarrow.compute
import pyarrow.parquet as pq
import pytest

from trigpoint.records import TABLES
from trigpoint.synthetic import synthesize
from trigpoint.tasks.calculate import figures
from trigpoint.tasks.check_records import RecordCheck, check_records, record_rules
from trigpoint.tasks.load import load
from trigpoint.tasks.record_worklist import record_rows
from trigpoint.tasks.stored import snapshot_of

pc: Any = pyarrow.compute

AS_AT = date(2026, 3, 31)
RULES = ("ended_before_start", "start_missing", "referral_lost")
MEASURES = (
    "assessments_within_working_days_pct",  # a ratio of an event view
    "assessment_duration_days",  # a median
    "assessment_factors_rate_per_10000",  # a rate
    "cin_at_period_end",  # a stock
    "referrals_by_source_dist",  # a distribution
    "caseload_average_sw",  # a true ratio about workers
)
Key = tuple[str, ...]
State = tuple[float | None, float | None, float | None]


def key(row: dict[str, Any]) -> Key:
    return tuple(str(row[name]) for name in ("measure", "period_type", "period_end", "breakdown", "group"))


def failing(found: RecordCheck, rule: str) -> dict[str, list[str]]:
    """Ids of the rows that fail a rule, by table."""
    rows: dict[str, list[str]] = {}
    for row in found.findings.to_pylist():
        if row["rule"] == rule:
            rows.setdefault(row["table"], []).append(row["record_id"])
    return rows


def rewritten(folder: Path, rows: dict[str, list[str]], change: Callable[[str, pa.Table, Any], pa.Table]) -> None:
    for name, ids in rows.items():
        path = folder / f"{name}.parquet"
        table = pq.read_table(path)
        pq.write_table(change(name, table, pc.is_in(table[TABLES[name].key], pa.array(ids))), path)


def without(name: str, table: pa.Table, fails: Any) -> pa.Table:
    return table.filter(pc.invert(fails))


def ended_as_started(name: str, table: pa.Table, fails: Any) -> pa.Table:
    start, end = [c for c, field in TABLES[name].fields.items() if field.kind == "date"][:2]
    if name == "ssd_cla_episodes":
        end = "clae_cla_episode_ceased_date"
    place = table.column_names.index(end)
    return table.set_column(place, end, pc.if_else(fails, table[start], table[end]))


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("effects")
    synthesize(60, 3, 11, AS_AT, folder / "files", form="parquet", errors=0.04)
    load([folder / "files"], folder / "store", AS_AT)
    return folder


@pytest.fixture(scope="module")
def found(home: Path) -> RecordCheck:
    return check_records(snapshot_of(home / "store"), record_rules(RULES), whole=True, measures=MEASURES)


@pytest.fixture(scope="module")
def again(home: Path, found: RecordCheck) -> dict[str, dict[Key, State]]:
    """Figures of the authority as it is, without the rows that fail each rule, and with one rule's rows mended."""
    copytree(home / "files", home / "again" / "now")
    for rule in RULES:
        copytree(home / "files", home / "again" / rule)
        rewritten(home / "again" / rule, failing(found, rule), without)
    copytree(home / "files", home / "again" / "mended")
    rewritten(home / "again" / "mended", failing(found, "ended_before_start"), ended_as_started)
    load([home / "again"], home / "recalculated", AS_AT)
    table = figures(home / "recalculated", MEASURES, variant="headline")
    told: dict[str, dict[Key, State]] = {}
    for row in table.to_pylist():
        told.setdefault(row["authority"], {})[key(row)] = (row["numerator"], row["denominator"], row["value"])
    return told


def laid(found: RecordCheck, rule: str, state: str, now: dict[Key, State]) -> dict[Key, State]:
    """Every figure of the authority, changed where the rule has an effect."""
    names = [f"{state}_{name}" for name in ("numerator", "denominator", "value")]
    effects = [row for row in found.effects.to_pylist() if row["rule"] == rule]
    return now | {key(row): (row[names[0]], row[names[1]], row[names[2]]) for row in effects}


def same(one: dict[Key, State], other: dict[Key, State]) -> bool:
    def some(states: dict[Key, State]) -> dict[Key, State]:
        return {name: state for name, state in states.items() if state[0] or state[2] or not name[4]}

    first, second = some(one), some(other)
    return first.keys() == second.keys() and all(first[k] == pytest.approx(second[k], nan_ok=True) for k in first)


@pytest.mark.parametrize("rule", RULES)
def test_removed_rows_change_figures_as_a_whole_recalculation_does(
    rule: str, found: RecordCheck, again: dict[str, dict[Key, State]]
) -> None:
    assert again[rule] != again["now"]
    assert same(laid(found, rule, "removed", again["now"]), again[rule])


def test_mended_rows_change_figures_as_a_whole_recalculation_does(
    found: RecordCheck, again: dict[str, dict[Key, State]]
) -> None:
    assert again["mended"] != again["now"]
    assert same(laid(found, "ended_before_start", "mended", again["now"]), again["mended"])


def test_a_figure_that_is_no_sum_over_children_has_its_reason_unless_the_whole_is_asked(home: Path) -> None:
    store = snapshot_of(home / "store")
    done = check_records(store, record_rules(RULES[:1]), measures=["assessment_duration_days"])
    reason = "not recalculated: it is no sum over children; name the rule to have it from the whole authority"
    assert {row["reason"] for row in done.effects.to_pylist()} == {reason}
    assert done.distorts() == {}


def test_a_worklist_says_of_each_row_who_mends_it_and_what_it_distorts(found: RecordCheck) -> None:
    rows = list(record_rows(found))
    assert len(rows) == found.findings.num_rows
    row = next(row for row in rows if row["rule"] == "ended_before_start" and row["table"] == "ssd_cin_assessments")
    assert (row["severity"], row["who"], row["title"]) == ("error", "worker", "It ended before it started")
    assert "assessments_within_working_days_pct" in row["measures"].split(", ")
    assert row["values"].startswith("cina_assessment_auth_date ")
