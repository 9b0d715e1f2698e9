"""The record tables that the lists give, each built from its lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa

from trigpoint.records import TABLES
from trigpoint.sources.annex_a import in_care, in_need, people
from trigpoint.sources.annex_a.rows import ListRows, Row
from trigpoint.sources.annex_a.specimen import specimen
from trigpoint.sources.annex_a.view import View
from trigpoint.sources.columns import Column
from trigpoint.sources.issue import Issue
from trigpoint.sources.part import Part, table_of


@dataclass(frozen=True)
class Record:
    """How one record table is built; it is there when one of its lists is. `tells` = the lists whose rows it counts
    and whose issues it carries."""

    build: Callable[[View], Iterable[Row]]
    lists: tuple[int, ...]
    tells: tuple[int, ...] = ()


RECORDS: dict[str, Record] = {
    "ssd_person": Record(people.people, (*people.CHILDREN, 11), (11,)),
    "ssd_family": Record(people.families, (10,)),
    "ssd_disability": Record(people.disabilities, (4, 5, 6, 7, 8, 9, 10)),
    "ssd_immigration_status": Record(people.immigration, (8, 9)),
    "ssd_contacts": Record(in_need.contacts, (1,), (1,)),
    "ssd_early_help_episodes": Record(in_need.early_help, (2,), (2,)),
    "ssd_cin_episodes": Record(in_need.referrals, (3, 6), (3, 6)),
    "ssd_cin_assessments": Record(in_need.assessments, (4,), (4,)),
    "ssd_s47_enquiry": Record(in_need.enquiries, (5,), (5,)),
    "ssd_initial_cp_conference": Record(in_need.conferences, (5,)),
    "ssd_cp_plans": Record(in_need.plans, (7,), (7,)),
    "ssd_cp_visits": Record(in_need.plan_visits, (7,)),
    "ssd_cla_episodes": Record(in_care.episodes, (8,), (8,)),
    "ssd_cla_placement": Record(in_care.placements, (8,)),
    "ext_placement_location": Record(in_care.locations, (8,)),
    "ssd_legal_status": Record(in_care.statuses, (8,)),
    "ssd_cla_visits": Record(in_care.visits, (8,)),
    "ssd_cla_health": Record(in_care.health, (8,)),
    "ssd_care_leavers": Record(in_care.care_leavers, (9,), (9,)),
    "ssd_permanence": Record(in_care.permanence, (10,), (10,)),
}


def records(view: View, authority: str, told: Sequence[Issue]) -> Iterator[Part]:
    """A part for each table whose lists are there. What is told of all lists goes with the persons."""
    lists = view.lists
    for name, record in RECORDS.items():
        if not set(record.lists) & lists.keys():
            continue
        rows = list(record.build(view))
        data = table_of(name, authority, _columns(name, rows), len(rows))
        own = [lists[number] for number in record.tells if number in lists]
        refused, repeated = sum(one.refused for one in own), sum(one.repeated for one in own)
        issues = [issue for one in own for issue in one.issues] + (list(told) if name == "ssd_person" else [])
        rows_in = len(rows) + refused + repeated
        columns = _carried(record, lists) | _UNDERSTOOD.get(name, set())
        yield Part(authority, name, data, rows_in, refused, repeated, issues, columns=columns)


_UNDERSTOOD = {
    "ssd_person": {"pers_expected_dob"},
    "ssd_cp_plans": {"cppl_cp_plan_ola"},
    "ssd_immigration_status": {"immi_immigration_status_start_date", "immi_immigration_status_end_date"},
}
"""Columns that the lists have no place for and yet answer: a date of birth that is still to come, or none, tells of
an unborn child; their plans are the authority's own, and a child that they
say is an unaccompanied asylum seeker is one from the first until it is of age."""


def _carried(record: Record, lists: Mapping[int, ListRows]) -> frozenset[str]:
    """The columns that these lists fill: what all of them could, without what hangs on headings that are not there."""
    whole = list(record.build(specimen(dict.fromkeys(lists, frozenset()))))
    given = list(record.build(specimen({number: one.absent for number, one in lists.items()})))
    lost = _said(whole) - _said(given)
    return frozenset(name for row in whole for name in row if name not in lost)


def _said(rows: Sequence[Row]) -> set[str]:
    return {name for row in rows for name, value in row.items() if value is not None}


def _columns(name: str, rows: Sequence[Row]) -> dict[str, Column]:
    """The columns of a table that its rows fill: all of them fill the same."""
    filled = [field for field in TABLES[name].schema() if rows and field.name in rows[0]]
    return {field.name: pa.array([row[field.name] for row in rows], field.type) for field in filled}
