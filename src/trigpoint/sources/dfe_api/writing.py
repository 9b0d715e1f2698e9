"""Record tables written as a payload: one child a line, in the order of their ids, nothing that is not known."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa

from trigpoint.sources.dfe_api.shape import CHILD, FORMER_UPN, UASC, Group
from trigpoint.sources.dfe_api.written import Rows

Json = dict[str, Any]

_EPISODE = CHILD.groups["social_care_episodes"]


def write(tables: Mapping[str, pa.Table], folder: Path) -> list[Path]:
    """Write the payload of one authority into a folder and give its file.

    What has no referral is written in the child's newest referral that had begun, or else the first; a child without
    any referral has no episode to write it in. Of adoption and care leavers each episode has room for one.
    """
    folder.mkdir(parents=True, exist_ok=True)
    rows = Rows(tables)
    people = sorted(rows.all(CHILD.table), key=lambda row: str(row["pers_person_id"]))
    lines = [json.dumps(_child(row, rows), ensure_ascii=False) for row in people]
    path = folder / "payload.json"
    path.write_text("[\n" + ",\n".join(lines) + "\n]\n", "utf-8")
    return [path]


def _child(person: Json, rows: Rows) -> Json:
    child = person["pers_person_id"]
    sdq = CHILD.groups["health_and_wellbeing"].groups["sdq_assessments"]
    scores = [_items(sdq, row) for row in rows.of(sdq.table, child)]
    episodes = sorted(
        rows.of(_EPISODE.table, child), key=lambda row: (row["cine_referral_date"] or date.max, row["cine_referral_id"])
    )
    rows.settle(child, episodes)
    return _known(
        {
            **_items(CHILD, person),
            "child_details": _details(child, person, rows),
            "health_and_wellbeing": {"sdq_assessments": scores} if scores else None,
            "social_care_episodes": [_episode(row, rows) for row in episodes],
        }
    )


def _details(child: str, person: Json, rows: Rows) -> Json:
    former = [r for r in rows.of("ssd_linked_identifiers", child) if r["link_identifier_type"] == FORMER_UPN]
    uasc = [r for r in rows.of("ssd_immigration_status", child) if _is_uasc(r["immi_immigration_status"])]
    homes = [r["addr_address_postcode"] for r in rows.of("ssd_address", child) if not r["addr_address_end_date"]]
    codes = {r["disa_disability_code"] for r in rows.of("ssd_disability", child)} - {None}
    return _known(
        {
            **_items(CHILD.groups["child_details"], person),
            "former_unique_pupil_number": former[-1]["link_identifier_value"] if former else None,
            "disabilities": sorted(codes),
            "postcode": homes[-1] if homes else None,
            "uasc_flag": True if uasc else None,
            "uasc_end_date": _text(uasc[-1]["immi_immigration_status_end_date"]) if uasc else None,
        }
    )


def _is_uasc(status: str | None) -> bool:
    return status == UASC or "unaccompanied asylum" in (status or "").lower()


def _episode(referral: Json, rows: Rows) -> Json:
    written = _items(_EPISODE, referral)
    for name, group in _EPISODE.groups.items():
        found = [_extended(name, group, row, rows) for row in rows.within(name, referral["cine_referral_id"])]
        found.sort(key=partial(_order, group))
        if group.many:
            written[name] = found
        elif holding := [one for one in found if one]:
            written[name] = holding[-1]
    return written


def _order(group: Group, written: Json) -> tuple[str, str]:
    """By the first day, then by what is written, so that the same records give the same payload."""
    days = [written[name] for name, item in group.items.items() if item.kind == "day" and name in written]
    return min(days, default="9999"), json.dumps(written)


def _extended(name: str, group: Group, row: Json, rows: Rows) -> Json:
    """An object with what other tables know of it, as the API takes it."""
    written = _items(group, row)
    if name == "care_worker_details":
        written["worker_id"] = rows.worker(row["invo_professional_id"])
    elif name == "child_and_family_assessments":
        written["factors"] = rows.factors(row["cina_assessment_id"])
    elif name == "section_47_assessments":
        written["icpc_date"] = _text(rows.conference(row["s47e_s47_enquiry_id"]))
    elif name == "child_looked_after_placements":
        care = rows.care(row["clap_cla_placement_id"])
        written["start_reason"] = care[0]["clae_cla_episode_start_reason"] if care else None
        written["end_reason"] = care[-1]["clae_cla_episode_ceased_reason"] if care else None
    elif name == "care_leavers":
        # the API takes the letter of the code, not the figure that says whether the accommodation is suitable
        written["accommodation"] = (row["clea_care_leaver_accommodation"] or "")[:1] or None
    return _known(written)


def _items(group: Group, row: Json) -> Json:
    """The items that have a column of their own."""
    columns = ((name, item) for name, item in group.items.items() if item.column)
    return _known(
        {name: _flag(row[item.column]) if item.kind == "flag" else _text(row[item.column]) for name, item in columns}
    )


def _flag(value: str | None) -> bool | None:
    return None if value is None else value.strip().upper() in {"Y", "YES", "1", "T", "TRUE"}


def _text(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _known(written: Json) -> Json:
    return {name: value for name, value in written.items() if value is not None}
