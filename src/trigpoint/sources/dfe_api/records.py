"""The record rows of a child of the payload. Ids that it does not give are made of the child's id and a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from trigpoint.sources.dfe_api.care import PERMANENCE, Record, orders, placements
from trigpoint.sources.dfe_api.reader import Cell, Taken
from trigpoint.sources.dfe_api.shape import CHILD, FORMER_UPN, UASC
from trigpoint.sources.ssda903.care import Names

_EPISODE = CHILD.groups["social_care_episodes"]
_PLACEMENTS = "child_looked_after_placements"
_NAMED = {
    "care_worker_details": ("invo_involvements_id", "worker", "start_date"),
    "adoption": ("perm_table_id", "permanence", "initial_decision_date"),
    "care_leavers": ("clea_table_id", "careleaver", "contact_date"),
}
"""Groups without an id of their own: the column of the one they get, its word, the day in it."""


def records(taken: Taken) -> Iterator[Record]:
    """Every row that a child gives."""
    child, ids = str(taken.cells["la_child_id"]), _Ids()
    yield from _person(child, taken)
    sdq = CHILD.groups["health_and_wellbeing"].groups["sdq_assessments"]
    for one in taken.first("health_and_wellbeing").all("sdq_assessments"):
        row = one.row(sdq, child)
        yield sdq.table, {"csdq_table_id": ids.of(child, "sdq", row, _day(one, "date")), **row}
    placed: list[tuple[str, Taken]] = []
    said: list[tuple[str, Taken]] = []
    ways: list[dict[str, Cell]] = []
    for episode in taken.all("social_care_episodes"):
        referral = str(episode.cells[_EPISODE.key])
        yield _EPISODE.table, episode.row(_EPISODE, child)
        for table, row in _within(child, referral, episode, ids, said):
            if table == PERMANENCE:
                ways.append(row)
            else:
                yield table, row
        known = [one for _, one in placed]
        placed += [(referral, one) for one in episode.all(_PLACEMENTS) if one not in known]
    yield from placements(child, placed, Names())
    yield from orders(child, ways, placed)


class _Ids:
    """Ids by child, word and day; of equal rows the same, so that a repeated row is seen to be one."""

    def __init__(self) -> None:
        self._names = Names()
        self._given: dict[str, str] = {}

    def of(self, child: str, word: str, row: dict[str, Cell], day: date | None) -> str:
        content = f"{word} {row}"
        if content not in self._given:
            self._given[content] = self._names.name(child, word, day)
        return self._given[content]


def _person(child: str, taken: Taken) -> Iterator[Record]:
    details = taken.first("child_details")
    cells = details.cells
    yield CHILD.table, {**taken.row(CHILD, child), **details.row(CHILD.groups["child_details"], child)}
    if former := cells.get("former_unique_pupil_number"):
        link = {"link_table_id": f"{child}-formerupn", "link_person_id": child}
        yield (
            "ssd_linked_identifiers",
            {**link, "link_identifier_type": FORMER_UPN, "link_identifier_value": former},
        )
    for code in details.codes("disabilities"):
        identity = f"{child}-disability-{code}"
        yield "ssd_disability", {"disa_table_id": identity, "disa_person_id": child, "disa_disability_code": code}
    if postcode := cells.get("postcode"):
        yield (
            "ssd_address",
            {"addr_table_id": f"{child}-home", "addr_person_id": child, "addr_address_postcode": postcode},
        )
    if cells.get("uasc_flag") == "Y" or cells.get("uasc_end_date"):
        yield (
            "ssd_immigration_status",
            {
                "immi_immigration_status_id": f"{child}-uasc",
                "immi_person_id": child,
                "immi_immigration_status": UASC,
                "immi_immigration_status_end_date": cells.get("uasc_end_date"),
            },
        )


def _within(child: str, referral: str, episode: Taken, ids: _Ids, said: list[tuple[str, Taken]]) -> Iterator[Record]:
    """What lies in an episode, placements apart. `said` remembers what each episode of a child repeats."""
    for name, group in _EPISODE.groups.items():
        for one in episode.all(name) if name != _PLACEMENTS else ():
            if not any(one.cells.values()) or (group.repeated and (name, one) in said):
                continue
            said += [(name, one)] if group.repeated else []
            row = one.row(group, child, referral)
            if name in _NAMED:
                column, word, day = _NAMED[name]
                row[column] = ids.of(child, word, row, _day(one, day))
            yield group.table, row
            yield from _beside(name, one, child, referral)


def _beside(name: str, one: Taken, child: str, referral: str) -> Iterator[Record]:
    """What an object says that belongs into a table of its own."""
    cells = one.cells
    if name == "care_worker_details" and cells["worker_id"]:
        yield "ssd_professionals", {"prof_professional_id": cells["worker_id"], "prof_staff_id": cells["worker_id"]}
    if name == "child_and_family_assessments" and (factors := one.codes("factors")):
        assessment = cells["child_and_family_assessment_id"]
        row: dict[str, Cell] = {"cinf_table_id": f"{assessment}-factors", "cinf_assessment_id": assessment}
        yield "ssd_assessment_factors", {**row, "cinf_assessment_factors_factors": ";".join(factors)}
    if name == "section_47_assessments" and cells["icpc_date"]:
        enquiry = cells["section_47_assessment_id"]
        yield (
            "ssd_initial_cp_conference",
            {
                "icpc_icpc_id": f"{enquiry}-conference",
                "icpc_s47_enquiry_id": enquiry,
                "icpc_person_id": child,
                "icpc_referral_id": referral,
                "icpc_icpc_date": cells["icpc_date"],
            },
        )


def _day(taken: Taken, name: str) -> date | None:
    found = taken.cells[name]
    return found if isinstance(found, date) else None
