"""The quality report: what fails, who can mend it, whether it grows or shrinks, what of the files was left out.

It counts and never lists children: the worklist does that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from trigpoint.reports.block import (
    Block,
    Cell,
    Chart,
    Column,
    Group,
    Mark,
    Paragraph,
    Prose,
    Row,
    Table,
    Tallies,
    Tally,
)
from trigpoint.reports.page import ChartSeries, Point, Stamp
from trigpoint.reports.report import Report, Sheet
from trigpoint.reports.scale import scale_for

Finding = Mapping[str, Any]

_TITLE = "Data quality"
_SEVERITY = {
    "error": Mark("Error", "diamond", "outside"),
    "warning": Mark("Warning", "triangle", "within"),
    "query": Mark("Query", "circle", "grey"),
}
_NO_TEAM = "No team recorded"


@dataclass(frozen=True, kw_only=True)
class RuleFact:
    """What became of a rule. `found` rows fail; `reason` says why it was skipped or how it broke."""

    family: str
    rule: str
    title: str
    severity: str
    outcome: str
    found: int
    reason: str


@dataclass(frozen=True, kw_only=True)
class TableFact:
    """What became of the rows of a record table that files brought."""

    name: str
    rows_in: int
    loaded: int
    refused: int
    repeated: int


@dataclass(frozen=True, kw_only=True)
class QualityFacts:
    """All that the report tells. `trend` has the findings of each check by as-at day and team, days in order."""

    stamp: Stamp
    as_at: date
    findings: Sequence[Finding]
    rules: Sequence[RuleFact]
    trend: Mapping[date, Mapping[str, int]]
    tables: Sequence[TableFact]
    reasons: Sequence[tuple[str, str, int]]


def quality_report(facts: QualityFacts) -> Report:
    """The report in its four pages: summary, teams, rules not run, reconciliation."""
    pages = (_summary(facts), _teams(facts), _not_run(facts), _reconciliation(facts))
    notes = ("Counts of rows that fail a rule; one row may fail several.",)
    return Report(id="data-quality", title=_TITLE, pages=pages, lines=(), stamp=facts.stamp, notes=notes)


def _summary(facts: QualityFacts) -> Sheet:
    fresh = sum(row["first_seen"] == facts.as_at for row in facts.findings)
    accepted = sum(row["status"] == "accepted" for row in facts.findings)
    total, children = len(facts.findings), len({row["child"] for row in facts.findings if row["child"]})
    is_first = len(facts.trend) < 2
    since = "this is the first check" if is_first else f"{fresh:,} {_were(fresh)} not there at an earlier check"
    lede = f"{total:,} rows of {children:,} children fail a rule; {since}."
    counts = Counter(row["severity"] for row in facts.findings)
    tallies = Tallies(
        (
            *(Tally(counts[name], mark.words, mark, "") for name, mark in _SEVERITY.items()),
            *(() if is_first else (Tally(fresh, "New since the last check", None),)),
            Tally(accepted, "Accepted, with reason", None),
        )
    )
    blocks: tuple[Block, ...] = (tallies, *_chart(facts), _by_rule(facts), _note())
    return _sheet(facts, "index.html", "Summary", _TITLE, lede, blocks)


def _note() -> Prose:
    said = "An error stops a return or makes a figure wrong; a warning may; a query asks whether it is so."
    return Prose(paragraphs=(Paragraph(said),), look="note")


def _chart(facts: QualityFacts) -> tuple[Block, ...]:
    """Findings at each check, where there was more than one."""
    if len(facts.trend) < 2:
        return ()
    totals = [(day, Decimal(sum(teams.values()))) for day, teams in facts.trend.items()][-24:]
    first, last = totals[0], totals[-1]
    way = f"{abs(last[1] - first[1]):,} {'fewer' if last[1] < first[1] else 'more'} rows fail than"
    title = f"{way if last[1] != first[1] else 'As many rows fail as'} on {_day(first[0])}"
    points = tuple(
        Point(_day(day), f"{day:%b}", str(day.year) if n == 0 or day.month == 1 else "", value, f"{value:,}")
        for n, (day, value) in enumerate(totals)
    )
    said = "; ".join(f"{_day(day)} {value:,}" for day, value in totals)
    picture = ChartSeries(
        title=title, subtitle="Rows that fail a rule, at each check", name="Rows that fail", description=said,
        place=facts.stamp.place, unit="", scale=scale_for([Decimal(0), *(value for _, value in totals)], percent=False),
        points=points, references=(),
    )  # fmt: skip
    return (Chart(title, "Rows that fail a rule, at each check", picture),)


def _by_rule(facts: QualityFacts) -> Table:
    counted: dict[str, list[Finding]] = {}
    for row in facts.findings:
        counted.setdefault(f"{row['family']} {row['rule']} {row['table']}", []).append(row)
    rows = []
    for found in sorted(counted.values(), key=lambda found: -len(found)):
        first = found[0]
        mark = _SEVERITY[first["severity"]]
        rows.append(
            Row(
                cells=(
                    Cell(text=first["rule"].replace("_", " ")),
                    Cell(text=first["title"]),
                    Cell(text=first["table"]),
                    Cell(marks=(mark,)),
                    _number(len(found)),
                    _number(sum(row["first_seen"] == facts.as_at for row in found)),
                    Cell(text=first["who"]),
                )
            )
        )
    columns = (
        Column(head="Rule", kind="ref", look="ref"),
        Column(head="What is wrong", kind="name", look="m"),
        Column(head="In"),
        Column(head="How grave", kind="status"),
        Column(head="Rows", kind="number"),
        Column(head="New", kind="number"),
        Column(head="Who can mend it"),
    )
    return _table("What fails, the commonest first", columns, rows)


def _teams(facts: QualityFacts) -> Sheet:
    days = list(facts.trend)[-6:]
    teams = sorted({team for day in days for team in facts.trend[day]} | {row["team"] or "" for row in facts.findings})
    rows = [
        Row(
            cells=(
                Cell(text=team or _NO_TEAM),
                *(_number(facts.trend[day].get(team, 0)) for day in days),
                _number(len({row["worker"] for row in facts.findings if (row["team"] or "") == team})),
            )
        )
        for team in teams
    ]
    columns = (
        Column(head="Team", kind="name", look="m"),
        *(Column(head=f"{day.day} {day:%b}", sub=str(day.year), kind="number", now=day == days[-1]) for day in days),
        Column(head="Workers", kind="number"),
    )
    lede = "Rows that fail a rule, by the team that the child is allocated to; a worklist for each team goes with it."
    return _sheet(facts, "teams.html", "Teams", "Teams", lede, (_table("Teams, check by check", columns, rows),))


def _not_run(facts: QualityFacts) -> Sheet:
    reasons: dict[tuple[str, str, str], list[str]] = {}
    for rule in facts.rules:
        if rule.outcome != "ran":
            reasons.setdefault((rule.outcome, rule.family, rule.reason), []).append(rule.rule)
    ran = sum(rule.outcome == "ran" for rule in facts.rules)
    rows = [
        Row(cells=(*map(_text, (outcome, family, reason)), _number(len(names)), Cell(text=", ".join(names))))
        for (outcome, family, reason), names in sorted(reasons.items(), key=lambda item: (item[0][:2], -len(item[1])))
    ]
    columns = (
        Column(head="Outcome"),
        Column(head="Return"),
        Column(head="Why", kind="name", look="m"),
        Column(head="Rules", kind="number"),
        Column(head="Which"),
    )
    lede = f"{ran:,} of {len(facts.rules):,} rules ran. The others found nothing because they could not look."
    return _sheet(facts, "rules-not-run.html", "Rules not run", "Rules not run", lede, (_table("Why", columns, rows),))


def _reconciliation(facts: QualityFacts) -> Sheet:
    rows = [
        Row(cells=(Cell(text=one.name), *map(_number, (one.rows_in, one.loaded, one.refused, one.repeated))))
        for one in facts.tables
    ]
    total = [sum(map(count, facts.tables)) for count in _COUNTS]
    rows.append(Row(cells=(Cell(text="All tables", strong=True), *map(_number, total)), total=True))
    heads = ("Rows in", "Used", "Left out", "Said twice")
    columns = (Column(head="Record table", kind="name", look="m"), *(Column(head=h, kind="number") for h in heads))
    why = [Row(cells=(Cell(text=kind), Cell(text=reason), _number(count))) for kind, reason, count in facts.reasons]
    reasons = (
        Column(head="Kind"),
        Column(head="What was told", kind="name", look="m"),
        Column(head="Times", kind="number"),
    )
    used, given = total[1], total[0]
    lede = f"{used:,} of {given:,} rows that the files brought are used; every one that is not is counted here."
    blocks = (_table("Rows, table by table", columns, rows), _table("What the load told of them", reasons, why))
    return _sheet(facts, "reconciliation.html", "Reconciliation", "Reconciliation", lede, blocks)


_COUNTS: tuple[Callable[[TableFact], int], ...] = (
    lambda one: one.rows_in,
    lambda one: one.loaded,
    lambda one: one.refused,
    lambda one: one.repeated,
)


def _sheet(facts: QualityFacts, file: str, name: str, title: str, lede: str, blocks: Iterable[Block]) -> Sheet:
    meta = (f"Records as at {_day(facts.as_at)}", facts.stamp.authority)
    code = "" if file == "index.html" else _TITLE
    return Sheet(
        file=file, report=_TITLE, title=title, lede=lede, stamp=facts.stamp, code=code, name=name, meta=meta,
        look="index", landscape=True, blocks=tuple(blocks),
    )  # fmt: skip


def _table(title: str, columns: tuple[Column, ...], rows: Sequence[Row]) -> Table:
    return Table(title=title, columns=columns, groups=(Group("", tuple(rows)),), look="cards")


def _were(count: int) -> str:
    return "was" if count == 1 else "were"


def _text(value: str) -> Cell:
    return Cell(text=value)


def _number(value: int) -> Cell:
    return Cell(text=f"{value:,}", value=Decimal(value))


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
