"""Words of worked children about placements, health, adoption, proceedings and plans of education."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from worked import Table


def _home(table: Table, child: str, parts: list[str]) -> None:
    """`U6 20.1 PR1 outside`: a placement since the year before, its distance, provider and place; any may be left out.

    A child with several homes is in the last: each later one begins a week after the one before.
    """
    for place, part in enumerate(parts):
        words = part.split()
        kind = [w for w in words if re.fullmatch(r"[A-Z]\d+", w)]
        number = table.number("ssd_cla_episodes")
        day = f"2023-03-{1 + 7 * place:02d}"
        table.add(
            "ssd_cla_episodes",
            clae_cla_episode_id="E" + number,
            clae_person_id=child,
            clae_cla_id="care " + child,
            clae_cla_placement_id="p" + number,
            clae_cla_episode_start_date=day,
            clae_cla_episode_start_reason="P" if place else "S",
        )
        table.add(
            "ssd_cla_placement",
            clap_cla_placement_id="p" + number,
            clap_person_id=child,
            clap_cla_placement_type=kind[0] if kind else "",
            clap_cla_placement_provider=next((w for w in words if w.startswith("PR")), ""),
            clap_cla_placement_distance=next((w for w in words if re.fullmatch(r"[\d.]+", w)), ""),
        )
        if where := {"inside", "outside"} & set(words):
            table.add(
                "ext_placement_location",
                placement_id="p" + number,
                inside_boundary="Y" if "inside" in where else "N",
            )


def _requested(table: Table, child: str, parts: list[str]) -> None:
    for part in parts:
        table.add(
            "ext_health_request",
            request_id="Q" + table.number("ext_health_request"),
            person_id=child,
            requested_at=part + "T09:00:00",
        )


def _immunisations(table: Table, child: str, parts: list[str]) -> None:
    for part in parts:
        day, status = part.split()
        table.add(
            "ssd_cla_immunisations",
            clai_person_id=child,
            clai_immunisations_status=status,
            clai_immunisations_status_date=day,
        )


def _scores(table: Table, child: str, parts: list[str]) -> None:
    """`2023-05-01 17`, or a word in place of the score that was not given."""
    for part in parts:
        day, score = part.split()
        table.add(
            "ssd_sdq_scores",
            csdq_table_id="D" + table.number("ssd_sdq_scores"),
            csdq_person_id=child,
            csdq_sdq_completed_date=day,
            csdq_sdq_score=score if score.isdigit() else "",
            csdq_sdq_reason="" if score.isdigit() else "SDQ2",
        )


def _permanence(table: Table, child: str) -> dict[str, str]:
    """The child's permanence record, made when it is new."""
    mine = [row for row in table.records.get("ssd_permanence", []) if row["perm_person_id"] == child]
    if mine:
        return mine[0]
    return table.add("ssd_permanence", perm_table_id="N" + table.number("ssd_permanence"), perm_person_id=child)


def _day_of(column: str) -> Callable[[Table, str, list[str]], None]:
    """A word whose cell is a day of the permanence record."""

    def fill(table: Table, child: str, parts: list[str]) -> None:
        _permanence(table, child)[column] = parts[0]

    return fill


def _by_carer(table: Table, child: str, parts: list[str]) -> None:
    """The day on which the child moved in with the carer who adopted, or `no date`."""
    moved = "" if parts[0] == "no date" else parts[0]
    _permanence(table, child).update(perm_adopted_by_carer_flag="Y", perm_placed_foster_carer_date=moved)


def _history(table: Table, child: str, parts: list[str]) -> None:
    for part in parts:
        table.add("ext_health_passport", person_id=child, issued_on=part)


def _spell(text: str) -> tuple[str, str, str]:
    """`2024-01-08 to 2024-07-08 words` as start, end and words; either day may be missing."""
    found = re.match(r"(\d{4}-\d\d-\d\d)?\s*to\s*(\d{4}-\d\d-\d\d)?\s*(.*)$", text)
    assert found is not None, text
    return found[1] or "", found[2] or "", found[3]


def _proceedings(table: Table, child: str, parts: list[str]) -> None:
    """`F1 2024-01-08 to 2024-07-08 planned 2024-07-01`: family, issue, final order, date of the final hearing."""
    for part in parts:
        family = re.match(r"F\d+", part)
        start, end, words = _spell(part[family.end() :].strip() if family else part)
        table.add(
            "ext_proceedings",
            proceedings_id="K" + table.number("ext_proceedings"),
            person_id=child,
            family_id=family[0] if family else "",
            issue_date=start,
            final_order_date=end,
            planned_final_hearing_date=words.removeprefix("planned").strip(),
        )


def _pre_proceedings(table: Table, child: str, parts: list[str]) -> None:
    for part in parts:
        start, end, _ = _spell(part)
        table.add(
            "ssd_pre_proceedings",
            prep_table_id="B" + table.number("ssd_pre_proceedings"),
            prep_person_id=child,
            prep_pre_pro_decision_date=start,
            prep_agree_stepdown_issue_date=end,
        )


def _education_plans(table: Table, child: str, parts: list[str]) -> None:
    """`2024-01-15 to 2024-06-03 Y exception`: request, outcome, whether a plan is issued, an exception."""
    for part in parts:
        start, end, words = _spell(part)
        number = table.number("ssd_ehcp_requests")
        table.add("ssd_send", send_table_id="SE" + number, send_person_id=child)
        table.add(
            "ssd_ehcp_requests",
            ehcr_ehcp_request_id="EQ" + number,
            ehcr_send_table_id="SE" + number,
            ehcr_ehcp_req_date=start,
        )
        table.add(
            "ssd_ehcp_assessment",
            ehca_ehcp_assessment_id="EA" + number,
            ehca_ehcp_request_id="EQ" + number,
            ehca_ehcp_assessment_outcome_date=end,
            ehca_ehcp_assessment_outcome=words[:1],
            ehca_ehcp_assessment_exceptions="1" if "exception" in words else "",
        )


RECORDS: dict[str, Callable[[Table, str, list[str]], None]] = {
    "home": _home,
    "health requested": _requested,
    "immunisations": _immunisations,
    "SDQ scores": _scores,
    "by carer": _by_carer,
    "health history": _history,
    "proceedings": _proceedings,
    "pre-proceedings": _pre_proceedings,
    "education plans": _education_plans,
    "placement order": _day_of("perm_placement_order_date"),
    "matched": _day_of("perm_matched_date"),
    "adoption decision": _day_of("perm_adm_decision_date"),
    "reversed": _day_of("perm_decision_reversed_date"),
}

COLLECTED = {
    "ext_placement_location": "placement_id",
    "ssd_cla_immunisations": "clai_person_id",
    "ssd_sdq_scores": "csdq_table_id",
    "ssd_ehcp_assessment": "ehca_ehcp_assessment_id",
    "ssd_ehcp_requests": "ehcr_ehcp_request_id",
    "ssd_send": "send_table_id",
    "ext_health_passport": "person_id",
    "ext_proceedings": "proceedings_id",
    "ssd_pre_proceedings": "prep_table_id",
}
