"""Reads the worked children of a measure: text tables that become CSV files of records, and what is expected.

A table begins with a line of what is asked (`month to 2024-10-31 | as at 2024-10-31 | variant k=v | figure 2/4`),
then a line of column names, then a line a child. The word of each column says which records its cells become:
see `RECORDS`. A remark in brackets after the expectation is for the reader.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

Rows = dict[str, list[dict[str, str]]]


@dataclass
class Table:
    """One worked table: what is asked, the records it stands for, what is expected of each child."""

    period_type: str
    period_end: date
    as_at: date
    variant: str = ""
    definitions: str = "national"
    figure: str = ""
    records: Rows = field(default_factory=dict)
    expected: dict[str, list[str]] = field(default_factory=dict)

    def add(self, table: str, **row: str) -> dict[str, str]:
        """Append a record."""
        self.records.setdefault(table, []).append(row)
        return row

    def number(self, table: str) -> str:
        """An id for the next record of a table, in the order of the text."""
        return f"{len(self.records.get(table, [])) + 1:03d}"


def tables(examples: str) -> list[Table]:
    """Every worked table of a measure."""
    blocks = re.split(r"\n\s*\n", examples.strip())
    return [_table([line.strip() for line in block.strip().splitlines()]) for block in blocks]


def _table(lines: list[str]) -> Table:
    asked, names, *cases = ([cell.strip() for cell in line.split("|")] for line in lines)
    kind, _, end = asked[0].partition(" to ")
    said = dict(_said(part) for part in asked[1:])
    table = Table(kind, date.fromisoformat(end), date.fromisoformat(said["as at"]))
    table.variant, table.figure = said.get("variant", ""), said.get("figure", "")
    table.definitions = said.get("definitions", "national")
    _always(table, said)
    for case in cases:
        row = dict(zip(names, case, strict=True))
        child = row.pop(names[0])
        expect = row.pop("expect")
        ROWS.get(names[0], _child)(table, child, row)
        table.expected[child] = [_class(part) for part in re.split(r",\s*(?![^()]*\))", expect)]
    return table


def _said(part: str) -> tuple[str, str]:
    for word in ("as at", "variant", "figure", "definitions", "population"):
        if part.startswith(word + " "):
            return word, part[len(word) + 1 :]
    raise ValueError(f"a worked table asks for {part!r}, which is not known")


def _class(text: str) -> str:
    """`met`, `not_met`, `excluded: why`, `unknown: why`, `counted 406`, `none`; the last remark in brackets goes."""
    if not text.startswith(("excluded", "unknown")):
        text = re.sub(r"\s*\(.*\)\s*$", "", text)
    return text.strip().replace("not met", "not_met")


def _always(table: Table, said: dict[str, str]) -> None:
    """Tables a snapshot must hold for the measure to count as collected, though no worked child has a row there."""
    for name in COLLECTED:
        table.records.setdefault(name, [])
    if "population" in said:
        year, children = said["population"].split()
        table.add(
            "ext_population", area="A", age_from="0", age_to="17", year=year, children=children, source="worked example"
        )


def _child(table: Table, child: str, row: dict[str, str]) -> None:
    table.add("ssd_person", pers_person_id=child, pers_dob=row.pop("born", ""))
    for name, cell in row.items():
        if cell:
            RECORDS[name](table, child, [part.strip() for part in cell.split(";")])


def _days(text: str) -> tuple[str, str, str]:
    """`2024-03-04 to 2024-05-09 words` as start, end and words; `to 2024-05-09` has no start."""
    found = re.match(r"(\d{4}-\d\d-\d\d)?\s*(?:(?:to|closed)\b\s*(\d{4}-\d\d-\d\d)?)?\s*(.*)$", text)
    assert found is not None
    return found[1] or "", found[2] or "", found[3] or ""


def _referrals(table: Table, child: str, parts: list[str]) -> None:
    for part in parts:
        start, rest = part[:10], part[10:].strip()
        closed = re.search(r"closed (\d{4}-\d\d-\d\d)", rest)
        table.add(
            "ssd_cin_episodes",
            cine_referral_id="R" + table.number("ssd_cin_episodes"),
            cine_person_id=child,
            cine_referral_date=start,
            cine_referral_nfa="Y" if "nfa" in rest else "N",
            cine_close_date=closed[1] if closed else "",
        )


def _of(table: Table, name: str, person: str, key: str, child: str) -> str:
    """The child's first record of a table, to link to."""
    return next((row[key] for row in table.records.get(name, []) if row[person] == child), "")


