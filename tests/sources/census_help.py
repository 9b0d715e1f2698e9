"""Invented censuses as text, and what reading them gives."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from trigpoint.sources import Part, plan
from trigpoint.sources.part import return_table

Rows = list[dict[str, Any]]


def census(children: str, year: int = 2026, header: str = "") -> str:
    """A census of a year: its first child begins on line 2."""
    details = f"<Collection>CIN</Collection><Year>{year}</Year><ReferenceDate>{year}-03-31</ReferenceDate>"
    header = header or f"<CollectionDetails>{details}</CollectionDetails><Source><LEA>999</LEA></Source>"
    return f"<Message><Header>{header}</Header><Children>\n{children}\n</Children></Message>"


def child(identity: str = "A", inside: str = "", sex: str = "<Sex>F</Sex>") -> str:
    """A child on one line, with what stands after its characteristics."""
    who = f"<LAchildID>{identity}</LAchildID>" if identity else ""
    return (
        f"<Child><ChildIdentifiers>{who}<PersonBirthDate>2015-05-20</PersonBirthDate>{sex}</ChildIdentifiers>"
        f"<ChildCharacteristics><Ethnicity>WBRI</Ethnicity></ChildCharacteristics>{inside}</Child>"
    )


def details(inside: str = "", referred: str = "2025-04-10") -> str:
    """An episode of need with its date of referral."""
    return f"<CINdetails><CINreferralDate>{referred}</CINreferralDate>{inside}</CINdetails>"


def read_parts(folder: Path, text: str | bytes) -> dict[str, Part]:
    """Every part that a census gives, by table."""
    path = folder / "whatever.dat"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return {part.table: part for part in plan([path], "Kent").parts()}


def records(parts: dict[str, Part], table: str) -> Rows:
    """Rows of a record table, without authority and what is missing."""
    rows = parts[table].data.to_pylist()
    return [{k: v for k, v in row.items() if v is not None and k != "authority"} for row in rows]


def given(parts: dict[str, Part], module: str) -> Rows:
    """Rows of a module as it was given, without what is the same in all."""
    rows = parts[return_table("cin_census", module)].data.to_pylist()
    common = {"authority", "collection_year", "given_as", "file"}
    return [{k: v for k, v in row.items() if v is not None and k not in common} for row in rows]


def told(parts: dict[str, Part]) -> list[tuple[int | None, str, str, str]]:
    """Row, column, kind and what is wrong of every issue."""
    return [(i.row, i.column, i.kind, i.what) for part in parts.values() for i in part.issues]
