"""The record tables that a return gives, each built from its modules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import pyarrow as pa

from trigpoint.records import TABLES
from trigpoint.records.returns import ssda903
from trigpoint.sources.part import Part, return_part
from trigpoint.sources.ssda903 import children, looked_after, outcomes, permanence
from trigpoint.sources.ssda903.care import Row
from trigpoint.sources.ssda903.collection import Collection
from trigpoint.sources.ssda903.modules import MODULES
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
    forms = {form.module: form for form in ssda903.MODULES}
    for name, rows in found.modules.items():
        columns, numbers = rows.as_given(), pa.array(rows.rows, pa.int64())
        child = columns["CHILD"]
        yield return_part(
            "ssda903", forms[name], authority, found.year, columns, file=rows.file, rows=numbers, child=child
        )


def records(found: Collection, authority: str) -> Iterator[Part]:
    """A part for each table whose modules are there. Issues go with the table that tells their module."""
    view = View(found)
    tell = {record.tells: name for name, record in RECORDS.items() if record.tells}
    for name, record in RECORDS.items():
        if not set(record.modules) & found.modules.keys():
            continue
        rows = [{"authority": authority, **row} for row in record.build(view)]
        data = pa.Table.from_pylist(rows, schema=TABLES[name].schema())
        own = found.modules.get(record.tells)
        told = [m for m in found.modules.values() if tell.get(m.module, "ssd_permanence") == name]
        issues = [issue for module in told for issue in module.issues]
        refused, repeated = (own.refused, own.repeated) if own else (0, 0)
        yield Part(authority, name, data, len(rows) + refused + repeated, refused, repeated, issues)
