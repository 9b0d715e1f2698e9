"""Words of worked tables about assessment and children in need."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from worked import Table


def _spell(text: str) -> tuple[str, str, str]:
    """`2024-03-04 to 2024-05-09 words` as start, end and words."""
    found = re.match(r"(\d{4}-\d\d-\d\d)?\s*(?:to\b\s*(\d{4}-\d\d-\d\d)?)?\s*(.*)$", text)
    assert found is not None
    return found[1] or "", found[2] or "", found[3] or ""


def _last(table: Table, name: str, person: str, child: str) -> dict[str, str]:
    """The child's latest record of a table, which a later column says more about."""
    return [row for row in table.records[name] if row[person] == child][-1]


def _person(column: str) -> Callable[[Table, str, list[str]], None]:
    def say(table: Table, child: str, parts: list[str]) -> None:
        _last(table, "ssd_person", "pers_person_id", child)[column] = parts[0]

    return say


def _assessment(table: Table, child: str) -> dict[str, str]:
    return _last(table, "ssd_cin_assessments", "cina_person_id", child)


def _seen(table: Table, child: str, parts: list[str]) -> None:
    _assessment(table, child)["cina_assessment_child_seen"] = parts[0]


def _outcome(table: Table, child: str, parts: list[str]) -> None:
    flags = {"in need": "PROV_OF_SERVICES_FLAG", "nfa": "NFA_FLAG"}
    _assessment(table, child)["cina_assessment_outcome_json"] = json.dumps({flags[parts[0]]: "Y"})


def _first_seen(table: Table, child: str, parts: list[str]) -> None:
    for part in parts:
        table.add("ext_assessment_seen", assessment_id=_assessment(table, child)["cina_assessment_id"], seen_on=part)


def _factors(table: Table, child: str, parts: list[str]) -> None:
    table.add(
        "ssd_assessment_factors",
        cinf_table_id="F" + table.number("ssd_assessment_factors"),
        cinf_assessment_id=_assessment(table, child)["cina_assessment_id"],
        cinf_assessment_factors_json=json.dumps(parts),
    )


def _needs(table: Table, child: str, parts: list[str]) -> None:
    """`2024-01-10 to 2024-05-01 RC7 N1 nfa`: an episode of need; without `nfa` the flag says N."""
    for part in parts:
        start, end, words = _spell(part)
        said = words.split()
        table.add(
            "ssd_cin_episodes",
            cine_referral_id="R" + table.number("ssd_cin_episodes"),
            cine_person_id=child,
            cine_referral_date=start,
            cine_close_date=end,
            cine_close_reason=next((word for word in said if word.startswith("RC")), ""),
            cine_cin_primary_need_code=next((word for word in said if word.startswith("N")), ""),
            cine_referral_nfa="Y" if "nfa" in said else "" if "unsaid" in said else "N",
        )


def _need_plans(table: Table, child: str, parts: list[str]) -> None:
    for part in parts:
        start, end, _ = _spell(part)
        table.add(
            "ssd_cin_plans",
            cinp_cin_plan_id="NP" + table.number("ssd_cin_plans"),
            cinp_person_id=child,
            cinp_cin_plan_start_date=start,
            cinp_cin_plan_end_date=end,
        )


def _need_visits(table: Table, child: str, parts: list[str]) -> None:
    for part in parts:
        day, _, words = _spell(part)
        table.add(
            "ssd_cin_visits",
            cinv_cin_visit_id="NV" + table.number("ssd_cin_visits"),
            cinv_person_id=child,
            cinv_cin_visit_date=day,
            cinv_cin_visit_seen="N" if "not seen" in words else "Y",
        )


def _need_reviews(table: Table, child: str, parts: list[str]) -> None:
    plan = _last(table, "ssd_cin_plans", "cinp_person_id", child)["cinp_cin_plan_id"]
    for part in parts:
        number = "NR" + table.number("ext_cin_review")
        table.add("ext_cin_review", review_id=number, cin_plan_id=plan, review_date=part)


def _workers(table: Table, child: str, parts: list[str]) -> None:
    """`2024-01-02 to 2024-02-01 Allocated Social Worker`: who was involved, in which role."""
    for part in parts:
        start, end, role = _spell(part)
        number = table.number("ssd_involvements")
        table.add(
            "ssd_involvements",
            invo_involvements_id="I" + number,
            invo_professional_id="W" + number,
            invo_professional_role_id=role,
            invo_person_id=child,
            invo_involvement_start_date=start,
            invo_involvement_end_date=end,
        )


def _care_leaver(table: Table, child: str, parts: list[str]) -> None:
    table.add(
        "ssd_care_leavers", clea_table_id="CL" + child, clea_person_id=child, clea_care_leaver_eligibility=parts[0]
    )


def _family(table: Table, child: str, parts: list[str]) -> None:
    table.add("ssd_family", fami_table_id="M" + child, fami_person_id=child, fami_family_id=parts[0])


def _field(table: Table, rule: str, row: dict[str, str]) -> None:
    """The values of a field in the rows of its table, one after the other."""
    name, _, column = rule.partition(".")
    for place, value in enumerate(row["recorded"].split(";")):
        while len(table.records.setdefault(name, [])) <= place:
            table.add(name, pers_person_id=f"P{place}")
        table.records[name][place][column] = value.strip()


RECORDS: dict[str, Callable[[Table, str, list[str]], None]] = {
    "expected": _person("pers_expected_dob"),
    "died": _person("pers_death_date"),
    "child seen": _seen,
    "outcome": _outcome,
    "first seen": _first_seen,
    "factors": _factors,
    "in need": _needs,
    "need plans": _need_plans,
    "need visits": _need_visits,
    "need reviews": _need_reviews,
    "workers": _workers,
    "care leaver": _care_leaver,
    "family": _family,
}

COLLECTED = {
    "ssd_assessment_factors": "cinf_table_id",
    "ssd_cin_plans": "cinp_cin_plan_id",
    "ssd_cin_visits": "cinv_cin_visit_id",
    "ext_cin_review": "review_id",
    "ssd_family": "fami_table_id",
}

ROWS: dict[str, Callable[[Table, str, dict[str, str]], None]] = {"rule": _field}
