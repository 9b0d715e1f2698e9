"""What is sent to DfE gives the figures that the records give, where it holds all that they are counted from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from trigpoint.language.period import PeriodType
from trigpoint.sources import dfe_api, plan
from trigpoint.synthetic import synthesize
from trigpoint.tasks.calculate import figures
from trigpoint.tasks.load import load

AS_AT = date(2026, 3, 31)
MEASURES = (
    "assessment_duration_days",
    "assessments_completed",
    "assessments_within_working_days_pct",
    "children_adopted",
    "cin_at_period_end",
    "cin_ceased",
    "cla_uasc",
    "referrals_by_source_dist",
    "referrals_nfa_pct",
    "referrals_received",
    "rereferrals_12m_pct",
    "s47_started",
    "s47_to_icpc_pct",
)
NOT_COLLECTED = ("cla_legal_status_dist", "cla_reviews_in_timescale_pct", "missing_episodes")


def test_a_payload_gives_the_figures_of_the_records_it_was_made_of(tmp_path: Path) -> None:
    synthesize(40, 3, 11, AS_AT, tmp_path / "files", form="parquet")
    records = {part.table: part.data for part in plan([tmp_path / "files"], "Kent").parts()}
    dfe_api.write(records, tmp_path / "payload")
    found = []
    for source in ("files", "payload"):
        store = tmp_path / f"store of {source}"
        load([tmp_path / source], store, AS_AT, authority="Kent")
        found.append(_counted(store, MEASURES))
    assert found[0] == found[1]
    assert {measure for measure, *_, count in found[0] if count} == set(MEASURES)
    silent = _counted(tmp_path / "store of payload", NOT_COLLECTED)
    assert {(measure, reason) for measure, _, _, _, reason, *_ in silent} == {
        (measure, "not collected") for measure in NOT_COLLECTED
    }


def _counted(store: Path, measures: Sequence[str]) -> list[tuple[Any, ...]]:
    table = figures(store, measures, [PeriodType.MONTH, PeriodType.SNAPSHOT], AS_AT, 24, [], "headline")
    columns = ("measure", "group", "period_type", "period_end", "reason", "denominator", "numerator", "value")
    return sorted((tuple(row[name] for name in columns) for row in table.to_pylist()), key=str)
