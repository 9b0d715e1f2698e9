"""Who can mend a record: the worker and the team that a child is allocated to on the as-at day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import pyarrow as pa
import pyarrow.compute
import pyarrow.parquet as pq

from trigpoint.records.roles import SOCIAL_WORKERS
from trigpoint.store import Snapshot

pc: Any = pyarrow.compute  # its stubs know no mixture of arrays and scalars

_COLUMNS = {
    "authority": "authority",
    "invo_person_id": "child",
    "invo_professional_id": "worker",
    "invo_professional_role_id": "role",
    "invo_professional_team": "team",
    "invo_involvement_start_date": "start",
    "invo_involvement_end_date": "end",
}


_ORDER: list[tuple[str, Literal["ascending", "descending"]]] = [
    ("is_first", "ascending"),
    ("start", "ascending"),
    ("worker", "descending"),
]


@dataclass(frozen=True)
class Allocation:
    """The worker's id in the case system, the names of team and service; empty where the records name none."""

    worker: str = ""
    team: str = ""
    service: str = ""


Allocated = Mapping[tuple[str, str], Allocation]
"""The allocation of a child, by authority and the child's id."""


def allocated(snapshot: Snapshot) -> Allocated:
    """Every child with an involvement open on the as-at day: a social worker's before others', then the latest begun.

    The same choice as `engine.record_rules` makes, so that all findings of a child go to one worker.
    """
    files = snapshot.tables.get("ssd_involvements", [])
    if not files:
        return {}
    day = pa.scalar(date.fromisoformat(snapshot.manifest["as_at"]), pa.date32())
    table = pq.read_table(files, columns=list(_COLUMNS)).rename_columns(list(_COLUMNS.values()))
    start, end = table["start"].cast(pa.date32()), table["end"].cast(pa.date32())
    ended = pc.fill_null(pc.less_equal(end, day), fill_value=False)
    table = table.filter(pc.and_(pc.fill_null(pc.less_equal(start, day), fill_value=False), pc.invert(ended)))
    role = pc.utf8_lower(pc.utf8_trim_whitespace(table["role"].cast(pa.string())))
    is_first = pc.is_in(role, pa.array(SOCIAL_WORKERS)).cast(pa.int8())
    table = table.append_column("is_first", is_first)
    teams = _teams(snapshot)
    return {  # the last of a child stands
        (row["authority"], row["child"]): Allocation(
            row["worker"] or "", *teams.get((row["authority"], row["team"]), (row["team"] or "", ""))
        )
        for row in table.sort_by(_ORDER).to_pylist()
    }


def _teams(snapshot: Snapshot) -> Mapping[tuple[str, str], tuple[str, str]]:
    """The name of each team and of the service it belongs to."""
    files = snapshot.tables.get("ssd_department", [])
    if not files:
        return {}
    columns = ["authority", "dept_team_id", "dept_team_name", "dept_team_parent_name"]
    return {
        (row["authority"], row["dept_team_id"]): (
            row["dept_team_name"] or row["dept_team_id"],
            row["dept_team_parent_name"] or "",
        )
        for row in pq.read_table(files, columns=columns).to_pylist()
    }