def _assessments(table: Table, child: str, parts: list[str]) -> None:
    """`2024-03-04 to 2024-05-09`; with `same id` the assessment before once more, told otherwise."""
    known = ""
    for part in parts:
        start, end, words = _days(part)
        known = known if words == "same id" else "A" + table.number("ssd_cin_assessments")
        table.add(
            "ssd_cin_assessments",
            cina_assessment_id=known,
            cina_person_id=child,
            cina_referral_id=_of(table, "ssd_cin_episodes", "cine_person_id", "cine_referral_id", child),
            cina_assessment_start_date=start,
            cina_assessment_auth_date=end,
        )


def _enquiries(table: Table, child: str, parts: list[str]) -> None:
    for part in parts:
        table.add(
            "ssd_s47_enquiry",
            s47e_s47_enquiry_id="S" + table.number("ssd_s47_enquiry"),
            s47e_person_id=child,
            s47e_s47_start_date=part,
        )


def _conferences(table: Table, child: str, parts: list[str]) -> None:
    for part in parts:
        meeting = re.search(r"meeting (\S+)", part)
        table.add(
            "ssd_initial_cp_conference",
            icpc_icpc_id="C" + table.number("ssd_initial_cp_conference"),
            icpc_person_id=child,
            icpc_icpc_date=part[:10],
            icpc_icpc_meeting_id=meeting[1] if meeting else "",
            icpc_icpc_transfer_in="Y" if "transfer in" in part else "N",
            icpc_s47_enquiry_id=_of(table, "ssd_s47_enquiry", "s47e_person_id", "s47e_s47_enquiry_id", child),
        )


def _plans(table: Table, child: str, parts: list[str]) -> None:
    for part in parts:
        start, end, words = _days(part)
        table.add(
            "ssd_cp_plans",
            cppl_cp_plan_id="P" + table.number("ssd_cp_plans"),
            cppl_person_id=child,
            cppl_cp_plan_start_date=start,
            cppl_cp_plan_end_date=end,
            cppl_cp_plan_ola="Y" if "other authority" in words else "N",
        )


def _episodes(table: Table, child: str, parts: list[str]) -> None:
    """`2023-01-01 S V2 U6 @carer`: start, reason, legal status, placement type; the next starts as it ends (X1)."""
    before: dict[str, str] = {}
    status: dict[str, str] = {}
    for part in parts:
        day = part.removeprefix("end ").split()[0]
        if before:
            before["clae_cla_episode_ceased_date"] = day
            before["clae_cla_episode_ceased_reason"] = part.split()[-1] if part.startswith("end ") else "X1"
            status["lega_legal_status_end_date"] = day
        if part.startswith("end "):
            before = {}
            continue
        _, reason, legal, kind, *carer = part.split()
        number = table.number("ssd_cla_episodes")
        placement = _placement(table, child, carer[0].removeprefix("@") if carer else "p" + number, kind)
        status = table.add(
            "ssd_legal_status",
            lega_legal_status_id="L" + number,
            lega_person_id=child,
            lega_legal_status=legal,
            lega_legal_status_start_date=day,
            lega_legal_status_end_date="",
        )
        before = table.add(
            "ssd_cla_episodes",
            clae_cla_episode_id="E" + number,
            clae_person_id=child,
            clae_cla_id="care " + child,
            clae_cla_placement_id=placement,
            clae_cla_episode_start_date=day,
            clae_cla_episode_start_reason=reason,
            clae_cla_episode_ceased_date="",
            clae_cla_episode_ceased_reason="",
        )


def _placement(table: Table, child: str, name: str, kind: str) -> str:
    """The placement with this name, made when it is new."""
    if name not in {row["clap_cla_placement_id"] for row in table.records.get("ssd_cla_placement", [])}:
        table.add("ssd_cla_placement", clap_cla_placement_id=name, clap_person_id=child, clap_cla_placement_type=kind)
    return name


