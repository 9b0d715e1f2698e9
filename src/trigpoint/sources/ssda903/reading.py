"""The return read: recognised by its headings, turned into record tables, with what is wrong in it told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from trigpoint.records.codes import code_set
from trigpoint.sources.code_check import unknown_codes
from trigpoint.sources.file import SourceFile
from trigpoint.sources.issue import Issue, names, refused
from trigpoint.sources.part import Part
from trigpoint.sources.sheet import Sheet
from trigpoint.sources.ssda903.checks import check
from trigpoint.sources.ssda903.collection import Collection, collection, year_issue
from trigpoint.sources.ssda903.modules import FLAGS, MODULES, label
from trigpoint.sources.ssda903.records import RECORDS, given, records


def recognise(file: SourceFile) -> str:
    """The module whose headings the file has. Raises Refused when most of them are there and some are not."""
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
    return {name for name, record in RECORDS.items() if given & set(record.modules)}


def year(files: Mapping[str, SourceFile]) -> int | None:
    """The year in which the collection ends."""
    return collection(files).year


def read(files: Mapping[str, SourceFile], authority: str) -> Iterator[Part]:
    """The record tables of a return, one part each. Raises Refused before the first when a file cannot be taken."""
    found = collection(files)
    for rows in found.modules.values():
        rows.issues += unknown(found, rows.module)
    for module, issue in check(found):
        found.modules[module].issues.append(issue)
    for issue in year_issue(found):
        next(rows for rows in found.modules.values() if rows.file == issue.file).issues.append(issue)
    yield from records(found, authority)
    yield from given(found, authority)


def unknown(found: Collection, name: str) -> Iterator[Issue]:
    """Codes that the collection year does not take."""
    rows = found.modules[name]
    sheet = Sheet(rows.file, rows.columns, rows.rows)
    for column in MODULES[name].columns:
        if column.is_coded:
            codes = FLAGS if column.kind == "flag" else code_set(column.codes, found.year).keys()
            where = "0 and 1" if column.kind == "flag" else f"the code set {column.codes} of {label(found.year)}"
            yield from unknown_codes(sheet, column.name, rows.columns[column.name], codes, where)
