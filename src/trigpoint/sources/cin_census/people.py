"""Who the children are: identifiers, characteristics, disabilities."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from trigpoint.records.returns import cin_census
from trigpoint.sources.cin_census.rows import Row
from trigpoint.sources.ssda903.care import Names

Record = tuple[str, dict[str, Any]]
"""A record table by its name, and a row of it."""

FORMER_UPN = "Former Unique Pupil Number"
"""What the standard calls the identifier of a pupil number that was held before."""

SEX_OF_GENDER = {"1": "M", "2": "F", "0": "U", "9": "U"}
"""GenderCurrent, collected to 2023/24, in the codes of today: the unborn and those not specified are unknown."""

_YES_NO = {"1": "Y", "TRUE": "Y", "0": "N", "FALSE": "N"}


def yes_no(text: str | None) -> str | None:
    """A flag of the census, 1 or true, as the records write it; what is neither stays as it is."""
    return None if text is None else _YES_NO.get(text.upper(), text)


def person(child: str, rows: list[Row], names: Names) -> Iterator[Record]:
    """The child of a Child element; a former pupil number is another identifier of it."""
    who, other = (_cells(rows, module) for module in (cin_census.ChildIdentifiers, cin_census.ChildCharacteristics))
    gender = who.get("GenderCurrent")
    yield (
        "ssd_person",
        {
            "pers_person_id": child,
            "pers_upn": who.get("UPN"),
            "pers_upn_unknown": who.get("UPNunknown"),
            "pers_sex": who.get("Sex") or SEX_OF_GENDER.get(gender or "", gender),
            "pers_gender": gender,
            "pers_ethnicity": other.get("Ethnicity"),
            "pers_dob": who.get("PersonBirthDate"),
            "pers_expected_dob": who.get("ExpectedPersonBirthDate"),
            "pers_death_date": who.get("PersonDeathDate"),
        },
    )
    if former := who.get("FormerUPN"):
        yield (
            "ssd_linked_identifiers",
            {
                "link_table_id": names.name(child, "formerupn", None),
                "link_person_id": child,
                "link_identifier_type": FORMER_UPN,
                "link_identifier_value": former,
            },
        )


def disability(child: str, row: Row, names: Names) -> Iterator[Record]:
    """A disability of a child, or that it has none."""
    code = row.cells.get("Disability")
    yield (
        "ssd_disability",
        {
            "disa_table_id": names.name(child, f"disability{code or ''}", None),
            "disa_person_id": child,
            "disa_disability_code": code,
        },
    )


def _cells(rows: list[Row], module: Any) -> Mapping[str, Any]:
    return next((row.cells for row in rows if row.module is module), {})
