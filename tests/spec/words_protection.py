"""Words of the worked tables about section 47, conferences, plans, their reviews and visits, and private fostering."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from worked import Table, _days, _of

Word = Callable[[Table, str, list[str]], None]


def _mine(table: Table, name: str, person: str, child: str) -> list[dict[str, str]]:
    """The child's records of a table so far."""
    return [row for row in table.records.get(name, []) if row[person] == child]


def _discussions(table: Table, child: str, parts: list[str]) -> None:
    for part in parts:
        table.add(
            "ext_strategy_discussion",
            discussion_id="D" + table.number("ext_strategy_discussion"),
            person_id=child,
            s47_enquiry_id=_of(table, "ssd_s47_enquiry", "s47e_person_id", "s47e_s47_enquiry_id", child),
            held_at=part,
        )


def _enquiries(table: Table, child: str, parts: list[str]) -> None:
    """`2024-03-05 to 2024-04-01`."""
    for part in parts:
        start, end, _ = _days(part)
        table.add(
            "ssd_s47_enquiry",
            s47e_s47_enquiry_id="S" + table.number("ssd_s47_enquiry"),
            s47e_person_id=child,
            s47e_s47_start_date=start,
            s47e_s47_end_date=end,
        )


def _first_seen(table: Table, child: str, parts: list[str]) -> None:
    for row, part in zip(_mine(table, "ssd_s47_enquiry", "s47e_person_id", child), parts, strict=True):
        table.add("ext_s47_seen", s47_enquiry_id=row["s47e_s47_enquiry_id"], seen_at=part)


def _expected(table: Table, child: str, parts: list[str]) -> None:
    """The expected date of birth of a child without a date of birth."""
    _mine(table, "ssd_person", "pers_person_id", child)[0]["pers_expected_dob"] = parts[0]


def _outcomes(table: Table, child: str, parts: list[str]) -> None:
    """`plan`, `no plan` or `not recorded`, a conference each."""
    flags = {"plan": "Y", "no plan": "N", "not recorded": ""}
    for row, part in zip(_mine(table, "ssd_initial_cp_conference", "icpc_person_id", child), parts, strict=True):
        row["icpc_icpc_outcome_cp_flag"] = flags[part]


def _family(table: Table, child: str, parts: list[str]) -> None:
    for part in parts:
        table.add(
            "ssd_family", fami_table_id="F" + table.number("ssd_family"), fami_family_id=part, fami_person_id=child
        )


def _categories(table: Table, child: str, parts: list[str]) -> None:
    """`EMO` or `NEG then EMO`, a plan each."""
    for row, part in zip(_mine(table, "ssd_cp_plans", "cppl_person_id", child), parts, strict=True):
        first, _, last = part.partition(" then ")
        row["cppl_cp_plan_initial_category"], row["cppl_cp_plan_latest_category"] = first, last or first


def _plan(table: Table, child: str) -> str:
    """The child's last plan so far."""
    plans = _mine(table, "ssd_cp_plans", "cppl_person_id", child)
    return plans[-1]["cppl_cp_plan_id"] if plans else ""


def _plan_reviews(table: Table, child: str, parts: list[str]) -> None:
    for part in parts:
        table.add(
            "ssd_cp_reviews",
            cppr_cp_review_id="V" + table.number("ssd_cp_reviews"),
            cppr_person_id=child,
            cppr_cp_plan_id=_plan(table, child),
            cppr_cp_review_date=part,
        )


def _plan_visits(table: Table, child: str, parts: list[str]) -> None:
    """`2024-07-01`, `2024-07-01 alone`, `2024-07-01 not seen`, `2024-07-01 not recorded`."""
    for part in parts:
        day, words = part[:10], part[10:].strip()
        table.add(
            "ssd_cp_visits",
            cppv_cp_visit_id="W" + table.number("ssd_cp_visits"),
            cppv_person_id=child,
            cppv_cp_plan_id=_plan(table, child),
            cppv_cp_visit_date=day,
            cppv_cp_visit_seen="N" if words == "not seen" else "Y",
            cppv_cp_visit_seen_alone={"alone": "Y", "not recorded": ""}.get(words, "N"),
        )


def _interval(table: Table, child: str, parts: list[str]) -> None:
    """Working days between visits, as the plan prescribes them."""
    table.add("ext_visit_schedule", plan_id=_plan(table, child), interval_working_days=parts[0])


def _core_groups(table: Table, child: str, parts: list[str]) -> None:
    for part in parts:
        table.add(
            "ext_core_group",
            core_group_id="G" + table.number("ext_core_group"),
            cp_plan_id=_plan(table, child),
            held_on=part,
        )


def _private_fostering(table: Table, child: str, parts: list[str]) -> None:
    for part in parts:
        start, end, _ = _days(part)
        table.add(
            "ext_private_fostering",
            arrangement_id="Q" + table.number("ext_private_fostering"),
            person_id=child,
            aware_on=start,
            ended_on=end,
        )


def _fostering_visits(table: Table, child: str, parts: list[str]) -> None:
    for part in parts:
        table.add(
            "ext_private_fostering_visit",
            visit_id="X" + table.number("ext_private_fostering_visit"),
            arrangement_id=_of(table, "ext_private_fostering", "person_id", "arrangement_id", child),
            visit_date=part,
        )


def _dated(name: str, key: str, day: str, table: Table, child: str, parts: list[str], **more: str) -> None:
    """Records of a child that are no more than a day."""
    for part in parts:
        table.add(name, **{key: key[0].upper() + table.number(name), "person_id": child, day: part}, **more)


def _factors(table: Table, child: str, parts: list[str]) -> None:
    """`16A;4A`, an assessment each, in order."""
    for row, part in zip(_mine(table, "ssd_cin_assessments", "cina_person_id", child), parts, strict=True):
        codes = ", ".join(f'"{code}"' for code in part.split("+"))
        table.add(
            "ssd_assessment_factors",
            cinf_table_id="T" + table.number("ssd_assessment_factors"),
            cinf_assessment_id=row["cina_assessment_id"],
            cinf_assessment_factors_json=f"[{codes}]",
        )


RECORDS: dict[str, Word] = {
    "enquiries": _enquiries,
    "discussions": _discussions,
    "enquiry seen": _first_seen,
    "due to be born": _expected,
    "outcomes": _outcomes,
    "in family": _family,
    "categories": _categories,
    "plan reviews": _plan_reviews,
    "plan visits": _plan_visits,
    "visits every": _interval,
    "core groups": _core_groups,
    "private fostering": _private_fostering,
    "fostering visits": _fostering_visits,
    "family group conferences": partial(_dated, "ext_family_group_conference", "fgc_id", "held_on"),
    "graded care profiles": partial(
        _dated, "ext_screening", "screening_id", "completed_on", tool="graded_care_profile"
    ),
    "assessment factors": _factors,
}

COLLECTED = {
    "ext_strategy_discussion": "discussion_id",
    "ext_s47_seen": "s47_enquiry_id",
    "ssd_family": "fami_table_id",
    "ssd_cp_reviews": "cppr_cp_review_id",
    "ssd_cp_visits": "cppv_cp_visit_id",
    "ext_core_group": "core_group_id",
    "ext_private_fostering": "arrangement_id",
    "ext_private_fostering_visit": "visit_id",
    "ext_family_group_conference": "fgc_id",
    "ext_screening": "screening_id",
}
