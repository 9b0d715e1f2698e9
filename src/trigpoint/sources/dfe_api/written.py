"""Record rows as a payload needs them: by child, and each in the referral that it lies in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pyarrow as pa

from trigpoint.records.numbering import child_columns
from trigpoint.sources.dfe_api.care import PLACEMENTS
from trigpoint.sources.dfe_api.shape import CHILD, Group

Row = dict[str, Any]

_GROUPS = CHILD.groups["social_care_episodes"].groups
_FACTORS = "cinf_assessment_factors_factors"


class Rows:
    """The rows of record tables; a table that is not there is empty."""

    def __init__(self, tables: Mapping[str, pa.Table]) -> None:
        self._tables = tables
        self._by: dict[tuple[str, str], dict[str, list[Row]]] = {}
        self._within: dict[tuple[str, str], list[Row]] = {}

    def all(self, table: str) -> list[Row]:
        """Every row of a table."""
        return self._tables[table].to_pylist() if table in self._tables else []

    def of(self, table: str, child: str) -> list[Row]:
        """The rows of a child."""
        return self._where(table, child_columns(table)[0], child)

    def _where(self, table: str, column: str, value: str | None) -> list[Row]:
        if (table, column) not in self._by:
            found: dict[str, list[Row]] = {}
            for row in self.all(table):
                found.setdefault(row[column], []).append(row)
            self._by[table, column] = found
        return self._by[table, column].get(value, []) if value is not None else []

    def settle(self, child: str, episodes: Sequence[Row]) -> None:
        """Say for each row of a child in which of its referrals, sorted by day, it lies."""
        for name, group in _GROUPS.items() if episodes else ():
            for row in self.of(group.table, child):
                self._within.setdefault((name, self._lies_in(group, row, episodes)), []).append(row)

    def _lies_in(self, group: Group, row: Row, episodes: Sequence[Row]) -> str:
        known: list[str] = [str(episode["cine_referral_id"]) for episode in episodes]
        said = self._referral(group, row)
        if said in known:
            return str(said)
        days = [row[item.column] for item in group.items.values() if item.kind == "day" and item.column]
        first = min((day for day in days if day), default=date.max)
        begun: int = sum((episode["cine_referral_date"] or date.max) <= first for episode in episodes)
        return known[max(begun, 1) - 1]

    def _referral(self, group: Group, row: Row) -> str | None:
        if group is PLACEMENTS:
            return next((r["clae_referral_id"] for r in self.care(row["clap_cla_placement_id"])), None)
        return row[group.referral] if group.referral else None

    def within(self, group: str, referral: str) -> list[Row]:
        """The rows of a group that lie in a referral, settled before; given once, though two referrals share an id."""
        return self._within.pop((group, referral), [])

    def care(self, placement: str) -> list[Row]:
        """The episodes of care in a placement, first to last."""
        found = self._where("ssd_cla_episodes", "clae_cla_placement_id", placement)
        return sorted(found, key=lambda row: row["clae_cla_episode_start_date"] or date.max)

    def factors(self, assessment: str) -> list[str]:
        """Codes of the factors found in an assessment."""
        found = self._where("ssd_assessment_factors", "cinf_assessment_id", assessment)
        return sorted({code for row in found if row[_FACTORS] for code in row[_FACTORS].split(";")})

    def conference(self, enquiry: str) -> date | None:
        """Day of the first conference that a section 47 enquiry led to."""
        found = self._where("ssd_initial_cp_conference", "icpc_s47_enquiry_id", enquiry)
        return min((row["icpc_icpc_date"] for row in found if row["icpc_icpc_date"]), default=None)

    def worker(self, professional: str | None) -> str | None:
        """The staff id of a worker, or else the id in the records."""
        found = self._where("ssd_professionals", "prof_professional_id", professional)
        return next((row["prof_staff_id"] for row in found if row["prof_staff_id"]), professional)
