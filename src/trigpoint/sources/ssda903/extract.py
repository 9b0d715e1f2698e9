"""Record tables looked up as a return needs them: rows by child, and the episodes of one collection year."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

import pyarrow as pa

from trigpoint.sources.ssda903.children import UASC
from trigpoint.sources.ssda903.home import home_post
from trigpoint.sources.ssda903.modules import first_day, last_day

Record = dict[str, Any]

_PLACES_TO_2025 = dict.fromkeys(("Z11", "Z12", "Z13", "Z14"), "Z1")
_PLACES_TO_2024 = {**_PLACES_TO_2025, "K3": "H5"}
"""Codes of placements in the words of the returns before there were these codes."""


SHORT_BREAKS = frozenset({"V3", "V4"})
"""Legal statuses of a series of short breaks, of which the return asks less."""


class Period(NamedTuple):
    """A run of episodes without gap. `entered` = its first episode says that care started; `end` None = open."""

    start: date
    end: date | None
    entered: bool

    def holds(self, day: date) -> bool:
        """Whether a day lies in it, its last day included."""
        return self.start <= day and (self.end is None or day <= self.end)


class Extract:
    """Records of one authority as they stood at the end of a collection year."""

    def __init__(self, tables: Mapping[str, pa.Table], year: int) -> None:
        self._tables = tables
        self._year = year
        self._codes = _PLACES_TO_2024 if year <= 2024 else _PLACES_TO_2025 if year <= 2025 else {}
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
    def periods(self) -> dict[str, list[Period]]:
        """Periods of care of each child with a day in the year, by start."""
        return {child: self._periods(rows) for child, rows in self.care.items()}

    def _periods(self, rows: list[Record]) -> list[Period]:
        found: list[Period] = []
        for row in rows:
            start, end = row["clae_cla_episode_start_date"], row["clae_cla_episode_ceased_date"]
            entered = row["clae_cla_episode_start_reason"] == "S"
            if start is None:
                continue
            if found and not entered and found[-1].end == start:
                found[-1] = found[-1]._replace(end=end)
            else:
                found.append(Period(start, end, entered))
        return [one for one in found if self.overlaps(one.start, one.end)]

    @cached_property
    def homes(self) -> dict[str, list[Record]]:
        """Addresses by child."""
        return self.by("ssd_address", "addr_person_id")

    @cached_property
    def on_breaks(self) -> set[str]:
        """Children of whom the year has short breaks alone."""
        others = {row["CHILD"] for row in self.episodes if row["LS"] not in SHORT_BREAKS}
        return self.children - others

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
        child = row["clae_person_id"]
        start, end = row["clae_cla_episode_start_date"], self.known(row["clae_cla_episode_ceased_date"])
        status = self.status(child, start)
        placement = self.placements.get(row["clae_cla_placement_id"], {})
        place = placement.get("clap_cla_placement_type")
        # supported accommodation is registered since October 2023
        unregistered = place == "K3" and self._year <= 2023
        changed = end and end == placement.get("clap_cla_placement_end_date")
        return {
            "CHILD": child,
            "DECOM": start,
            "RNE": row["clae_cla_episode_start_reason"],
            "LS": status,
            "CIN": row["clae_cla_primary_need_code"],
            "PLACE": self._codes.get(place, place) if place else None,
            "PLACE_PROVIDER": placement.get("clap_cla_placement_provider"),
            "DEC": end,
            "REC": row["clae_cla_episode_ceased_reason"] if end else None,
            "REASON_PLACE_CHANGE": placement.get("clap_cla_placement_change_reason") if changed else None,
            "HOME_POST": self._home(child, start) if status not in SHORT_BREAKS else None,
            "PL_POST": placement.get("clap_cla_placement_postcode"),
            "URN": None if unregistered else placement.get("clap_cla_placement_urn"),
        }

    @cached_property
    def unaccompanied(self) -> set[str]:
        """Unaccompanied asylum seekers of this year or the two before it, of whom the return asks no home."""
        since = first_day(self._year - 2)
        return {
            row["immi_person_id"]
            for row in self.rows("ssd_immigration_status")
            if is_unaccompanied(row) and (row["immi_immigration_status_end_date"] or since) >= since
        }

    def _home(self, child: str, start: date) -> str | None:
        own = None if child in self.unaccompanied else self.homes.get(child)
        entry = (
            next((one.start for one in reversed(self.periods[child]) if one.start <= start), start) if own else start
        )
        return home_post(own, start, entry) if own else None

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


def is_unaccompanied(row: Record) -> bool:
    """Whether an immigration status is that of an unaccompanied asylum-seeking child."""
    status = row["immi_immigration_status"] or ""
    return status == UASC or "unaccompanied asylum" in status.lower()


def _start(row: Record) -> tuple[date, date]:
    return row["clae_cla_episode_start_date"] or date.max, row["clae_cla_episode_ceased_date"] or date.max
