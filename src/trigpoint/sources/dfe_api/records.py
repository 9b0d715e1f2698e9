"""The record rows of a child of the payload. Ids that it does not give are made of the child's id and a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from trigpoint.sources.dfe_api.care import Record, orders, placements
from trigpoint.sources.dfe_api.reader import Cell, Taken
from trigpoint.sources.dfe_api.shape import CHILD, FORMER_UPN, UASC
from trigpoint.sources.ssda903.care import Names

EPISODE = CHILD.groups["social_care_episodes"]
PLACED = "child_looked_after_placements"
REPEATED = tuple(name for name, group in EPISODE.groups.items() if group.repeated)
"""Groups that every episode of a child repeats; so it does the placements."""
NAMED = {
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
    for episode in taken.all("social_care_episodes"):
        yield EPISODE.table, episode.row(EPISODE, child)
        yield from _within(child, str(episode.cells[EPISODE.key]), episode, ids)
    yield from of_care(child, taken.all("social_care_episodes"))


def of_care(child: str, episodes: Sequence[Taken]) -> Iterator[Record]:
    """What the episodes of a child tell of care, adoption and leaving care: each repeats it, and it is taken once."""
    placed: list[tuple[str, Taken]] = []
    said: list[tuple[str, Taken]] = []
    ways: list[dict[str, Cell]] = []
    ids = _Ids()
    for episode in episodes:
        for name, one in ((group, one) for group in REPEATED for one in episode.all(group)):
            if not any(one.cells.values()) or (name, one) in said:
                continue
            said.append((name, one))
            row = _named(name, one, one.row(EPISODE.groups[name], child), child, ids)
            if name == "adoption":
                ways.append(row)
            else:
                yield EPISODE.groups[name].table, row
        known = [one for _, one in placed]
        placed += [(str(episode.cells[EPISODE.key]), one) for one in episode.all(PLACED) if one not in known]
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


def _within(child: str, referral: str, episode: Taken, ids: _Ids) -> Iterator[Record]:
    """What lies in an episode and is of that episode alone."""
    for name, group in EPISODE.groups.items():
        for one in episode.all(name) if name != PLACED and not group.repeated else ():
            if any(one.cells.values()):
                yield group.table, _named(name, one, one.row(group, child, referral), child, ids)
                yield from _beside(name, one, child, referral)


def _named(name: str, one: Taken, row: dict[str, Cell], child: str, ids: _Ids) -> dict[str, Cell]:
    """A row with an id of its own where its group has none."""
    if name in NAMED:
        column, word, day = NAMED[name]
        row[column] = ids.of(child, word, row, _day(one, day))
    return row


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
