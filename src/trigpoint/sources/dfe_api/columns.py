"""The record tables of children who were taken by the column, as `records` makes them of one child at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import numpy as np
import pyarrow as pa

from trigpoint.sources.columns import Column, pc
from trigpoint.sources.dfe_api.blocks import Block, Mask, Places
from trigpoint.sources.dfe_api.care import Record
from trigpoint.sources.dfe_api.reader import Taken
from trigpoint.sources.dfe_api.records import EPISODE, NAMED, PLACED, REPEATED, of_care
from trigpoint.sources.dfe_api.shape import CHILD, FORMER_UPN, UASC, Group

Columns = dict[str, Column]
"""Record columns by name; one that is not there is missing throughout."""
Made = tuple[str, Columns, Places]
"""A record table, its columns, and the places of the children whose rows they are."""

_DETAILS = CHILD.groups["child_details"]
_SDQ = CHILD.groups["health_and_wellbeing"].groups["sdq_assessments"]


def made(blocks: Mapping[str, Block], ordinary: Mask) -> Iterator[Made]:
    """Every table of the children for whom `ordinary` is true, what they tell of care apart."""
    ids = _ids(blocks, ordinary)
    kept = {name: block.where(ordinary[block.child]) for name, block in blocks.items()}
    yield from _people(kept, ids)
    yield from _beside_people(kept["child_details"], ids)
    sdq = kept["sdq_assessments"]
    columns = _row(_SDQ, sdq, ids)
    yield _SDQ.table, {"csdq_table_id": _names(columns, ids, sdq, "sdq", "date"), **columns}, sdq.child
    episodes = kept["social_care_episodes"]
    yield EPISODE.table, _row(EPISODE, episodes, ids), episodes.child
    for name, group in EPISODE.groups.items():
        if name != PLACED and not group.repeated:
            yield from _within(name, group, kept[name], ids)


def care(blocks: Mapping[str, Block], ordinary: Mask) -> Iterator[tuple[int, Iterator[Record]]]:
    """Place and rows of each such child of whom something is told of care, adoption or leaving care."""
    ids = _ids(blocks, ordinary)
    found: dict[int, dict[int, Taken]] = {}
    for name in (PLACED, *REPEATED):
        block = blocks[name].where(ordinary[blocks[name].child])
        cells = [dict(zip(block.columns, row, strict=True)) for row in _rows(block.columns.values())]
        for child, around, referral, one in zip(
            block.child, block.around, block.within.to_pylist(), cells, strict=True
        ):
            episode = found.setdefault(int(child), {}).setdefault(int(around), Taken({EPISODE.key: referral}))
            episode.groups.setdefault(name, []).append(Taken(one))
    for child, episodes in sorted(found.items()):
        yield child, of_care(ids[child].as_py(), [episode for _, episode in sorted(episodes.items())])


def _rows(columns: Iterable[Column]) -> Iterator[tuple[Any, ...]]:
    return zip(*(column.to_pylist() for column in columns), strict=True)


def _ids(blocks: Mapping[str, Block], ordinary: Mask) -> Column:
    """Ids of the children by place; of those who are not in the blocks there is none."""
    children = blocks[""]
    place = np.full(len(ordinary), -1)
    place[children.child] = np.arange(len(children.child))
    return _taken(children.columns[CHILD.key], place)


def _taken(column: Column, places: Places) -> Column:
    """Cells of a column; missing where a place is below 0."""
    return column.take(pa.array(places, mask=places < 0))


def _row(group: Group, block: Block, ids: Column) -> Columns:
    columns = {item.column: block.columns[name] for name, item in group.items.items() if item.column}
    if group.child:
        columns[group.child] = ids.take(pa.array(block.child))
    if group.referral:
        columns[group.referral] = block.within
    return columns


def _people(kept: Mapping[str, Block], ids: Column) -> Iterator[Made]:
    children, details = kept[""], kept["child_details"]
    place = np.full(len(ids), -1)
    place[details.child] = np.arange(len(details.child))
    told = {name: _taken(column, place[children.child]) for name, column in _row(_DETAILS, details, ids).items()}
    yield CHILD.table, {**_row(CHILD, children, ids), **told}, children.child


def _beside_people(details: Block, ids: Column) -> Iterator[Made]:
    """What the details of a child say that belongs into a table of its own."""
    child, columns = ids.take(pa.array(details.child)), details.columns
    former, postcode, ended = (columns[name] for name in ("former_unique_pupil_number", "postcode", "uasc_end_date"))
    yield _filled(
        "ssd_linked_identifiers",
        {
            "link_table_id": _joined(child, "-formerupn"),
            "link_person_id": child,
            "link_identifier_type": _repeated(FORMER_UPN, child),
            "link_identifier_value": former,
        },
        details.child,
        former.is_valid(),
    )
    codes, places = columns["disabilities"], np.asarray(pc.list_parent_indices(columns["disabilities"]))
    code, whose = pc.list_flatten(codes), child.take(pa.array(places))
    identity = _joined(whose, "-disability-", code)
    disability = {"disa_table_id": identity, "disa_person_id": whose, "disa_disability_code": code}
    yield "ssd_disability", disability, details.child[places]
    home = {"addr_table_id": _joined(child, "-home"), "addr_person_id": child, "addr_address_postcode": postcode}
    yield _filled("ssd_address", home, details.child, postcode.is_valid())
    yield _filled(
        "ssd_immigration_status",
        {
            "immi_immigration_status_id": _joined(child, "-uasc"),
            "immi_person_id": child,
            "immi_immigration_status": _repeated(UASC, child),
            "immi_immigration_status_end_date": ended,
        },
        details.child,
        pc.or_(pc.fill_null(pc.equal(columns["uasc_flag"], "Y"), fill_value=False), ended.is_valid()),
    )


def _within(name: str, group: Group, block: Block, ids: Column) -> Iterator[Made]:
    """What lies in an episode and is of that episode alone; an object that says nothing is no row."""
    says = [column.is_valid() for column in block.columns.values() if not pa.types.is_list(column.type)]
    block = block.where(np.any([np.asarray(one) for one in says], axis=0))
    columns = _row(group, block, ids)
    if name in NAMED:
        column, word, day = NAMED[name]
        columns[column] = _names(columns, ids, block, word, day)
    yield group.table, columns, block.child
    yield from _beside(name, block, ids)


def _beside(name: str, block: Block, ids: Column) -> Iterator[Made]:
    """What an object says that belongs into a table of its own."""
    columns = block.columns
    if name == "care_worker_details":
        worker = columns["worker_id"]
        workers = {"prof_professional_id": worker, "prof_staff_id": worker}
        yield _filled("ssd_professionals", workers, block.child, worker.is_valid())
    if name == "child_and_family_assessments":
        assessment, factors = columns["child_and_family_assessment_id"], columns["factors"]
        said = {
            "cinf_table_id": _joined(assessment, "-factors"),
            "cinf_assessment_id": assessment,
            "cinf_assessment_factors_factors": pc.binary_join(factors, ";"),
        }
        yield _filled("ssd_assessment_factors", said, block.child, pc.greater(pc.list_value_length(factors), 0))
    if name == "section_47_assessments":
        enquiry, held = columns["section_47_assessment_id"], columns["icpc_date"]
        conference = {
            "icpc_icpc_id": _joined(enquiry, "-conference"),
            "icpc_s47_enquiry_id": enquiry,
            "icpc_person_id": ids.take(pa.array(block.child)),
            "icpc_referral_id": block.within,
            "icpc_icpc_date": held,
        }
        yield _filled("ssd_initial_cp_conference", conference, block.child, held.is_valid())


def _filled(table: str, columns: Columns, child: Places, where: Column) -> Made:
    """The rows of a table where there is something to say."""
    return table, {name: column.filter(where) for name, column in columns.items()}, child[np.asarray(where)]


def _names(columns: Columns, ids: Column, block: Block, word: str, day: str) -> Column:
    """Ids by child, word and day; of equal rows of a child the same, else the second of a name ends in -2."""
    stamp = pc.replace_substring(block.columns[day].cast(pa.string()), "-", "")
    names = _joined(ids.take(pa.array(block.child)), f"-{word}", pc.fill_null(stamp, ""))
    counted: Column = pc.value_counts(names)
    many = counted.field("values").filter(pc.greater(counted.field("counts"), 1))
    if not len(many):
        return names
    again = pc.is_in(names, many)
    rows = list(_rows([column.filter(again) for column in (names, *columns.values())]))
    given: dict[tuple[object, ...], str] = {}
    times: Counter[str] = Counter()
    for row in rows:
        if row not in given:
            name = str(row[0])
            times[name] += 1
            given[row] = name if times[name] == 1 else f"{name}-{times[name]}"
    return pc.replace_with_mask(names, again, pa.array([given[row] for row in rows], pa.string()))


def _joined(*parts: Column | str) -> Column:
    return pc.binary_join_element_wise(*parts, "")


def _repeated(text: str, beside: Column) -> Column:
    return pa.repeat(pa.scalar(text), len(beside))
