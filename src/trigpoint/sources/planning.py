"""What a load would take: every file recognised by its content, every authority named, before a row is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from trigpoint.sources import ssd
from trigpoint.sources.file import SourceFile
from trigpoint.sources.folders import Folder, folders
from trigpoint.sources.formats import formats, is_yearly
from trigpoint.sources.issue import Issue, Refused, names, refused
from trigpoint.sources.part import Part
from trigpoint.sources.people import PEOPLE, one_part

_POPULATION = "ext_population"


@dataclass(frozen=True)
class PlannedFile:
    """A file that will be loaded: what a manifest keeps of it. `year` is the year in which the collection ends."""

    name: str
    sha256: str
    size: int
    format: str
    year: int | None = None


@dataclass(frozen=True)
class Delivery:
    """The files of one format that one authority gave, and the collection year that they are of, if any."""

    authority: str
    format: str
    files: Mapping[str, SourceFile]
    year: int | None = None


@dataclass(frozen=True)
class Plan:
    """Files recognised, and what there is to tell of the others. `parts` reads them, one table at a time."""

    files: Sequence[PlannedFile]
    deliveries: Sequence[Delivery]
    issues: Sequence[Issue] = field(default_factory=list)

    def parts(self) -> Iterator[Part]:
        """One authority's one table at a time, so that memory stays bounded. Raises Refused at the first bad file.

        The years of a return are read together, for they are one history.
        """
        for authority in self.authorities:
            mine = [delivery for delivery in self.deliveries if delivery.authority == authority]
            told = {one.format for one in mine if PEOPLE in formats()[one.format].tables(one.files)}
            people: list[Part] = []
            for part in _read(mine, authority):
                if part.table == PEOPLE and len(told) > 1:
                    people.append(part)
                else:
                    yield part
            if people:
                yield one_part(people)

    @property
    def tables(self) -> int:
        """How many record tables there will be, over all authorities."""
        return sum(len(formats()[delivery.format].tables(delivery.files)) for delivery in self.deliveries)

    @property
    def authorities(self) -> list[str]:
        """Names of the authorities, in the order of the folders."""
        return list(dict.fromkeys(delivery.authority for delivery in self.deliveries))


def plan(paths: Sequence[Path], authority: str = "", also: Sequence[Folder] = ()) -> Plan:
    """Recognise every file under `paths` and say what would be loaded, with the folders `also` made of databases.

    A path is a file, a folder of files, or a folder of such folders (one authority each, named by its folder).
    `authority` names the authority whatever the folders are called; without it a single folder is named by the one
    `area` of its `ext_population`, else by itself. Raises Refused with every reason found.
    """
    found, issues = folders(paths) if paths or not also else ([], [])
    found, issues = [*also, *found], [issue for folder in also for issue in folder.issues] + issues
    deliveries = [d for folder in found for d in _deliveries(folder, authority or _name(folder, alone=len(found) == 1))]
    _refuse_two_of_a_kind(deliveries)
    dated, troubles = [], []
    for delivery in deliveries:
        try:
            dated.append(replace(delivery, year=formats()[delivery.format].year(delivery.files)))
        except Refused as problem:
            troubles += problem.issues
    if troubles:
        raise Refused(*troubles)
    _refuse_two_of_a_year(dated)
    files = [PlannedFile(f.name, f.sha256, f.size, d.format, d.year) for d in dated for f in d.files.values()]
    return Plan(files, dated, issues)


def _read(deliveries: Sequence[Delivery], authority: str) -> Iterator[Part]:
    """What one authority gave, format by format."""
    for name in dict.fromkeys(delivery.format for delivery in deliveries):
        one, files = formats()[name], [delivery.files for delivery in deliveries if delivery.format == name]
        if is_yearly(one):
            yield from one.read_years(files, authority)
        else:
            for some in files:
                yield from one.read(some, authority)


def _deliveries(folder: Folder, authority: str) -> list[Delivery]:
    return [Delivery(authority, name, files) for name, files in folder.given]


def _name(folder: Folder, *, alone: bool) -> str:
    population = folder.kinds.get("ssd", {}).get(_POPULATION)
    if alone and population:
        (part,) = ssd.read({_POPULATION: population}, "")
        areas = part.data["area"].drop_null().unique().to_pylist()
        if len(areas) == 1:
            return str(areas[0])
    return folder.name


def _refuse_two_of_a_kind(deliveries: Sequence[Delivery]) -> None:
    """Two sources of one table would be counted twice; only the years of one return are one source.

    Who the children are may be told by several: a return and a census speak of the same ones.
    """
    first: dict[tuple[str, str], Delivery] = {}
    for delivery in deliveries:
        for table in sorted(formats()[delivery.format].tables(delivery.files) - {PEOPLE}):
            other = first.setdefault((delivery.authority, table), delivery)
            if other is not delivery and not (other.format == delivery.format and is_yearly(formats()[other.format])):
                what = f"{table} of {delivery.authority} would come twice: {_from(other, delivery)}"
                mend = "load one of them, or give each authority a folder of its own"
                raise refused(next(iter(delivery.files.values())).name, what, mend)


def _refuse_two_of_a_year(deliveries: Sequence[Delivery]) -> None:
    """Nobody can say which of two returns of one year is meant."""
    first: dict[tuple[str, str, int | None], Delivery] = {}
    for delivery in deliveries:
        other = first.setdefault((delivery.authority, delivery.format, delivery.year), delivery)
        if other is not delivery and delivery.year is not None:
            year = f"{delivery.year - 1}/{delivery.year % 100:02d}"
            what = f"two returns of {year} are given for {delivery.authority}: {_from(other, delivery)}"
            mend = "keep the one that is meant and move the other away, or give each authority a folder of its own"
            raise refused(next(iter(delivery.files.values())).name, what, mend)


def _from(*deliveries: Delivery) -> str:
    return " and ".join(f"from {names(f.name for f in delivery.files.values())}" for delivery in deliveries)
