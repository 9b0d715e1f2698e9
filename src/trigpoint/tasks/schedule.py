"""A schedule: which lists, checks and packs are made daily, weekly or monthly, as a council writes it in TOML."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from trigpoint.language.period import PeriodType, last_day, month_of
from trigpoint.language.result import Result
from trigpoint.measures import EVERY, MEASURES
from trigpoint.packs.place import PackError, Place
from trigpoint.reports.formats import formats
from trigpoint.tasks.check_quality import refuse_unknown

Every = Literal["daily", "weekly", "monthly"]
Kind = Literal["cases", "figures", "quality", "changes", "pack"]

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ENDINGS = ("csv", "parquet", "json")
_JOB = {"name", "every", "on", "format", "cases", "figures", "quality", "changes", "pack"}


@dataclass(frozen=True, kw_only=True)
class Job:
    """One thing that is made: what, how often, and on which day of the week or month (0: on any day).

    A weekly job is made from its weekday on, a monthly one from its day on, so that a day on which nothing ran is
    made up for on the next. `formats` are endings.
    """

    name: str
    every: Every
    on: int
    kind: Kind
    formats: tuple[str, ...]
    measures: tuple[str, ...] = ()
    period_type: PeriodType | None = None
    results: tuple[str, ...] = ()
    variant: str = ""
    by: tuple[tuple[str, str], ...] = ()
    periods: int = 1
    breakdowns: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    pack: str = ""
    authority: str = ""

    def turn(self, today: date) -> str:
        """The turn that is due on a day, as the name of its folder: a day, a week or a month; empty before its day."""
        if self.every == "daily":
            return today.isoformat()
        if self.every == "weekly":
            year, week, weekday = today.isocalendar()
            return f"{year}-W{week:02d}" if weekday >= self.on else ""
        day = min(self.on, last_day(month_of(today)).day)
        return f"{today:%Y-%m}" if today.day >= day else ""


@dataclass(frozen=True)
class Schedule:
    """The jobs of one store; what they make goes into the folder `out`, one folder a job and in it one a turn."""

    store: Path
    out: Path
    jobs: tuple[Job, ...]


def read_schedule(path: Path) -> Schedule:
    """Read a schedule; its folders are told from the folder it lies in. Raises PackError for the first fault."""
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise PackError(f"{path.name} cannot be opened ({error.strerror}); check its name.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PackError(f"{path.name} is not a TOML file ({error}); mend that line.") from None
    top = Place(path.name, "top", document)
    top.only({"store", "out", "job"})
    home = path.resolve().parent
    jobs = tuple(_job(place) for place in top.tables("job"))
    names = [job.name for job in jobs]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise top.error("job", f"has the name {twice[0]!r} twice", "give each job a name of its own")
    return Schedule(home / top.text("store"), home / top.text("out"), jobs)


def _job(place: Place) -> Job:
    place.only(_JOB)
    name = place.text("name")
    if Path(name).name != name or name.startswith("."):
        raise place.error("name", f"is {name!r}", "give a plain name: it becomes a folder")
    every = place.one_of("every", ("daily", "weekly", "monthly"))
    kinds = [kind for kind in ("cases", "figures", "quality", "changes", "pack") if kind in place.values]
    if len(kinds) != 1:
        mend = "give one of cases, figures, quality, changes or pack"
        raise place.error("name", f"says {len(kinds)} things to make", mend)
    return _READERS[kinds[0]](place, name, every, _on(place, every))  # type: ignore[arg-type]


def _on(place: Place, every: str) -> int:
    if every == "daily":
        return 0
    if every == "weekly":
        return WEEKDAYS.index(place.one_of("on", WEEKDAYS, "monday")) + 1
    day = place.number("on", 1, least=1)
    if day > 31:
        raise place.error("on", f"is {day}", "give a day of the month from 1 to 31")
    return day


def _table_endings(place: Place) -> tuple[str, ...]:
    return (place.one_of("format", _ENDINGS, "csv"),)


def _cases(place: Place, name: str, every: Every, on: int) -> Job:
    inside = place.table("cases")
    inside.only({"measure", "period_type", "results", "variant", "by"})
    measure = inside.measure(MEASURES)
    results = inside.texts("results")
    if wrong := [result for result in results if result not in set(Result)]:
        raise inside.error("results", f"has {wrong[0]!r}", f"give some of {', '.join(Result)}")
    kind = inside.period_type() if "period_type" in inside.values else MEASURES[measure].periods[0]
    return Job(
        name=name, every=every, on=on, kind="cases", formats=_table_endings(place), measures=(measure,),
        period_type=kind, results=results, variant=inside.text("variant", ""), by=inside.pairs("by"),
    )  # fmt: skip


def _figures(place: Place, name: str, every: Every, on: int) -> Job:
    inside = place.table("figures")
    inside.only({"measures", "periods", "by"})
    measures = inside.texts("measures")
    if wrong := [measure for measure in measures if measure not in EVERY]:
        raise inside.error("measures", f"names no measure: {wrong[0]!r}", "`trigpoint measures` lists them")
    return Job(
        name=name, every=every, on=on, kind="figures", formats=_table_endings(place), measures=measures,
        periods=inside.number("periods", 1, least=1), breakdowns=inside.texts("by"),
    )  # fmt: skip


def _quality(place: Place, name: str, every: Every, on: int) -> Job:
    inside = place.table("quality")
    inside.only({"rules"})
    rules = inside.texts("rules")
    refuse_unknown(rules)
    return Job(name=name, every=every, on=on, kind="quality", formats=_table_endings(place), rules=rules)


def _changes(place: Place, name: str, every: Every, on: int) -> Job:
    inside = place.table("changes")
    inside.only({"measures"})
    return Job(
        name=name, every=every, on=on, kind="changes", formats=_table_endings(place), measures=inside.texts("measures")
    )


def _pack(place: Place, name: str, every: Every, on: int) -> Job:
    inside = place.table("pack")
    inside.only({"name", "authority", "formats"})
    forms = inside.texts("formats") or ("html",)
    if wrong := [form for form in forms if form not in formats()]:
        raise inside.error("formats", f"has {wrong[0]!r}", f"give some of {', '.join(formats())}")
    return Job(
        name=name, every=every, on=on, kind="pack", formats=forms, pack=inside.text("name"),
        authority=inside.text("authority", ""),
    )  # fmt: skip


_READERS = {"cases": _cases, "figures": _figures, "quality": _quality, "changes": _changes, "pack": _pack}
