"""A report with every block, every field of a block and every picture, filled with invented words and numbers."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from borderfield import COMMENTARY, STAMP
from borderfield import report as borderfield

from trigpoint.reports.block import (
    Block,
    Cell,
    Chart,
    Column,
    Comment,
    Facts,
    Found,
    Group,
    Heading,
    Mark,
    Paragraph,
    Prose,
    Row,
    Said,
    Side,
    Strip,
    Table,
    Tallies,
    Tally,
)
from trigpoint.reports.page import Link
from trigpoint.reports.picture import BandBars, Bar, Dot, DotPlot, Gauge, Grades, Spark, Zone
from trigpoint.reports.report import Report, Sheet
from trigpoint.reports.scale import Scale

MARKS = (
    Mark("On target", "circle", "on"),
    Mark("Better than range", "plus", "on"),
    Mark("Within tolerance", "triangle", "within"),
    Mark("Outside tolerance", "diamond", "outside"),
    Mark("Target to be set", "square", "grey"),
    Mark("No target", "dash", "grey"),
    Mark("Not assessed: no cases", "ring", "grey"),
    Mark("Outstanding", "ringed", "on"),
)
BAD = (
    "#let x = 1",
    "$ x^2 $",
    "back\\slash",
    "<script>alert(1)</script>",
    "=1+1",
    "+44",
    "-5 points",
    "@all",
    "*_`~<a>",
)
LONG = "Donaudampfschiff" * 20
"""A word that no column holds."""
QUARTERS = ("Q1", "Q2", "Q3", "Q4", "Q1", "Q2", "Q3")


def report(words: str = "Practice seen in audits") -> Report:
    """Borderfield's report with two pages more; `words` stand wherever a page takes free words."""
    whole = borderfield()
    pages = (*whole.pages, scorecard(words), setting(words))
    return replace(whole, id="every-block", pages=pages, notes=("Figures are invented.", words))


def scorecard(words: str = "Practice") -> Sheet:
    """A landscape page: quarters under their years, groups, grades, stacked shares, tallies, prose."""
    return Sheet(
        file="scorecard.html",
        report="Improvement plan",
        title="Improvement plan scorecard",
        lede="6 of 10 measures are below Good. Audits are getting better: 42% are good or outstanding.",
        stamp=replace(STAMP, trace="20261231-1/page"),
        meta=("Quarter 3, October to December 2026", "Improvement Board, 28 January 2027"),
        look="thr",
        landscape=True,
        name="Scorecard",
        blocks=(
            Tallies(tuple(Tally(n, mark.words, mark if n else None, "as in Q2") for n, mark in enumerate(MARKS[:5]))),
            Side(
                (
                    (
                        Found(
                            "What needs attention",
                            ((None, words), (Link("kpi-2.html", "KPI 2", "Re-referrals"), "27%")),
                            "",
                        ),
                    ),
                    (Found("What changed", (), "No measure changed."),),
                ),
                "finds",
            ),
            _thresholds(words),
            Heading("How auditors judged our practice", "33 audits in Q3, against 49 in Q2.", new_page=True),
            _grades("All audits"),
            Prose(
                title="How to read this", paragraphs=(Paragraph(words, lead="Position", tail="A tail."),), look="guide"
            ),
            Prose(paragraphs=(Paragraph("One thing to take away."),), look="inset"),
        ),
    )


def _quarters() -> tuple[Column, ...]:
    years = ("2025/26",) * 4 + ("2026/27",) * 3
    return tuple(
        Column(head=quarter, year=year, year_starts=place in (0, 4), kind="number", now=place == 6, look="q")
        for place, (quarter, year) in enumerate(zip(QUARTERS, years, strict=True))
    )


