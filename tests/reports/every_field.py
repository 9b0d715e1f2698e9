"""A report that uses every block and every field of the page model, with texts as long as they come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from borderfield import STAMP

from trigpoint.packs.commentary import Action
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
from trigpoint.reports.line import Line, Other, Past
from trigpoint.reports.page import ChartSeries, Commentary, Figure, Link, Point, Reference
from trigpoint.reports.picture import BandBars, Bar, Dot, DotPlot, Gauge, Grades, Spark, Zone
from trigpoint.reports.report import Report, Sheet
from trigpoint.reports.scale import Scale

ON = Mark("On target", "circle", "on")
BETTER = Mark("Better than range", "plus", "on")
WITHIN = Mark("Within tolerance", "triangle", "within")
OUTSIDE = Mark("Outside tolerance", "diamond", "outside")
UNSET = Mark("Target to be set", "square", "grey")
NONE = Mark("No target", "dash", "grey")
UNKNOWN = Mark("Not assessed: the feed for December was not received", "ring", "grey")
GRADE = Mark("Outstanding", "ringed", "on")
MARKS = (ON, BETTER, WITHIN, OUTSIDE, UNSET, NONE, UNKNOWN, GRADE)

LONG = (
    "Looked after children who had a health assessment, a dental check and all immunisations in the 12 months before "
    "31 March"
)
FINDING = (
    "Outside tolerance in nine of the last twelve months, worse than a year ago and further from its target than ever"
)
D = Decimal
ZONES = (
    Zone("Outside", D(60), D(80), "outside"),
    Zone("Within", D(80), D(85), "within"),
    Zone("On target", D(85), D(100), "on"),
)
LETTERS = tuple(replace(zone, letter=letter) for zone, letter in zip(ZONES, "CBA", strict=True))
BANDS = BandBars(D(60), D(100), (Bar("2025", LETTERS), Bar("2026", LETTERS)), D("72.5"), "72.5%", "60%", "100%")
SHARES = (("Outstanding", D(20)), ("Good", D(45)), ("Requires improvement", D(25)), ("Inadequate", D(10)))
GAUGE = Gauge(
    name="December 2026 against the target",
    description="84% lies within tolerance, 1 point below the target of 85%.",
    low=D(60),
    high=D(100),
    zones=ZONES,
    now=D(84),
    now_text="84%",
    edges=((D(60), "60%"), (D(80), "80%"), (D(85), "Target 85%"), (D(100), "100%")),
)
DOTS = DotPlot(
    name="Eleven authorities beside each other",
    description="Borderfield is second highest of three, 6 above England.",
    scale=Scale(D(40), D(100), D(10)),
    unit="per 10,000",
    dots=(Dot("Northshire", D(91), "91"), Dot("Borderfield", D(75), "75", ours=True), Dot("Marches", D(62), "62")),
    lines=(("England", D(69), "69"), ("Neighbours' mean", D(74), "74")),
)
WRITTEN = Commentary(
    happened="137 of the 164 assessments completed in December were in time.\v\n\x1bSo " * 6,
    why="Two vacancies were filled in October & more <will> follow. " * 8,
    actions=tuple(Action(f"Weekly check number {n} of every assessment", "Service manager", "4 May") for n in range(6)),
    back_on_target="March 2027",
    signed="Head of service, 12 January 2027, accepted",
)


def series(**change: object) -> ChartSeries:
    """A chart with a gap, a new count that no line joins, and labels that lie close together."""
    values = [D(81), D(82), None, D("83.5"), D(12), D(30), D(44), None, D(57), D(66), D(75), D(84)]
    months = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
              "November", "December")  # fmt: skip
    made = ChartSeries(
        title=FINDING,
        subtitle=f"{LONG}, Borderfield, year to date. Dashed: year to 31 March 2026.",
        name=f"{LONG}, January 2026 to December 2026",
        description="From 81% in January 2026 to 84% in December 2026. Two without a figure & one <new> count.",
        place="Borderfield",
        unit="%",
        scale=Scale(D(0), D(100), D(20)),
        points=tuple(
            Point(month, month[:3], "2026" if n == 0 else "", value, f"{value:.1f}%" if value else "[x]", fresh=n == 4)
            for n, (month, value) in enumerate(zip(months, values, strict=True))
        ),
        references=(
            Reference("Target", "Target", D(85), "85%", is_target=True),
            Reference("Neighbours", "Neighb.", D(84), "84%"),
            Reference("England", "England", D("83.5"), "83.5%"),
        ),
        low=D(80),
        high=D(90),
        tolerance="Tolerance 80% to 90%",
        worst=4,
    )
    return replace(made, **change)  # type: ignore[arg-type]


def _history(chart: ChartSeries, mark: Mark) -> tuple[Past, ...]:
    return tuple(
        Past(
            period=f"{point.name} 2026",
            start=date(2026, place, 1),
            end=date(2026, place, 28),
            numerator=None if point.value is None else Fraction(137),
            denominator=None if point.value is None else Fraction(164),
            figure=Figure(point.text, point.value, f"20261231-1/all/national:3f9a1c22b7d0/headline/ytd/{place}/X0"),
            reason="" if point.value is not None else "not received",
            status=mark,
        )
        for place, point in enumerate(chart.points, 1)
    )


def line(code: str, mark: Mark = OUTSIDE, **change: object) -> Line:
    """A measure with the longest words that a report can have."""
    chart = series()
    made = Line(
        code=code,
        group="Contract measures",
        title=LONG,
        measure="cla_health_all",
        variant="",
        period_type="ytd",
        unit="%",
        decimals=1,
        definition="national:3f9a1c22b7d0",
        counts="Counts every child looked after for 12 months or more on 31 March.",
        history=_history(chart, mark),
        excluded=3,
        unknown=2,
        pending=1,
        made_of="137 of 164 children looked after for 12 months or more (small number)",
        good="High",
        target="85%",
        target_value=D(85),
        tolerance="80% to 90%",
        bands="",
        arrow="down",
        direction="Down, worse",
        trend="Declining",
        finding="Outside tolerance.",
        others=(
            Other(area="England", figure=Figure("83.5%", D("83.5")), year="Year to 31 March 2026", source="Invented",
                  like_for_like=False, because="children, not reviews"),
        ),
        chart=chart,
        commentary=None,
        commentary_due="outside tolerance and worse than in the month before",
        notes=("Two figures are provisional.",),
    )  # fmt: skip
    return replace(made, **change)  # type: ignore[arg-type]


def table() -> Table:
    """Every field of a column, a row and a cell."""
    columns = (
        Column(head="Ref", kind="ref", look="ref"),
        Column(head="Measure", kind="name"),
        Column(head="Q3", sub="total", year="2025/26", year_starts=True, kind="number"),
        Column(head="Q4", year="2025/26", kind="number"),
        Column(head="Q1", year="2026/27", year_starts=True, kind="number", now=True),
        Column(head="7 quarters", kind="picture", look="sp"),
        Column(head="Position", kind="status"),
        Column(head="Notes", hidden=True),
    )
    spark = Spark((D(1), None, D(3), D(2)), D(2))

    def row(code: str, mark: Mark, *, total: bool = False, changed: bool = False) -> Row:
        cells = (
            Cell(text=code, swatch="#f46a25"),
            Cell(text=LONG, href="one.html", sub=("137 of 164 children", "a second line")),
            Cell(text="81.5%", value=D("81.5"), unit="%", trace="a/b"),
            Cell(text="[x]"),
            Cell(text="84%", value=D(84), unit="%", arrow="up", strong=True),
            Cell(picture=spark),
            Cell(marks=(mark, GRADE), tags=("Changed",) if changed else ("New",)),
            Cell(text="volatile", arrow="wave"),
        )
        return Row(cells=cells, total=total, changed=changed)

    spanned = Row(cells=(Cell(text="C9"), Cell(text="No figures until the new system", span=6), Cell()))
    groups = (
        Group("Help and protection", (row("C1", OUTSIDE), row("C2", UNKNOWN, changed=True), spanned)),
        Group("Care", (*(row(f"C{n}", mark) for n, mark in enumerate(MARKS, 3)), row("All", WITHIN, total=True))),
    )
    return Table(
        title="Every measure", sub="20 measures", columns=columns, groups=groups, notes=("[x] not available.",),
        fold="Every measure in a table", is_open=False, scroll=True,
    )  # fmt: skip


def pictures() -> Table:
    """The other small pictures in a table, one without anything to draw."""
    columns = (Column(head="Measure", kind="name"), Column(head="Bands", kind="picture"), Column(head="Grades"))
    rows = (
        Row(cells=(Cell(text="Assessments"), Cell(picture=BANDS, text="C to B"), Cell(picture=Grades(SHARES)))),
        Row(cells=(Cell(text="Audits"), Cell(picture=Spark((None,), None)), Cell(picture=Grades((("Good", D(0)),))))),
    )
    return Table(title="Pictures", columns=columns, groups=(Group("", rows),), title_shown=False)


def wide_table() -> Table:
    """More columns than a page holds in type of the usual size."""
    head = (Column(head="Authority", kind="name"),)
    columns = (*head, *(Column(head=f"Month {n}", kind="number", now=n == 24) for n in range(1, 25)))
    cells = (Cell(text="Northumbria-on-Sea"), *(Cell(text="1,234", value=D(1234)) for _ in range(24)))
    return Table(title="Two years", columns=columns, groups=(Group("", (Row(cells=cells),) * 60),))


def blocks() -> tuple[Block, ...]:
    """Every block, and each in its other ways too."""
    said = Said(label="December 2026", text="84.5%", sub=("137 of 164",), mark=WITHIN, arrow="up", trace="a/b",
                size="first", label_shown=False)  # fmt: skip
    items = (said, replace(said, size="second", mark=None), Said(label="Good is", text="High"))
    paragraphs = (Paragraph("A paragraph & <more>.", "Lead.", "Tail."), Paragraph("Another."))
    return (
        Strip(items, title="At a glance"),
        Strip(items, "stack"),
        Facts("A fact before any heading", (("Owner", "Head of service"),), ("New",)),
        Tallies((Tally(3, "On target", ON, "as in November"), Tally(12, "findings", None))),
        Found("What needs attention", ((Link("one.html", "KPI 1", LONG), "27%, outside"), (None, "Nothing more")), "-"),
        Found("What moved", (), "No measure changed position."),
        Chart("A finding", "What it shows", series()),
        Chart("Nothing to show", "Not received", _nothing()),
        Tallies(()),
        Strip(()),
        Side(((Chart("A gauge", "Its zones", GAUGE),), (Chart("Dots", "Authorities", DOTS), table())), "kg"),
        Heading("A part of its own", "What it holds", new_page=True),
        Facts("A fact", (("Owner", "Head of service"), ("Source", "A sentence " * 20))),
        pictures(),
        *(Prose(paragraphs=paragraphs, look=look) for look in ("note", "guide", "inset", "plain")),
        Prose(paragraphs=paragraphs, title="How others are doing"),
        Comment(WRITTEN),
        Comment(None, "outside tolerance"),
        Comment(None),
    )


def report() -> Report:
    """A landscape summary, an upright page of every block, a landscape one of a wide table; lines of every state."""
    stamp = replace(STAMP, trace="20261231-1/cla_health_all/national:3f9a1c22b7d0/headline/ytd/2026-12-31/X06000001")
    summary = Sheet(
        file="index.html", report="Every block", title="Summary of everything", lede="All of it.", stamp=STAMP,
        meta=("December 2026", "Borderfield"), landscape=True, wide=True, name="Summary", blocks=(table(),),
    )  # fmt: skip
    one = Sheet(file="one.html", report="Every block", title=LONG, lede="", stamp=stamp, code="KPI 1", group="Care",
                blocks=blocks())  # fmt: skip
    facts = Facts("A fact before any heading", (("Owner", "Head of service"),))
    two = replace(one, file="two.html", code="KPI 2", landscape=True, blocks=(facts, wide_table()))
    lines = [line(f"KPI {n}", mark) for n, mark in enumerate(MARKS, 1)]
    lines += [line(f"KPI {n}", commentary=WRITTEN, commentary_due="") for n in range(9, 25)]
    lines.append(line("KPI 25", UNKNOWN, chart=_nothing(), made_of="", target="", tolerance="", commentary_due=""))
    return Report(id="every", title="Every block", pages=(summary, one, two), lines=tuple(lines), stamp=STAMP,
                  notes=("A note that goes with the report.",))  # fmt: skip


def _nothing() -> ChartSeries:
    """A chart without one value and without a target."""
    points = tuple(replace(point, value=None, text="[x]") for point in series().points)
    return series(points=points, references=(), low=None, high=None, tolerance="", worst=None)
