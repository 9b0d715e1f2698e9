"""The payload read: recognised by its keys, taken child by child, with what is wrong in it told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from trigpoint.sources.dfe_api.gathered import Gathered
from trigpoint.sources.dfe_api.payload import children
from trigpoint.sources.dfe_api.reader import Reader
from trigpoint.sources.dfe_api.records import records
from trigpoint.sources.dfe_api.shape import CHILD, TABLES, Group
from trigpoint.sources.dfe_api.specimen import carried
from trigpoint.sources.file import SourceFile
from trigpoint.sources.issue import Issue, shown
from trigpoint.sources.limits import MAX_RECORD_BYTES
from trigpoint.sources.part import Part
from trigpoint.sources.record_sheet import part_of

PAYLOAD = "payload"
"""The one kind of file that there is: several of one authority would leave open which of them holds."""

_ACCOMMODATION = "clea_care_leaver_accommodation"
"""The API takes its letter alone, which is no code of the SSDA903 return: nothing is wrong with it."""
_SIGNS = (b'"la_child_id"', b'"social_care_episodes"', b'"child_details"')


def recognise(file: SourceFile) -> str:
    """`payload` for JSON in which a key of the payload stands near the beginning."""
    if file.kind != "json":
        return ""
    with file.path.open("rb") as opened:
        head = opened.read(MAX_RECORD_BYTES)
    return PAYLOAD if any(sign in head for sign in _SIGNS) else ""


def tables(kinds: Iterable[str]) -> set[str]:
    """Record tables that a payload gives."""
    return set(TABLES) if PAYLOAD in kinds else set()


def year(files: Mapping[str, SourceFile]) -> int | None:  # noqa: ARG001 - every format answers
    """A payload belongs to no collection year."""
    return None


def read(files: Mapping[str, SourceFile], authority: str) -> Iterator[Part]:
    """The record tables of a payload, one part each. Raises Refused before the first when it cannot be taken."""
    file = files[PAYLOAD]
    reader, gathered = Reader(file.name), Gathered()
    numbers: dict[str, int] = {}
    workers: set[object] = set()
    for number, value in children(file.data(), file.name):
        taken = reader.child(number, value)
        if taken is None or _is_known(reader, number, str(taken.cells[CHILD.key]), numbers):
            continue
        for table, row in records(taken):
            if table == "ssd_professionals":
                if row["prof_professional_id"] in workers:
                    continue
                workers.add(row["prof_professional_id"])
            gathered.add(number, table, row)
    for table in TABLES:
        told = list(reader.told.issues()) if table == CHILD.table else []
        part = part_of(gathered.sheet(table, file.name, reader.refused), table, authority, told)
        issues = [_placed(issue) for issue in part.issues if issue.column != _ACCOMMODATION]
        yield replace(part, issues=issues, columns=carried()[table])


def _is_known(reader: Reader, number: int, child: str, numbers: dict[str, int]) -> bool:
    """Whether a child was there before; the second is left out, for its rows would be counted twice."""
    first = numbers.setdefault(child, number)
    if first == number:
        return False
    reader.refused[CHILD.table] += 1
    what = f"{shown(child)} is child {first:,} too; the later was left out with all that is in it"
    reader.told.tell(number, CHILD.key, what, "give each child once, with everything that is known of it")
    return True


def _placed(issue: Issue) -> Issue:
    """An issue of a record column as one of the payload's item."""
    return replace(issue, column=_PATHS.get(issue.column, issue.column))


def _paths(group: Group, path: str) -> dict[str, str]:
    found = {item.column: f"{path}{name}" for name, item in group.items.items() if item.column}
    for name, inner in group.groups.items():
        found |= _paths(inner, f"{path}{name}{'[]' if inner.many else ''}.")
    return found


_PATHS = {
    **_paths(CHILD, ""),
    "disa_disability_code": "child_details.disabilities",
    "clae_cla_episode_start_reason": "social_care_episodes[].child_looked_after_placements[].start_reason",
    "clae_cla_episode_ceased_reason": "social_care_episodes[].child_looked_after_placements[].end_reason",
}
"""Where in the payload a record column comes from."""
