"""The return read: recognised by its headings or its outermost element, turned into record tables, its faults told.

Returns of several years become one history; every year's modules are kept as they were given beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise

from trigpoint.records.codes import code_set
from trigpoint.sources.code_check import unknown_codes
from trigpoint.sources.file import SourceFile
from trigpoint.sources.issue import Issue, names, refused
from trigpoint.sources.part import Part
from trigpoint.sources.sheet import Sheet
from trigpoint.sources.ssda903.checks import check
from trigpoint.sources.ssda903.collection import Collection, collection, year_issues
from trigpoint.sources.ssda903.modules import FLAGS, MODULES, RETURN, label
from trigpoint.sources.ssda903.records import RECORDS, given, records
from trigpoint.sources.ssda903.view import View
from trigpoint.sources.ssda903.xml_form import ROOT


def recognise(file: SourceFile) -> str:
    """The module whose headings the file has, or `return` for XML, which holds them all.

    Raises Refused when most headings of a module are there and some are not.
    """
    if file.kind == "xml":
        return RETURN if file.headings == (ROOT,) else ""
    if file.kind != "csv":
        return ""
    given = {heading.upper() for heading in file.headings}
    whole = [module for module in MODULES.values() if given >= set(module.names)]
    if whole:
        return max(whole, key=lambda module: len(module.names)).name
    near = max(MODULES.values(), key=lambda module: len(given & module.own) / len(module.own))
    share = len(given & near.own) / len(near.own)
    if share == 1 or (share >= 0.5 and "CHILD" in given):
        lacking = [name for name in near.names if name not in given]
        what = f"the file looks like {near.name} of the SSDA903 return and lacks the column {names(lacking)}"
        raise refused(file.name, what, "export it again with every column of the return", row=1)
    return ""


def tables(kinds: Iterable[str]) -> set[str]:
    """Record tables that these modules give."""
    given = set(kinds)
    given |= set(MODULES) if RETURN in given else set()
    return {name for name, record in RECORDS.items() if given & set(record.modules)}


def year(files: Mapping[str, SourceFile]) -> int | None:
    """The year in which the collection ends."""
    return collection(files).year


def is_whole(kind: str) -> bool:
    """Whether a file of this kind is a return by itself, so that a folder may hold those of several years."""
    return kind == RETURN


def read(files: Mapping[str, SourceFile], authority: str) -> Iterator[Part]:
    """The record tables of a return, one part each. Raises Refused before the first when a file cannot be taken."""
    yield from read_years([files], authority)


def read_years(deliveries: Sequence[Mapping[str, SourceFile]], authority: str) -> Iterator[Part]:
    """The record tables of the returns of several years as one history, then the modules of each year as given."""
    view = View([collection(files) for files in deliveries])
    told: dict[str, list[Issue]] = {name: [] for name in view.modules}
    for found in view.years:
        for name, rows in found.modules.items():
            told[name] += [*rows.issues, *unknown(found, name)]
    for module, issue in (*view.merged, *check(view), *chain.from_iterable(map(year_issues, view.years)), *_gaps(view)):
        told[module].append(issue)
    yield from records(view, told, authority)
    for found in view.years:
        yield from given(found, authority)


def _gaps(view: View) -> Iterator[tuple[str, Issue]]:
    """A warning for each year that lies between two returns and has none."""
    module = view.modules[0]
    for before, after in pairwise(view.years):
        if after.year - before.year > 1:
            years = ", ".join(map(label, range(before.year + 1, after.year)))
            what = f"the return of {years} is not there: what began and ended then is not known"
            yield module, Issue(next(iter(after.modules.values())).file, None, "", what, "load it too", "warning")


def unknown(found: Collection, name: str) -> Iterator[Issue]:
    """Codes that the collection year does not take."""
    rows = found.modules[name]
    sheet = Sheet(rows.file, rows.columns, rows.rows)
    for column in MODULES[name].in_xml:
        if column.is_coded and column.name in rows.columns:
            codes = FLAGS if column.kind == "flag" else code_set(column.codes, found.year).keys()
            where = "0 and 1" if column.kind == "flag" else f"the code set {column.codes} of {label(found.year)}"
            yield from unknown_codes(sheet, column.name, rows.columns[column.name], codes, where)
