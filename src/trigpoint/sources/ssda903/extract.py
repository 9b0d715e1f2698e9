"""Record tables looked up as a return needs them: rows by child, and the episodes of one collection year."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Any

import pyarrow as pa

from trigpoint.sources.ssda903.modules import first_day, last_day

Record = dict[str, Any]


class Extract:
    """Records of one authority as they stood at the end of a collection year."""

    def __init__(self, tables: Mapping[str, pa.Table], year: int) -> None:
        self._tables = tables
        self.first, self.last = first_day(year), last_day(year)

    def rows(self, table: str) -> list[Record]:
        """Rows of a record table; none when it is not there."""
        return self._tables[table].to_pylist() if table in self._tables else []

    def by(self, table: str, column: str) -> dict[str, list[Record]]:
        """Rows of a record table by the value of a column."""
        found: dict[str, list[Record]] = {}
        for row in self.rows(table):
            if row[column] is not None:
                found.setdefault(row[column], []).append(row)
        return found

    def known(self, day: date | None) -> date | None:
        """A day that had come by the end of the year; a later one was not known."""
        return day if day and day <= self.last else None

    def in_year(self, day: date | None) -> bool:
        """Whether a day lies in the collection year."""
        return day is not None and self.first <= day <= self.last

    def overlaps(self, start: date | None, end: date | None) -> bool:
        """Whether a spell has a day in the year; without start it goes back for ever."""
        return (start is None or start <= self.last) and (end is None or end >= self.first)

    @cached_property
    def people(self) -> dict[str, Record]:
        """Persons by id."""
        return {row["pers_person_id"]: row for row in self.rows("ssd_person")}

    @cached_property
    def placements(self) -> dict[str, Record]:
        """Placements by id."""
        return {row["clap_cla_placement_id"]: row for row in self.rows("ssd_cla_placement")}

    @cached_property
    def statuses(self) -> dict[str, list[Record]]:
        """Legal statuses by child."""
        return self.by("ssd_legal_status", "lega_person_id")

    @cached_property
    def care(self) -> dict[str, list[Record]]:
        """Episodes of each child by start, of all years."""
        found = self.by("ssd_cla_episodes", "clae_person_id")
        return {child: sorted(rows, key=_start) for child, rows in found.items()}

    @cached_property
    def children(self) -> set[str]:
        """Children with an episode in the year."""
        return {row["CHILD"] for row in self.episodes}

    @cached_property
    def episodes(self) -> list[Record]:
        """Rows of the module Episodes."""
        return [
            self._episode(row)
            for rows in self.care.values()
            for row in rows
            if row["clae_cla_episode_start_date"]
            and self.overlaps(row["clae_cla_episode_start_date"], row["clae_cla_episode_ceased_date"])
        ]

    def _episode(self, row: Record) -> Record:
        start, end = row["clae_cla_episode_start_date"], self.known(row["clae_cla_episode_ceased_date"])
        placement = self.placements.get(row["clae_cla_placement_id"], {})
        changed = end and end == placement.get("clap_cla_placement_end_date")
        return {
            "CHILD": row["clae_person_id"],
            "DECOM": start,
            "RNE": row["clae_cla_episode_start_reason"],
            "LS": self.status(row["clae_person_id"], start),
            "CIN": row["clae_cla_primary_need_code"],
            "PLACE": placement.get("clap_cla_placement_type"),
            "PLACE_PROVIDER": placement.get("clap_cla_placement_provider"),
            "DEC": end,
            "REC": row["clae_cla_episode_ceased_reason"] if end else None,
            "REASON_PLACE_CHANGE": placement.get("clap_cla_placement_change_reason") if changed else None,
            "PL_POST": placement.get("clap_cla_placement_postcode"),
            "URN": placement.get("clap_cla_placement_urn"),
        }

    def status(self, child: str, day: date) -> str | None:
        """Legal status of a child on a day; of several the one that began last."""
        holding = [
            row
            for row in self.statuses.get(child, [])
            if (row["lega_legal_status_start_date"] or date.min) <= day
            and (row["lega_legal_status_end_date"] is None or day < row["lega_legal_status_end_date"])
        ]
        newest = max(holding, key=lambda row: row["lega_legal_status_start_date"] or date.min, default=None)
        return newest["lega_legal_status"] if newest else None


def _start(row: Record) -> tuple[date, date]:
    return row["clae_cla_episode_start_date"] or date.max, row["clae_cla_episode_ceased_date"] or date.max
