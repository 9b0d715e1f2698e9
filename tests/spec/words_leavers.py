"""Words of worked tables about care leavers, missing children, staff, audits, complaints and requests."""

from __future__ import annotations

import re
from typing import Any

_TOUCH = ("YES", "NO", "DIED", "REFU", "NREQ", "RHOM")
_ACTIVITY = re.compile(r"[FP][1-5]|G[4-6]|0")


def _days(text: str) -> tuple[str, str, str]:
    """`2024-03-04 to 2024-05-09 words` as start, end and words; either day may be left out."""
    found = re.match(r"(\d{4}-\d\d-\d\d)?\s*(?:to\b\s*(\d{4}-\d\d-\d\d)?)?\s*(.*)$", text)
    assert found is not None
    return found[1] or "", found[2] or "", found[3] or ""


def _birthdays(table: Any, child: str, parts: list[str]) -> None:
    """`2023-05-10 YES U1 1 F2`: the birthday, in touch, accommodation, suitable, activity; any may be left out."""
    for part in parts:
        day, *codes = part.split()
        row = table.add("ext_care_leaver_birthday", person_id=child, birthday_on=day)
        for code in codes:
            if code in _TOUCH:
                row["in_touch"] = code
            elif code in ("1", "2"):
                row["suitable"] = code
            elif _ACTIVITY.fullmatch(code):
                row["activity"] = code
            else:
                row["accommodation"] = code


def _care_leaver(table: Any, child: str, parts: list[str]) -> None:
    """`Relevant; YES; review 2024-06-30; adviser W1`: eligibility, in touch, then words."""
    row = table.add(
        "ssd_care_leavers",
        clea_table_id="CL" + table.number("ssd_care_leavers"),
        clea_person_id=child,
        clea_care_leaver_eligibility=parts[0],
        clea_care_leaver_in_touch=parts[1] if len(parts) > 1 else "",
    )
    for part in parts[2:]:
        word, _, value = part.partition(" ")
        row["clea_pathway_plan_review_date" if word == "review" else "clea_care_leaver_personal_advisor"] = value


def _missing(table: Any, child: str, parts: list[str]) -> None:
    """`2024-03-01 to 2024-03-04 away offered Y accepted N`; `untyped` has no type."""
    for part in parts:
        start, end, words = _days(part)
        said = dict(re.findall(r"(offered|accepted) (\S+)", words))
        table.add(
            "ssd_missing",
            miss_table_id="M" + table.number("ssd_missing"),
            miss_person_id=child,
            miss_missing_episode_start_date=start,
            miss_missing_episode_end_date=end,
            miss_missing_episode_type="" if "untyped" in words else "A" if "away" in words else "M",
            miss_missing_rhi_offered=said.get("offered", ""),
            miss_missing_rhi_accepted=said.get("accepted", ""),
        )


def _interviews(table: Any, child: str, parts: list[str]) -> None:
    """`returned 2024-03-28 10:00 completed 2024-03-31 10:00` or `refused`, one for each of the child's episodes."""
    episodes = [row["miss_table_id"] for row in table.records["ssd_missing"] if row["miss_person_id"] == child]
    for episode, part in zip(episodes, parts, strict=False):
        said = dict(re.findall(r"(returned|completed) (\d{4}-\d\d-\d\d(?: \d\d:\d\d)?)", part))
        table.add(
            "ext_return_interview",
            missing_table_id=episode,
            returned_at=_moment(said.get("returned", "")),
            completed_at=_moment(said.get("completed", "")),
            refused="Y" if "refused" in part else "",
        )


def _moment(text: str) -> str:
    return text.replace(" ", "T") + (":00" if " " in text else "")


def _post(table: Any, post: str, row: dict[str, str]) -> None:
    start, end, _ = _days(row.get("open") or "2020-01-02")
    team = row.get("team", "")
    if team:
        table.add("ssd_department", dept_team_id="team " + post, dept_team_name=team)
    table.add(
        "ext_post",
        post_id=post,
        role=row.get("role") or "social_worker",
        team="team " + post if team else "",
        fte=row["fte"],
        filled_by=row["filled by"],
        professional_id=row.get("worker", ""),
        start_date=start,
        end_date=end,
    )


def _staff(table: Any, worker: str, row: dict[str, str]) -> None:
    """`1 family_support permanent 2020-01-02 to`: hours (`-` for none), role (a social worker unless said), filled by,
    spell; `unnamed` at the end is the post of the row's name, and no worker is named in it."""
    for place, part in enumerate(row["post"].split(";")):
        found = re.match(r"\s*(\S+) (?:(family_support|team_manager|iro|other) )?(\w+) (.*)$", part)
        assert found is not None
        start, end, words = _days(found[4].strip())
        table.add(
            "ext_post",
            post_id=worker if words == "unnamed" else f"{worker} post {place}",
            role=found[2] or "social_worker",
            fte=found[1].removeprefix("-"),
            filled_by=found[3],
            professional_id="" if words == "unnamed" else worker,
            start_date=start,
            end_date=end,
        )
    for day in filter(None, (part.strip() for part in row.get("supervised", "").split(";"))):
        number = table.number("ext_supervision")
        table.add("ext_supervision", supervision_id=number, professional_id=worker, held_on=day)


def _audit(table: Any, audit: str, row: dict[str, str]) -> None:
    """`2024-04-01 Good (practice)`: the day, the grade, the kind of audit."""
    day, _, words = row["audited"].partition(" ")
    kind = re.search(r"\((\w+)\)", words)
    table.add(
        "ext_audit",
        audit_id=audit,
        audited_on=day,
        grade=re.sub(r"\s*\(\w+\)", "", words).strip(),
        kind=kind[1] if kind else "",
    )


def _answer(table: Any, answer: str, row: dict[str, str]) -> None:
    audit, _, question = answer.partition(" ")
    if audit not in {known["audit_id"] for known in table.records.get("ext_audit", [])}:
        _audit(table, audit, row)
    table.add("ext_audit_answer", audit_id=audit, question=question, answer=row["said"])


def _complaint(table: Any, complaint: str, row: dict[str, str]) -> None:
    table.add(
        "ext_complaint",
        complaint_id=complaint,
        stage=row["stage"],
        received_on=row["received"],
        responded_on=row["answered"],
    )


def _request(table: Any, request: str, row: dict[str, str]) -> None:
    table.add("ext_foi_request", request_id=request, received_on=row["received"], responded_on=row["answered"])


ROWS = {
    "post": _post,
    "staff": _staff,
    "audit": _audit,
    "answer": _answer,
    "complaint": _complaint,
    "request": _request,
}

RECORDS = {
    "birthdays": _birthdays,
    "leaver": _care_leaver,
    "missing": _missing,
    "interviews": _interviews,
}

COLLECTED = {
    "ext_care_leaver_birthday": "person_id",
    "ssd_care_leavers": "clea_table_id",
    "ssd_missing": "miss_table_id",
    "ext_return_interview": "missing_table_id",
    "ext_post": "post_id",
    "ext_supervision": "supervision_id",
    "ext_audit": "audit_id",
    "ext_audit_answer": "audit_id",
    "ext_complaint": "complaint_id",
    "ext_foi_request": "request_id",
}
