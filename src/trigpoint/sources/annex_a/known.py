"""Record tables as they stood on the day that the lists are of."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from functools import cache, cached_property
from typing import Any

import pyarrow as pa

from trigpoint.sources.annex_a.rows import Row

YES = {"Y", "YES", "1", "T", "TRUE"}


class Known:
    """Records of one authority; what lies after the day is not known."""

    def __init__(self, tables: Mapping[str, pa.Table], as_at: date) -> None:
        self._tables = tables
        self.as_at = as_at
        self.half_year, self.year = back(as_at, 6), back(as_at, 12)

    def rows(self, table: str) -> list[Row]:
        """Rows of a record table; none when it is not there."""
        return self._tables[table].to_pylist() if table in self._tables else []

    def by(self, table: str, column: str, day: str = "") -> dict[Any, list[Row]]:
        """Rows by the value of a column; with `day` those that had come, in the order of that column."""
        rows = self.rows(table)
        if day:
            rows = sorted((row for row in rows if self.known(row[day])), key=lambda row: row[day])
        found: dict[Any, list[Row]] = {}
        for row in rows:
            if row[column] is not None:
                found.setdefault(row[column], []).append(row)
        return found

    @cache  # noqa: B019 - lives as long as one writing
    def by_child(self, table: str, column: str, day: str) -> dict[Any, list[Row]]:
        """As `by`, made once."""
        return self.by(table, column, day)

    @cache  # noqa: B019 - as `by_child`
    def _by_id(self, table: str, column: str) -> dict[Any, Row]:
        return {row[column]: row for row in self.rows(table)}

    def one(self, table: str, column: str, identity: str | None) -> Row:
        """The row with an id; an empty one when there is none."""
        return self._by_id(table, column).get(identity, {})

    def known(self, day: date | None) -> date | None:
        """A day that had come."""
        return day if day and day <= self.as_at else None

    def recent(self, day: date | None) -> bool:
        """Whether a day lies in the six months to the day."""
        return day is not None and self.half_year < day <= self.as_at

    def in_year(self, day: date | None) -> bool:
        """Whether a day lies in the twelve months to the day."""
        return day is not None and self.year < day <= self.as_at

    def stands(self, start: date | None, end: date | None) -> bool:
        """Whether a spell had begun, whenever that was, and had not ended or only within the six months."""
        return (start is None or start <= self.as_at) and (end is None or end > self.half_year)

    @cached_property
    def people(self) -> dict[str, Row]:
        """Persons by id."""
        return {row["pers_person_id"]: row for row in self.rows("ssd_person")}

    @cached_property
    def _disabilities(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for row in self.rows("ssd_disability"):
            found.setdefault(row["disa_person_id"], set()).add((row["disa_disability_code"] or "").upper())
        return found

    @cached_property
    def _teams(self) -> dict[str, str]:
        named = {row["dept_team_id"]: row["dept_team_name"] for row in self.rows("ssd_department")}
        return {identity: name for identity, name in named.items() if name}

    def team(self, identity: str | None) -> str | None:
        """A team by its name."""
        return self._teams.get(identity or "", identity)

    @cached_property
    def _workers(self) -> dict[Any, list[Row]]:
        return self.by("ssd_involvements", "invo_person_id", "invo_involvement_start_date")

    def allocated(self, child: str) -> Row:
        """Team and worker of the involvement that began last and has not ended."""
        still = [row for row in self._workers.get(child, []) if not self.known(row["invo_involvement_end_date"])]
        if not still:
            return {"team": None, "worker": None}
        return {"team": self.team(still[-1]["invo_professional_team"]), "worker": still[-1]["invo_professional_id"]}

    def child(self, identity: str) -> Row:
        """What every list says of a child."""
        person = self.people.get(identity, {})
        codes = self._disabilities.get(identity)
        born = self.known(person.get("pers_dob"))
        return {
            "child": identity,
            "gender": person.get("pers_sex"),
            "ethnicity": person.get("pers_ethnicity"),
            "born": born,
            "age": self.as_at.year - born.year - ((self.as_at.month, self.as_at.day) < (born.month, born.day))
            if born
            else None,
            "disabled": None if codes is None else "Y" if codes - {"NONE", ""} else "N",
        }

    def was_uasc(self, child: str) -> bool:
        """Whether a child was an unaccompanied asylum seeker on some day of the twelve months."""
        return any(
            self.known(row["immi_immigration_status_start_date"] or self.as_at)
            and (row["immi_immigration_status_end_date"] or date.max) > self.year
            for row in self._seeking.get(child, [])
        )

    @cached_property
    def _seeking(self) -> dict[Any, list[Row]]:
        found = self.by("ssd_immigration_status", "immi_person_id")
        words = ("UASC", "UNACCOMPANIED ASYLUM")
        said = {
            child: [row for row in rows if _says(row["immi_immigration_status"], words)]
            for child, rows in found.items()
        }
        return {child: rows for child, rows in said.items() if rows}

    def ever_uasc(self, child: str) -> bool:
        """Whether a child has ever been an unaccompanied asylum seeker."""
        return child in self._seeking


def _says(text: str | None, words: tuple[str, ...]) -> bool:
    return any(word in (text or "").upper() for word in words)


def back(day: date, months: int) -> date:
    """The day so many months before; the last of the month from the last day of a month."""
    month = 12 * day.year + day.month - 1 - months
    year, place = divmod(month, 12)
    last, whole = monthrange(year, place + 1)[1], monthrange(day.year, day.month)[1]
    return date(year, place + 1, last if day.day == whole else min(day.day, last))


def answer(value: str | None) -> str | None:
    """A flag of the records as Y, N or nothing."""
    return None if value is None else "Y" if value.strip().upper() in YES else "N"