def _reviews(table: Table, child: str, parts: list[str]) -> None:
    for part in parts:
        table.add(
            "ssd_cla_reviews",
            clar_cla_review_id="V" + table.number("ssd_cla_reviews"),
            clar_cla_id="care " + child,
            clar_cla_review_date=part[:10],
            clar_cla_review_cancelled="Y" if "cancelled" in part else "N",
        )


def _checks(table: Table, child: str, parts: list[str]) -> None:
    for part in parts:
        day, *kind, status = part.split()
        table.add(
            "ssd_cla_health",
            clah_health_check_id="H" + table.number("ssd_cla_health"),
            clah_person_id=child,
            clah_health_check_type=" ".join(kind),
            clah_health_check_date=day,
            clah_health_check_status=status.capitalize(),
        )


def _unaccompanied(table: Table, child: str, parts: list[str]) -> None:
    for part in parts:
        start, end, _ = _days(part)
        table.add(
            "ssd_immigration_status",
            immi_immigration_status_id="I" + table.number("ssd_immigration_status"),
            immi_person_id=child,
            immi_immigration_status="UASC",
            immi_immigration_status_start_date=start,
            immi_immigration_status_end_date=end,
        )


def _permanence(table: Table, child: str) -> dict[str, str]:
    mine = [row for row in table.records.get("ssd_permanence", []) if row["perm_person_id"] == child]
    return (
        mine[0]
        if mine
        else table.add("ssd_permanence", perm_table_id="N" + table.number("ssd_permanence"), perm_person_id=child)
    )


def _placed(table: Table, child: str, parts: list[str]) -> None:
    _permanence(table, child)["perm_placed_for_adoption_date"] = parts[0]


def _adopted(table: Table, child: str, parts: list[str]) -> None:
    _permanence(table, child).update(perm_permanence_order_date=parts[0], perm_permanence_order_type="Adoption order")


def _worker(table: Table, worker: str, row: dict[str, str]) -> None:
    table.add(
        "ssd_professionals",
        prof_professional_id=worker,
        prof_full_time_equivalency=row["fte"],
        prof_social_worker_registration_no="SW" + worker if row["registered"] == "yes" else "",
    )
    for number in range(int(row["children"])):
        table.add(
            "ssd_involvements",
            invo_involvements_id=f"{worker}{number}",
            invo_professional_id=worker,
            invo_person_id=f"{worker}-child-{number}",
            invo_involvement_start_date="2024-01-02",
        )


ROWS: dict[str, Callable[[Table, str, dict[str, str]], None]] = {"worker": _worker}
"""What a row is when its first column is not a child."""

RECORDS: dict[str, Callable[[Table, str, list[str]], None]] = {
    "referrals": _referrals,
    "assessments": _assessments,
    "section 47": _enquiries,
    "conferences": _conferences,
    "plans": _plans,
    "episodes": _episodes,
    "reviews": _reviews,
    "health checks": _checks,
    "unaccompanied": _unaccompanied,
    "placed for adoption": _placed,
    "adopted": _adopted,
}
"""What each column of a worked table makes of its cells; the `words_*` modules beside this one add to it."""

COLLECTED = {
    "ssd_person": "pers_person_id",
    "ssd_cin_episodes": "cine_referral_id",
    "ssd_cin_assessments": "cina_assessment_id",
    "ssd_s47_enquiry": "s47e_s47_enquiry_id",
    "ssd_initial_cp_conference": "icpc_icpc_id",
    "ssd_cp_plans": "cppl_cp_plan_id",
    "ssd_cla_episodes": "clae_cla_episode_id",
    "ssd_cla_placement": "clap_cla_placement_id",
    "ssd_cla_reviews": "clar_cla_review_id",
    "ssd_cla_health": "clah_health_check_id",
    "ssd_permanence": "perm_table_id",
    "ssd_involvements": "invo_involvements_id",
    "ssd_professionals": "prof_professional_id",
    "ext_health_request": "request_id",
}
"""Tables that are collected in every worked example, though no worked child may have a row there."""

for found in sorted(Path(__file__).parent.glob("words_*.py")):
    more = importlib.import_module(found.stem)
    RECORDS.update(more.RECORDS)
    COLLECTED.update(more.COLLECTED)
    ROWS.update(getattr(more, "ROWS", {}))