def _thresholds(words: str) -> Table:
    columns = (
        Column(head="No", kind="ref"),
        Column(head="Measure", kind="name"),
        *(Column(head=head, look="band") for head in ("RI", "Good", "Outst.")),
        *_quarters(),
        Column(head="Grade now", kind="status"),
        Column(head="Exception commentary"),
    )
    said = "Fell two grades in a quarter. Nine cases were audited, so one case is 11 points."
    first = (
        _promise(1, "Management decisions are recorded", (79, 78, 81, 59, 61, 89, 67), MARKS[2], said),
        _promise(2, words, (75, 45, 67, 80, 80, 80, 100), MARKS[7], "–"),
    )
    second = (_promise(10, "Neglect cases using the profile", (None, None, None, 50, 29, 17, 0), MARKS[3], said),)
    return Table(
        title="Measures by promise",
        sub="Small word under each figure is its grade.",
        columns=columns,
        groups=(
            Group("We always put children first", first),
            Group("We understand what life is like for the child", second),
        ),
        notes=("Commentary is required when a measure is below Good.", words),
        look="thr",
    )


def _promise(number: int, name: str, values: tuple[int | None, ...], mark: Mark, said: str) -> Row:
    cells = [
        Cell(
            text="[z]" if value is None else f"{value}%",
            value=None if value is None else Decimal(value),
            unit="%",
            sub=("Good",),
            trace=f"trace-{number}-{place}",
        )
        for place, value in enumerate(values)
    ]
    name_cell = Cell(text=name, sub=("6 of 9 cases · Audit",), tags=("Small number",), href="kpi-3.html")
    bands = (Cell(text="60 to 69"), Cell(text="70 to 79"), Cell(text="80 to 100"))
    last = (Cell(marks=(mark,)), Cell(text=said, sub=("Service manager · 31 January",)))
    return Row(cells=(Cell(text=str(number)), name_cell, *bands, *cells, *last))


GRADES = (
    ("Outstanding", "#12436d", (0, 0, 0, 2, 2, 0, 6)),
    ("Good", "#2073bc", (21, 20, 14, 22, 18, 0, 36)),
    ("Requires improvement", "#c9def0", (68, 66, 74, 66, 70, 0, 52)),
    ("Inadequate", "#f46a25", (11, 14, 12, 10, 10, 0, 6)),
)


def _grades(title: str) -> Table:
    columns = (
        Column(head="Grade", sub="share, and number", kind="name"),
        *_quarters(),
        Column(head="Change on Q2"),
        Column(head="Trend"),
    )
    shares = [tuple((name, Decimal(values[place])) for name, _, values in GRADES) for place in range(len(QUARTERS))]
    bars = Row(cells=(Cell(), *(Cell(picture=Grades(each)) for each in shares), Cell(span=2)))
    good = (21, 20, 14, 24, 20, 0, 42)
    sums = (Cell(text=f"{n}%", value=Decimal(n), unit="%") for n in good)
    total = Row(cells=(Cell(text="Good or better"), *sums, Cell(text="14 of 33", span=2)), total=True)
    rows = (bars, *(_grade(*each) for each in GRADES), total)
    return Table(title=title, columns=columns, groups=(Group("", rows),), look="dist", scroll=True)


def _grade(name: str, fill: str, values: tuple[int, ...]) -> Row:
    return Row(
        cells=(
            Cell(text=name, swatch=fill),
            *(Cell(text=f"{n}%", value=Decimal(n), unit="%", sub=(f"({n // 2})",)) for n in values),
            Cell(text="up 6, better", arrow="up"),
            Cell(text="Volatile", arrow="wave"),
        )
    )


def setting(words: str = "Targets") -> Sheet:
    """A portrait page: facts, changed rows, band bars, a dot plot, a gauge, a strip one under the other, a comment."""
    facts = Facts(
        "Initial health assessments", (("Now", "Every child 20 working days after."), ("Proposed", words)), ("New",)
    )
    return Sheet(
        file="targets.html",
        report="Target setting",
        title="2027/28 target setting",
        lede=words,
        stamp=STAMP,
        look="targets",
        name="Targets",
        blocks=(
            Strip(
                (
                    Said(label="December 2026", text="57.1%", sub=("20 of 35",), trace="t", size="first"),
                    Said(label="Position", mark=MARKS[3], label_shown=False, sub=("3 more would have met it",)),
                    Said(label="Since November", text="down 2", arrow="down", size="second"),
                )
            ),
            Heading("Amended", "Two definitions."),
            Side(((facts,), (facts,)), "two"),
            _bands(words),
            Side(((_dots(),), (_gauge(),)), "pair"),
            Strip(
                (Said(label="Rank", text="2nd of 11"), Said(label="Mark", mark=MARKS[7])),
                look="stack",
                title="Beside others",
            ),
            Comment(COMMENTARY["KPI 3"]),
            Comment(None, "outside tolerance and worse"),
            Comment(None),
            Prose(title="Notes", paragraphs=(Paragraph(words), Paragraph("Second.")), look="note"),
            Prose(paragraphs=(Paragraph("Plain."),)),
        ),
    )


