"""The record tables that a return gives, each built from its modules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain

import pyarrow as pa

from trigpoint.records import TABLES
from trigpoint.sources.issue import Issue
from trigpoint.sources.part import GivenAs, Part, return_part
from trigpoint.sources.ssda903 import children, home, looked_after, outcomes, permanence
from trigpoint.sources.ssda903.care import Row
from trigpoint.sources.ssda903.collection import Collection
from trigpoint.sources.ssda903.modules import MODULES
from trigpoint.sources.ssda903.specimen import specimen
from trigpoint.sources.ssda903.view import View


@dataclass(frozen=True)
class Record:
    """How one record table is built; it is there when one of its modules is. `tells` = the module whose rows it
    counts and whose issues it carries."""

    build: Callable[[View], Iterable[Row]]
    modules: tuple[str, ...]
    tells: str = ""


RECORDS: dict[str, Record] = {
    "ssd_person": Record(children.people, tuple(MODULES), "Header"),
    "ssd_address": Record(home.addresses, ("Episodes",)),
    "ssd_mother": Record(children.mothers, ("Header",)),
    "ssd_immigration_status": Record(children.immigration, ("UASC",), "UASC"),
    "ssd_cla_previous_permanence": Record(children.previous_permanence, ("PrevPerm",), "PrevPerm"),
    "ssd_cla_episodes": Record(looked_after.episodes, ("Episodes",), "Episodes"),
    "ssd_cla_placement": Record(looked_after.placements, ("Episodes",)),
    "ssd_legal_status": Record(looked_after.statuses, ("Episodes",)),
    "ssd_cla_reviews": Record(looked_after.reviews, ("Reviews",), "Reviews"),
    "ssd_missing": Record(looked_after.missing, ("Missing",), "Missing"),
    "ext_deprivation_of_liberty": Record(looked_after.deprivations, ("DoLo",), "DoLo"),
    "ssd_involvements": Record(looked_after.involvements, ("SWEpisodes",), "SWEpisodes"),
    "ssd_professionals": Record(looked_after.professionals, ("SWEpisodes",)),
    "ssd_permanence": Record(permanence.permanence, ("AD1", "PlacedAdoption", "Episodes"), "PlacedAdoption"),
    "ssd_cla_health": Record(outcomes.health, ("OC2",), "OC2"),
    "ssd_cla_immunisations": Record(outcomes.immunisations, ("OC2",)),
    "ssd_cla_substance_misuse": Record(outcomes.substance_misuse, ("OC2",)),
    "ssd_cla_convictions": Record(outcomes.convictions, ("OC2",)),
    "ssd_sdq_scores": Record(outcomes.sdq_scores, ("OC2",)),
    "ext_care_leaver_birthday": Record(outcomes.care_leavers, ("OC3",), "OC3"),
}


def given(found: Collection, authority: str) -> Iterator[Part]:
    """The modules as they were given, for the rules of the return."""
    given_as: GivenAs = "xml" if found.is_xml else "csv"
    for name, rows in found.modules.items():
        columns, numbers = rows.as_given(), pa.array(rows.rows, pa.int64())
        yield return_part(
            "ssda903",
            MODULES[name].form,
            authority,
            found.year,
            columns,
            file=rows.file,
            rows=numbers,
            child=columns["CHILD"],
            given_as=given_as,
        )


def records(view: View, told: Mapping[str, Sequence[Issue]], authority: str) -> Iterator[Part]:
    """A part for each table whose modules are there. Issues go with the table that tells their module."""
    tell = {record.tells: name for name, record in RECORDS.items() if record.tells}
    for name, record in RECORDS.items():
        if not set(record.modules) & set(view.modules):
            continue
        rows = list(record.build(view))
        issues = [
            issue for module in view.modules if tell.get(module, "ssd_permanence") == name for issue in told[module]
        ]
        own = [found.modules[record.tells] for found in view.years if record.tells in found.modules]
        refused = sum(module.refused for module in own)
        repeated = sum(module.repeated for module in own) + view.again[record.tells]
        data = _table(name, rows, authority)
        rows_in = len(rows) + refused + repeated
        columns = _carried(name, frozenset(view.modules))
        yield Part(authority, name, data, rows_in, refused, repeated, issues, columns=columns)


_UNDERSTOOD = {
    "ssd_immigration_status": {"immi_immigration_status_start_date"},
    "ssd_cla_reviews": {"clar_cla_review_cancelled"},
}
"""Columns that the return has no place for and yet answers: a child is an unaccompanied asylum seeker from the first,
and its reviews are those that were held."""


@cache
def _carried(name: str, modules: frozenset[str]) -> frozenset[str]:
    """The columns of a record table that a return with these modules fills."""
    filled = frozenset(chain.from_iterable(RECORDS[name].build(specimen(modules))))
    return filled | _UNDERSTOOD.get(name, set())


def _table(name: str, rows: list[Row], authority: str) -> pa.Table:
    schema = TABLES[name].schema()
    place = schema.get_field_index("authority")
    whose = pa.repeat(pa.scalar(authority), len(rows))
    return pa.Table.from_pylist(rows, schema=schema).set_column(place, schema.field(place), whose)
