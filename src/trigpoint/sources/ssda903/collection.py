"""A whole return: its modules, and the collection year that columns, codes and dates agree on best."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from trigpoint.records.codes import CODE_SETS, code_set
from trigpoint.sources.columns import pc
from trigpoint.sources.file import SourceFile
from trigpoint.sources.issue import Issue, refused, shown
from trigpoint.sources.sheet import Sheet
from trigpoint.sources.ssda903 import dates, xml_reading
from trigpoint.sources.ssda903.dates import Evidence, Order
from trigpoint.sources.ssda903.modules import MODULES, RETURN, YEARS, collection_year, first_day, label, last_day
from trigpoint.sources.ssda903.rows import ModuleRows, date_texts, module_rows

_FUTURE = 10
"""A date after the year ended weighs as much as ten cells that merely do not fit: it cannot be."""

Dates = Counter[date]


_KEPT = 16
"""Returns that are kept once read: a load asks first for the year and then for the rows."""


@dataclass(frozen=True)
class Collection:
    """The return of one authority for the collection year that ends in `year`. Read once and never changed."""

    year: int
    modules: Mapping[str, ModuleRows]
    is_xml: bool = False


def collection(files: Mapping[str, SourceFile]) -> Collection:
    """Read every module and recognise the year. Raises Refused when the order of dates cannot be told."""
    return _read(tuple(sorted(files.items())))


@lru_cache(_KEPT)
def _read(files: tuple[tuple[str, SourceFile], ...]) -> Collection:
    given = dict(files)
    if RETURN in given:
        return _from_xml(given[RETURN])
    sheets = {name: given[name].sheet() for name in MODULES if name in given}
    told = {name: dates.evidence(date_texts(sheet, name)) for name, sheet in sheets.items()}
    modules = {name: _module(sheet, name, told) for name, sheet in sheets.items()}
    return Collection(_year(modules), modules)


def _from_xml(file: SourceFile) -> Collection:
    """One file holds every module of its year, and settles the order of its dates as a whole."""
    sheets = xml_reading.sheets(file)
    told = sum((dates.evidence(date_texts(sheet, name)) for name, sheet in sheets.items()), Evidence())
    header = sheets["Header"]
    order, _ = _order(header, told, {})
    if order == "month":
        header.issues.append(_read_as(header, order, f"because of {shown(told.month)}"))
    modules = {name: module_rows(sheet, name, order, is_xml=True) for name, sheet in sheets.items()}
    year = _year(modules)
    taken = {name: rows for name, rows in modules.items() if MODULES[name].since <= year or len(rows.rows)}
    if empty := [name for name, rows in taken.items() if not (len(rows.rows) or rows.refused)]:
        what = f"no child has anything of {', '.join(empty)}, so the return says that there is none"
        mend = "export the return again if there should be some"
        taken["Header"].issues.append(Issue(file.name, None, "", what, mend, "warning"))
    return Collection(year, taken, is_xml=True)


def _module(sheet: Sheet, name: str, told: Mapping[str, Evidence]) -> ModuleRows:
    order, borrowed = _order(sheet, told[name], told)
    rows = module_rows(sheet, name, order)
    if borrowed or order == "month":
        why = "as the other files of this return are" if borrowed else f"because of {shown(told[name].month)}"
        rows.issues.append(_read_as(sheet, order, why))
    return rows


def _read_as(sheet: Sheet, order: Order | None, why: str) -> Issue:
    what = f"dates are read {order} first, {why}"
    return Issue(sheet.file, None, "", what, "check one date that you know", "warning")


def _order(sheet: Sheet, own: Evidence, told: Mapping[str, Evidence]) -> tuple[Order | None, bool]:
    """The order of day and month in a file, and whether only the other files of the return settle it."""
    if own.day and own.month:
        what = f"dates are mixed: {shown(own.day)} has the day first, {shown(own.month)} the month"
        raise refused(sheet.file, what, "write every date as 31/12/2024 or every date as 2024-12-31")
    if own.order or not own.either:
        return own.order, False
    others = {evidence.order for evidence in told.values() if evidence.order}
    if len(others) == 1:
        return others.pop(), True
    what = f"day and month cannot be told apart: every date, such as {shown(own.either)}, can be read both ways"
    raise refused(sheet.file, what, "write dates as 2024-12-31, or load the file with the rest of the return")


def _year(modules: Mapping[str, ModuleRows]) -> int:
    """The year that fewest cells contradict; among equals the nearest to the latest date, else the latest."""
    codes, days = dict(_codes(modules)), _days(modules)
    newest = collection_year(max(days)) if days else YEARS[-1]

    def contradictions(year: int) -> tuple[int, int, int]:
        wrong = sum(len(rows.rows) for name, rows in modules.items() if MODULES[name].since > year)
        wrong += sum(_strange(found, codes_of, year) for codes_of, found in codes.items())
        return wrong + _outside(days, modules, year), abs(year - newest), -year

    return min(YEARS, key=contradictions)


def _codes(modules: Mapping[str, ModuleRows]) -> Iterator[tuple[str, Counter[str]]]:
    """How often each code of a code set that changed over the years stands in the return."""
    found: dict[str, Counter[str]] = {}
    for name, rows in modules.items():
        for column in MODULES[name].columns:
            if any(code.from_year or code.to_year for code in CODE_SETS.get(column.codes, ())):
                counted = pc.value_counts(rows.columns[column.name].drop_null()).to_pylist()
                found.setdefault(column.codes, Counter()).update({c["values"]: c["counts"] for c in counted})
    yield from found.items()


def _strange(found: Counter[str], codes_of: str, year: int) -> int:
    """Cells whose code the year does not take, though another year does."""
    taken, known = code_set(codes_of, year), {code.code for code in CODE_SETS[codes_of]}
    return sum(count for code, count in found.items() if code in known and code not in taken)


def _days(modules: Mapping[str, ModuleRows]) -> Dates:
    """Dates of episodes; in a return whose episodes have none those of every event."""
    days = _dates_of({name: rows for name, rows in modules.items() if name == "Episodes"})
    return days or _dates_of(modules)


def _dates_of(modules: Mapping[str, ModuleRows]) -> Dates:
    days: Dates = Counter()
    for name, rows in modules.items():
        for column in MODULES[name].columns:
            if column.kind == "past":
                counted = pc.value_counts(rows.columns[column.name].drop_null()).to_pylist()
                days.update({c["values"]: c["counts"] for c in counted})
    return days


def _outside(days: Dates, modules: Mapping[str, ModuleRows], year: int) -> int:
    """Dates after the year, which cannot be, and episodes that ceased before it, which belong to an earlier return."""
    late = _FUTURE * sum(count for day, count in days.items() if day > last_day(year))
    if "Episodes" not in modules:
        return late
    ceased = modules["Episodes"].columns["DEC"]
    return late + int(pc.sum(pc.less(ceased, first_day(year))).as_py() or 0)


def year_issues(found: Collection) -> Iterator[tuple[str, Issue]]:
    """A warning, with its module, for each module that the return of the year does not have."""
    for name, rows in found.modules.items():
        if len(rows.rows) and MODULES[name].since > found.year:
            what = f"{name} is collected from {label(MODULES[name].since)}, and this return is of {label(found.year)}"
            yield name, Issue(rows.file, None, "", what, "check that the file belongs to this return", "warning")