ZONES = (
    Zone("R", Decimal(40), Decimal(75), "outside"),
    Zone("A", Decimal(75), Decimal(85), "within"),
    Zone("G", Decimal(85), Decimal(100), "on"),
)


def _bands(words: str) -> Table:
    columns = (
        Column(head="Measure", kind="name"),
        Column(head="December 2026", sub="all children"),
        Column(head="Target 2026/27"),
        Column(head="Bands, old above new", kind="picture"),
        Column(head="12 months", kind="picture", hidden=True),
        Column(head="Why"),
    )
    rows = (
        _proposed("Reviews held on time", "", words),
        _proposed("Initial health assessments within 20 working days", "Changed", words),
        _proposed(words, "New", words),
    )
    return Table(
        title="Proposed targets and bands",
        columns=columns,
        groups=(Group("", rows),),
        look="tgt",
        title_shown=False,
        notes=("Bands have no gaps.",),
    )


def _proposed(name: str, tag: str, words: str) -> Row:
    bars = BandBars(
        low=Decimal(40),
        high=Decimal(100),
        bars=(Bar("26/27", ZONES), Bar("27/28", ZONES)),
        now=Decimal("57.1"),
        now_text="now 57.1%",
        low_text="40%",
        high_text="100%",
    )
    return Row(
        cells=(
            Cell(text=name, tags=(tag,) if tag else (), sub=("Good is high",)),
            Cell(text="57.1%", value=Decimal("57.1"), unit="%", marks=(MARKS[3],), sub=("20 of 35",), strong=True),
            Cell(text="85% and above"),
            Cell(picture=bars),
            Cell(picture=Spark((Decimal(1), None, Decimal(3), Decimal(2)), Decimal(2))),
            Cell(marks=MARKS[:3], text=words),
        ),
        changed=bool(tag),
    )


def _dots() -> Chart:
    dots = tuple(
        Dot(name, Decimal(value), f"{value}%", ours=name == "Borderfield")
        for name, value in (("Eastmere", 40), ("Borderfield", 57), ("Northdale", 63))
    )
    plot = DotPlot(
        name="Authorities beside each other",
        description="Borderfield is second of three.",
        scale=Scale(Decimal(30), Decimal(70), Decimal(10)),
        unit="%",
        dots=dots,
        lines=(("England", Decimal(55), "55%"), ("Neighbours", Decimal(60), "60%")),
    )
    return Chart("Second of three", "Share in time, year to 31 March 2026.", plot)


def _gauge() -> Chart:
    gauge = Gauge(
        name="Where the figure lies",
        description="57.1% is outside tolerance.",
        low=Decimal(40),
        high=Decimal(100),
        zones=(
            Zone("Outside tolerance", Decimal(40), Decimal(75), "outside"),
            Zone("Within tolerance", Decimal(75), Decimal(85), "within"),
            Zone("On target", Decimal(85), Decimal(100), "on"),
        ),
        now=Decimal("57.1"),
        now_text="57.1%",
        edges=((Decimal(75), "75%"), (Decimal(85), "85%")),
    )
    return Chart("18 points below the tolerance", "December 2026.", gauge)


ALL: tuple[type[Block], ...] = (
    Table,
    Chart,
    Heading,
    Prose,
    Strip,
    Tallies,
    Found,
    Facts,
    Comment,
    Side,
)
"""Every kind of block, so that a test can say when one is missing here."""
