"""What a row is about: measure, variant, period, area and group, each held against the library."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from trigpoint.language.definition import VariantError
from trigpoint.language.period import Period, PeriodType, month_of
from trigpoint.language.reading import AnyMeasure, Reading, reading, spelling
from trigpoint.sources.aggregates import cells
from trigpoint.sources.aggregates.columns import EXAMPLE, NEEDED
from trigpoint.sources.aggregates.lines import Line
from trigpoint.sources.issue import names, shown

Tell = Callable[[str, str, str], None]
"""Takes note of an error: column, what, how to mend."""

_BREAKDOWN = re.compile(r"[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*")


@dataclass(frozen=True)
class About:
    """The key of a row, and how its numbers are read."""

    measure: str
    variant: str
    area: str
    kind: PeriodType
    start: date
    end: date
    breakdown: str
    group: str
    now: Reading

    @property
    def key(self) -> tuple[object, ...]:
        """Two rows with the same key speak of the same figure."""
        return (self.measure, self.variant, self.area, self.kind, self.end, self.breakdown, self.group)


def about(line: Line, library: Mapping[str, AnyMeasure], tell: Tell) -> About | None:
    """What the row is about; None when that cannot be told, which has then been said."""
    if not _whole(line, tell):
        return None
    measure = _measure(line.cells["measure"], library, tell)
    kind = _kind(line.cells["period_type"], tell)
    if measure is None or kind is None:
        return None
    variant = _variant(measure, line.cells.get("variant", ""), tell)
    if variant is None:
        return None
    now = reading(measure, variant, kind)
    if kind not in now.periods:
        tell("period_type", f"{measure.id} has no {kind} figures", f"use one of: {', '.join(now.periods)}")
        return None
    days, group = _days(line, kind, tell), _group(line, now, tell)
    if days is None or group is None:
        return None
    return About(measure.id, variant, line.cells["area"], kind, *days, *group, now)


def _whole(line: Line, tell: Tell) -> bool:
    """Whether every needed cell is filled in, and not by the template itself."""
    if line.cells.get("area", "").lower().startswith(EXAMPLE.partition(":")[0].lower()):
        tell("area", "this is the example row of the template", "delete the row")
        return False
    missing = [name for name in (*NEEDED, "area") if name not in line.cells]
    for name in missing:
        tell(name, f"{name} is empty", "fill it in")
    return not missing


def _measure(text: str, library: Mapping[str, AnyMeasure], tell: Tell) -> AnyMeasure | None:
    if text in library:
        return library[text]
    near = get_close_matches(text.lower(), library, 3)
    mend = f"did you mean {' or '.join(near)}?" if near else "`trigpoint measures` lists them all"
    tell("measure", f"there is no measure {shown(text)}", mend.removesuffix("?"))
    return None


def _kind(text: str, tell: Tell) -> PeriodType | None:
    try:
        return PeriodType(text.lower().replace(" ", "_"))
    except ValueError:
        tell("period_type", f"{shown(text)} is not a period type", f"use one of: {', '.join(PeriodType)}")
        return None


def _variant(measure: AnyMeasure, text: str, tell: Tell) -> str | None:
    try:
        return spelling(measure, text)
    except VariantError:
        have = names((f"{key}={value}" for key, values in measure.variants.items() for value in values), 20)
        mend = f"use one of: {have}" if have else "leave it empty"
        tell("variant", f"{measure.id} has no variant {shown(text)}", mend)
        return None


def _days(line: Line, kind: PeriodType, tell: Tell) -> tuple[date, date] | None:
    end = day(line, "period_end", tell)
    if end is None:
        return None
    period = Period(kind, month_of(end))
    if kind is PeriodType.SNAPSHOT:
        start = end
    elif not kind.months(period.month) or period.end != end:
        tell("period_end", f"no {kind} ends on {end.isoformat()}", _ends(kind, period))
        return None
    else:
        start = period.start
    said = day(line, "period_start", tell) if "period_start" in line.cells else start
    if said is not None and said != start:
        mend = f"write {start.isoformat()}, leave it empty, or choose another period type"
        tell("period_start", f"a {kind} that ends on {end.isoformat()} does not begin on {said.isoformat()}", mend)
    return (start, end) if said == start else None


def _ends(kind: PeriodType, period: Period) -> str:
    if kind is PeriodType.FINANCIAL_YEAR:
        return "it ends on 31 March: for an academic year give the 31 March inside it"
    if kind is PeriodType.QUARTER:
        return "give the last day of June, September, December or March"
    return f"give the last day of a month, such as {period.end.isoformat()}"


def day(line: Line, column: str, tell: Tell) -> date | None:
    """The day in a cell; what is none is told."""
    found = cells.day(line.cells[column])
    if found is None:
        tell(column, f"{shown(line.cells[column])} is not a day from 1990 to 2100", "write it as 2026-03-31")
    return found


def _group(line: Line, now: Reading, tell: Tell) -> tuple[str, str] | None:
    breakdown, group = (line.cells.get(name, "") for name in ("breakdown", "group"))
    if bool(breakdown) != bool(group):
        empty = "group" if breakdown else "breakdown"
        tell(empty, "breakdown and group belong together", "fill in both, or neither for the total")
        return None
    if breakdown and not _BREAKDOWN.fullmatch(breakdown):
        tell("breakdown", f"{shown(breakdown)} is not a breakdown", "use small letters, such as sex or sex+age_band")
        return None
    last = breakdown.rpartition("+")[2]
    if now.form == "distribution" and breakdown and last != "category":
        tell("breakdown", "this measure is a distribution", "write category here and the category as the group")
        return None
    return breakdown, group
