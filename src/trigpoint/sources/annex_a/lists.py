"""The eleven lists as declared once: their columns in order, what each holds, and the codes they are written in."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from types import MappingProxyType
from typing import Literal, cast

from trigpoint.records.codes import CODE_SETS

Kind = Literal["id", "text", "date", "whole", "code"]

COMMON = frozenset({"child", "gender", "ethnicity", "born", "age", "disabled", "team", "worker", "family", "uasc"})
"""Keys of columns that several lists have, which tell none of them from the others."""

NOT_READ = frozenset(
    {
        "age",
        *("referrals_12m", "s47_12m", "icpc_12m", "placements_12m", "missing_12m", "absent_12m", "previous_plans"),
        *("status", "second_period", "protection_order", "plan", "placement_la", "rhi_offered", "rhi_accepted"),
    }
)
"""Keys of columns that are counted from others or say nothing that the records have a place and a day for."""


@dataclass(frozen=True)
class ListColumn:
    """One column: its heading, the short key that reading and writing know it by, and the code set of its cells."""

    name: str
    key: str
    kind: Kind
    codes: str = ""


@dataclass(frozen=True)
class AnnexList:
    """One of the eleven lists."""

    number: int
    columns: tuple[ListColumn, ...]

    @property
    def name(self) -> str:
        """As people call it: List 3."""
        return f"List {self.number}"

    @cached_property
    def by_key(self) -> Mapping[str, ListColumn]:
        """Columns by key."""
        return {column.key: column for column in self.columns}

    @cached_property
    def own(self) -> frozenset[str]:
        """Headings that tell this list from others."""
        return frozenset(column.name for column in self.columns if column.key not in COMMON)

    @property
    def identity(self) -> ListColumn:
        """The column without which a row is nobody's."""
        return self.columns[0]


@dataclass(frozen=True)
class Written:
    """One code as the format writes it, and as the records have it.

    `also` are finer codes of the records that are written in the same way. `is_coarse` says that `code` is then only
    one of several that may be meant.
    """

    written: str
    code: str
    also: tuple[str, ...]
    is_coarse: bool


@dataclass(frozen=True)
class WrittenCodes:
    """One code set of the format; `records` names the code set of the records, empty when there is none."""

    name: str
    records: str
    codes: tuple[Written, ...]

    @cached_property
    def by_code(self) -> Mapping[str, str]:
        """How each code of the records is written."""
        found: dict[str, str] = {}
        for one in self.codes:
            for code in (one.code, *one.also):
                found.setdefault(code, one.written)
        return found


def _rows(name: str) -> list[dict[str, str]]:
    text = files("trigpoint.sources.annex_a").joinpath("data", name).read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


def _lists() -> Mapping[int, AnnexList]:
    columns: dict[int, list[ListColumn]] = {}
    for row in _rows("columns.csv"):
        kind = cast("Kind", row["kind"])
        columns.setdefault(int(row["list"]), []).append(ListColumn(row["column"], row["key"], kind, row["codes"]))
    return MappingProxyType({number: AnnexList(number, tuple(found)) for number, found in columns.items()})


def _codes() -> Mapping[str, WrittenCodes]:
    found: dict[str, list[Written]] = {}
    records: dict[str, str] = {}
    for row in _rows("codes.csv"):
        also, known = tuple(row["also"].split()), {code.code for code in CODE_SETS.get(row["records"], ())}
        one = Written(row["written"], row["code"], also, bool(also) and row["code"] in known)
        found.setdefault(row["set"], []).append(one)
        records[row["set"]] = row["records"]
    return MappingProxyType({name: WrittenCodes(name, records[name], tuple(codes)) for name, codes in found.items()})


LISTS: Mapping[int, AnnexList] = _lists()
"""The lists by number."""

CODES: Mapping[str, WrittenCodes] = _codes()
"""The code sets of the format by name."""

SPELLINGS: tuple[dict[str, str], ...] = tuple(_rows("spellings.csv"))
"""Ways of writing that many councils share, as rows of a mapping file; a heading between slashes is a pattern."""
