"""Who the children are: every list but that of adopters says it again."""

from __future__ import annotations

from collections.abc import Iterator

from trigpoint.sources.annex_a.rows import Row
from trigpoint.sources.annex_a.view import View
from trigpoint.sources.ssda903.care import Names

CHILDREN = tuple(range(1, 11))
"""Lists of children."""
UASC = "UASC"
_SAID = {"gender": "pers_sex", "ethnicity": "pers_ethnicity", "born": "pers_dob"}


def people(view: View) -> Iterator[Row]:
    """A person for every child of any list; what several lists say differently is as the first of them has it."""
    found: dict[str, Row] = {}
    for row in view.every(*CHILDREN):
        person = found.setdefault(row["child"], {"pers_person_id": row["child"]})
        for key, name in _SAID.items():
            if person.get(name) is None:
                person[name] = row.get(key)
    yield from found.values()


def differences(view: View) -> Iterator[tuple[str, str, int]]:
    """Children of whom lists say different things: the field, one child, how many there are."""
    for key, name in {"gender": "Gender", "ethnicity": "Ethnicity", "born": "Date of Birth"}.items():
        said: dict[str, set[object]] = {}
        for row in view.every(*CHILDREN):
            if row.get(key) is not None:
                said.setdefault(row["child"], set()).add(row[key])
        differing = [child for child, values in said.items() if len(values) > 1]
        if differing:
            yield name, differing[0], len(differing)


def disabilities(view: View) -> Iterator[Row]:
    """Whether a child has a disability; the lists do not say which. One that any list says is there."""
    said: dict[str, set[str]] = {}
    for row in view.every(*CHILDREN):
        if row.get("disabled"):
            said.setdefault(row["child"], set()).add(row["disabled"])
    names = Names()
    for child, answers in said.items():
        code = "DDA" if "Y" in answers else "NONE"
        yield {
            "disa_table_id": names.name(child, "disability", None),
            "disa_person_id": child,
            "disa_disability_code": code,
        }


def immigration(view: View) -> Iterator[Row]:
    """Unaccompanied asylum-seeking children; the lists know neither start nor end of the status."""
    names = Names()
    for child in dict.fromkeys(row["child"] for row in view.every(8, 9) if row["uasc"] == "Y"):
        yield {
            "immi_immigration_status_id": names.name(child, "uasc", None),
            "immi_person_id": child,
            "immi_immigration_status": UASC,
        }


def families(view: View) -> Iterator[Row]:
    """The families of the list of adoption."""
    names = Names()
    for child, family in dict.fromkeys((row["child"], row["family"]) for row in view.rows(10) if row["family"]):
        identity = names.name(child, "family", None)
        yield {"fami_table_id": identity, "fami_family_id": family, "fami_person_id": child}
