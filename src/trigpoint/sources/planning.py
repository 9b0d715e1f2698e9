"""What a load would take: every file recognised by its content, every authority named, before a row is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from trigpoint.sources import ssd
from trigpoint.sources.file import SourceFile
from trigpoint.sources.folders import Folder, folders
from trigpoint.sources.formats import formats
from trigpoint.sources.issue import Issue, Refused, names, refused
from trigpoint.sources.part import Part

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
    """The files of one format that one authority gave."""

    authority: str
    format: str
    files: Mapping[str, SourceFile]


@dataclass(frozen=True)
class Plan:
    """Files recognised, and what there is to tell of the others. `parts` reads them, one table at a time."""

    files: Sequence[PlannedFile]
    deliveries: Sequence[Delivery]
    issues: Sequence[Issue] = field(default_factory=list)

    def parts(self) -> Iterator[Part]:
        """One authority's one table at a time, so that memory stays bounded. Raises Refused at the first bad file."""
        for delivery in self.deliveries:
            yield from formats()[delivery.format].read(delivery.files, delivery.authority)

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
    files, troubles = [], []
    for delivery in deliveries:
        try:
            year = formats()[delivery.format].year(delivery.files)
        except Refused as problem:
            troubles += problem.issues
            continue
        files += [PlannedFile(f.name, f.sha256, f.size, delivery.format, year) for f in delivery.files.values()]
    if troubles:
        raise Refused(*troubles)
    return Plan(files, deliveries, issues)


def _deliveries(folder: Folder, authority: str) -> list[Delivery]:
    return [Delivery(authority, name, kinds) for name, kinds in sorted(folder.kinds.items())]


def _name(folder: Folder, *, alone: bool) -> str:
    population = folder.kinds.get("ssd", {}).get(_POPULATION)
    if alone and population:
        (part,) = ssd.read({_POPULATION: population}, "")
        areas = part.data["area"].drop_null().unique().to_pylist()
        if len(areas) == 1:
            return str(areas[0])
    return folder.name


def _refuse_two_of_a_kind(deliveries: Sequence[Delivery]) -> None:
    """Two sources of one table would be counted twice."""
    first: dict[tuple[str, str], Delivery] = {}
    for delivery in deliveries:
        for table in sorted(formats()[delivery.format].tables(delivery.files)):
            other = first.setdefault((delivery.authority, table), delivery)
            if other is not delivery:
                here, there = (names(f.name for f in d.files.values()) for d in (delivery, other))
                what = f"{table} of {delivery.authority} would come twice: from {there} and from {here}"
                mend = "load one of them, or give each authority a folder of its own"
                raise refused(next(iter(delivery.files.values())).name, what, mend)
