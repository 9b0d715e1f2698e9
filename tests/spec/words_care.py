"""Words of the worked children about care."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from worked import RECORDS as WORDS
from worked import Table

EPISODES, PLANS, UNACCOMPANIED = WORDS["episodes"], WORDS["plans"], WORDS["unaccompanied"]


def _allocated(table: Table, child: str, parts: list[str]) -> None:
    """`W1 2023-01-01 to 2024-06-30 iro`: a worker, from when to when, the role (an allocated social worker)."""
    for part in parts:
        worker, days = part.split(maxsplit=1)
        found = re.match(r"(\S+)(?: to (\S+))?\s*(.*)$", days)
        assert found is not None
        table.add(
            "ssd_involvements",
            invo_involvements_id="A" + table.number("ssd_involvements"),
            invo_professional_id=worker,
            invo_person_id=child,
            invo_professional_role_id=found[3] or "Allocated Social Worker",
            invo_involvement_start_date=found[1],
            invo_involvement_end_date=found[2] or "",
        )


def _participation(table: Table, child: str, parts: list[str]) -> None:
    """`2024-06-03 PN1`: a review held, and its participation code if any."""
    for part in parts:
        day, _, code = part.partition(" ")
        table.add(
            "ssd_cla_reviews",
            clar_cla_review_id="V" + table.number("ssd_cla_reviews"),
            clar_cla_id="care " + child,
            clar_cla_review_date=day,
            clar_cla_review_cancelled="N",
            clar_cla_review_participation=code,
        )


def _visits(table: Table, child: str, parts: list[str]) -> None:
    """`2024-04-15 unseen`: a visit to a child looked after, at which it was seen or not."""
    for part in parts:
        table.add(
            "ssd_cla_visits",
            clav_cla_visit_id="W" + table.number("ssd_cla_visits"),
            clav_person_id=child,
            clav_cla_visit_date=part[:10],
            clav_cla_visit_seen="N" if "unseen" in part else "Y",
        )


def _care_plans(table: Table, child: str, parts: list[str]) -> None:
    """`2024-05-06 to 2024-09-01 adoption ltfost18`: from when to when, and the options that are chosen."""
    for part in parts:
        found = re.match(r"(\S+)(?: to (\S+))?\s*(.*)$", part)
        assert found is not None
        row = table.add(
            "ssd_cla_care_plan",
            lacp_table_id="P" + table.number("ssd_cla_care_plan"),
            lacp_person_id=child,
            lacp_cla_care_plan_start_date=found[1],
            lacp_cla_care_plan_end_date=found[2] or "",
        )
        row["lacp_cla_care_plan_json"] = json.dumps({option.upper(): "Y" for option in found[3].split()})


def _dated(table: str, key: str, person: str, day: str, said: str = "") -> Callable[[Table, str, list[str]], None]:
    """Records of a child that hold a day, perhaps the day after `to`, and perhaps a word."""

    def add(worked: Table, child: str, parts: list[str]) -> None:
        for part in parts:
            first, _, word = part.partition(" ")
            row = worked.add(table, **{key: "X" + worked.number(table), person: child, day: first})
            if word.startswith("to "):
                row["end_date"] = word.removeprefix("to ")
            elif word:
                row[said] = word

    return add


def _officer(table: Table, officer: str, row: dict[str, str]) -> None:
    """A reviewing officer with so many children looked after, the first of them unaccompanied, and on plans."""
    table.add("ssd_professionals", prof_professional_id=officer, prof_full_time_equivalency=row["fte"])
    kinds = {"IRO": int(row["reviews for"]), "CP Chair": int(row["chairs for"])}
    for role, count in kinds.items():
        for number in range(count):
            child = f"{officer}-{role}-{number}"
            table.add("ssd_person", pers_person_id=child, pers_dob="2008-01-01")
            _allocated(table, child, [f"{officer} 2024-01-02 {role}"])
            if role == "IRO":
                EPISODES(table, child, ["2024-01-01 S C2 U6"])
            else:
                PLANS(table, child, ["2024-01-01"])
            if role == "IRO" and number < int(row["unaccompanied"]):
                UNACCOMPANIED(table, child, ["2024-01-01 to"])


ROWS: dict[str, Callable[[Table, str, dict[str, str]], None]] = {"officer": _officer}

RECORDS: dict[str, Callable[[Table, str, list[str]], None]] = {
    "allocated": _allocated,
    "care visits": _visits,
    "care plans": _care_plans,
    "reviews with participation": _participation,
    "convicted": _dated("ssd_cla_convictions", "clac_cla_conviction_id", "clac_person_id", "clac_cla_conviction_date"),
    "substance misuse": _dated(
        "ssd_cla_substance_misuse",
        "clas_substance_misuse_id",
        "clas_person_id",
        "clas_substance_misuse_date",
        "clas_intervention_received",
    ),
    "education plan": _dated("ext_personal_education_plan", "pep_id", "person_id", "pep_date"),
    "deprivation of liberty": _dated("ext_deprivation_of_liberty", "order_id", "person_id", "start_date"),
}

COLLECTED = {
    "ssd_immigration_status": "immi_immigration_status_id",
    "ssd_legal_status": "lega_legal_status_id",
    "ssd_cla_convictions": "clac_cla_conviction_id",
    "ssd_cla_substance_misuse": "clas_substance_misuse_id",
    "ssd_cla_visits": "clav_cla_visit_id",
    "ssd_cla_care_plan": "lacp_table_id",
    "ext_personal_education_plan": "pep_id",
    "ext_deprivation_of_liberty": "order_id",
}
