"""The pages about one measure and the summary as blocks, so that every format draws the same content."""

from __future__ import annotations

from collections.abc import Mapping

from trigpoint.judgement.state import State
from trigpoint.reports.block import (
    Block,
    Cell,
    Column,
    Comment,
    Found,
    Group,
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
from trigpoint.reports.event_marks import with_events
from trigpoint.reports.marks import mark, state_words
from trigpoint.reports.page import (
    ComparatorTable,
    ContextTable,
    DataTable,
    Figure,
    FigureTable,
    Finding,
    Head,
    IndexPage,
    KpiPage,
    Page,
    Position,
    ScoreRow,
    ScoreTable,
    Traced,
    Verdict,
)
from trigpoint.reports.page import Row as PageRow
from trigpoint.reports.picture import Spark
from trigpoint.reports.report import Sheet

_NOTHING = "No figures are published for other authorities beside this measure."


def sheet(page: Page, words: Mapping[State, str] | None = None) -> Sheet:
    """A page as blocks, its states in the council's words; one that is already blocks as it is."""
    if isinstance(page, KpiPage):
        return _kpi(page, words)
    if isinstance(page, IndexPage):
        return _index(page, words)
    assert isinstance(page, Sheet)
    return page


def _kpi(page: KpiPage, words: Mapping[State, str] | None) -> Sheet:
    small = [*page.data.legend] and ["; ".join(page.data.legend) + "."]
    blocks: tuple[Block, ...] = (
        verdict_strip(page.verdict, words),
        Side(
            (
                with_events(page.chart.title, page.chart.subtitle, page.chart),
                (made_table(page.made), others_block(page.others)),
            ),
            "kg",
        ),
        Comment(page.commentary, page.commentary_due),
        data_block(page.data, words),
        Prose(paragraphs=tuple(Paragraph(text) for text in (*small, page.judged, page.definition)), look="note"),
        traces_block(page.traces),
    )
    return Sheet(
        file=page.file,
        report=page.report,
        title=page.title,
        lede=page.lede,
        stamp=page.stamp,
        code=page.code,
        group=page.group,
        look="kpi",
        blocks=blocks,
    )


def verdict_strip(verdict: Verdict, words: Mapping[State, str] | None = None) -> Strip:
    """The figure, where it stands in the council's words, the target."""
    first = Said(
        label=verdict.period,
        text=verdict.figure.text,
        sub=(verdict.made_of,) if verdict.made_of else (),
        trace=verdict.figure.trace,
        size="first",
    )
    stands = Said(
        label="Position",
        sub=(verdict.distance,) if verdict.distance else (),
        mark=mark(verdict.position, words),
        label_shown=False,
    )
    rest = [(verdict.target_head, verdict.target), ("Tolerance", verdict.tolerance), ("Good is", verdict.good)]
    return Strip((first, stands, *(Said(label=label, text=text) for label, text in rest if text)))


def made_table(made: FigureTable) -> Table:
    """How the figure is made."""
    columns = (Column(head="Part", kind="name", hidden=True), *(_column(head) for head in made.heads))
    rows = tuple(_row(row) for row in made.rows)
    return Table(
        title="How the figure is made", columns=columns, groups=(Group("", rows),), notes=made.notes, look="nd"
    )


def others_block(others: ComparatorTable | None) -> Table | Prose:
    """What others published, or that nothing is."""
    title = "How others are doing"
    if others is None:
        return Prose(title=title, paragraphs=(Paragraph(_NOTHING),))
    columns = (
        Column(head=others.year, kind="name"),
        Column(head=others.value_head, kind="number"),
        Column(head=others.beside_head, kind="number"),
    )
    rows = [
        Row(cells=(Cell(text=row.label, sub=_some(row.sub)), cell(row.figure), Cell(text=row.beside)))
        for row in others.rows
    ]
    return Table(title=title, columns=columns, groups=(Group("", tuple(rows)),), notes=others.notes, look="nd cmp")


def data_block(data: DataTable, words: Mapping[State, str] | None = None) -> Table:
    """The numbers of the chart, folded away on a screen."""
    first, *rest = data.heads
    columns = (
        Column(head=first.text, sub=first.sub, kind="name"),
        *(_column(head) for head in rest),
        Column(head="Position", kind="status"),
    )
    rows = tuple(
        Row(
            cells=(
                Cell(text=f"{row.label} {row.year}".strip(), sub=_some(row.note)),
                *(cell(figure) for figure in row.cells),
                Cell(marks=(mark(row.position, words),)),
            ),
            total=row.total,
        )
        for row in data.rows
    )
    return Table(
        title=data.caption,
        columns=columns,
        groups=(Group("", rows),),
        look="data",
        fold="Data table for the chart",
        title_shown=False,
        scroll=True,
        notes=data.notes,
    )


def traces_block(traces: tuple[Traced, ...]) -> Table:
    """Every figure of a page with its trace."""
    columns = (
        Column(head="Period", kind="name"),
        Column(head="Figure", kind="number"),
        Column(head="Trace", look="tc"),
    )
    rows = tuple(Row(cells=(Cell(text=t.period), Cell(text=t.figure), Cell(text=t.trace))) for t in traces)
    return Table(
        title="Each figure with the trace from which it can be computed again",
        columns=columns,
        groups=(Group("", rows),),
        look="traces",
        fold="Traces of the figures on this page",
        is_open=False,
        title_shown=False,
    )


def _index(page: IndexPage, words: Mapping[State, str] | None) -> Sheet:
    marks = [mark(Position(total.state), words) for total in page.totals]
    tallies = Tallies(
        tuple(
            Tally(total.count, found.words, found, total.change)
            for total, found in zip(page.totals, marks, strict=True)
        )
    )
    nothing = f"Nothing is {state_words(State.OUTSIDE, words or {})}, and every measure has a figure."
    attention = _found("What needs attention", page.attention, nothing)
    moved = _found("What changed position", page.moved, "No measure changed position.")
    context = (context_block(page.context),) if page.context else ()
    notes = (*page.notes, *(page.context.notes if page.context else ()))
    return Sheet(
        file=page.file,
        report=page.report,
        title=page.title,
        lede=page.lede,
        stamp=page.stamp,
        meta=tuple(text for text in (page.period, page.stamp.authority, page.purpose) if text),
        look="index",
        landscape=True,
        name="Summary",
        blocks=(
            tallies,
            Side(((attention,), (moved,)), "finds"),
            *(score_block(table, words) for table in page.tables),
            *context,
            Prose(paragraphs=tuple(Paragraph(note) for note in notes), look="note"),
        ),
    )


def score_block(table: ScoreTable, words: Mapping[State, str] | None = None) -> Table:
    """A group of measures, one a line."""
    many = len(table.rows[0].values) if table.rows else 0
    before, now = table.heads
    columns = (
        Column(head="Ref", kind="ref", look="ref"),
        Column(head="Measure", kind="name", look="m"),
        Column(head="Good is", look="g"),
        Column(head="Target", kind="number", look="t"),
        Column(head="Tolerance", kind="number", look="l"),
        Column(head=before.text, kind="number", look="q"),
        Column(head=now.text, kind="number", look="q", now=True),
        Column(head=f"{many} period{'' if many == 1 else 's'}", kind="picture", look="sp"),
        Column(head="Position", kind="status", look="p"),
        Column(head=f"Since {before.text}", look="tr"),
    )
    rows = tuple(_score_row(row, words) for row in table.rows)
    return Table(title=table.title, sub=table.sub, columns=columns, groups=(Group("", rows),), look="score two")


def _score_row(row: ScoreRow, words: Mapping[State, str] | None) -> Row:
    return Row(
        cells=(
            Cell(text=row.link.code),
            Cell(text=row.link.title, href=row.link.href, sub=_some(row.made_of)),
            Cell(text=row.good),
            Cell(text=row.target),
            Cell(text=row.tolerance),
            cell(row.before),
            cell(row.figure),
            Cell(picture=Spark(row.values, row.aim)),
            Cell(marks=(mark(row.position, words),)),
            Cell(text=row.moved, arrow=row.arrow),
        )
    )


def context_block(context: ContextTable) -> Table:
    """Measures without a target."""
    columns = (Column(head="Measure", kind="name", hidden=True), *(_column(head) for head in context.heads))
    rows = tuple(_row(row) for row in context.rows)
    return Table(
        title=context.title, sub=context.sub, columns=columns, groups=(Group("", rows),), look="ctx", scroll=True
    )


def cell(figure: Figure) -> Cell:
    """A figure as a cell."""
    unit = "%" if figure.text.endswith("%") else "days" if figure.text.endswith((" days", " day")) else ""
    tags = (figure.mark,) if figure.mark else ()
    return Cell(text=figure.text, value=figure.value, unit=unit, trace=figure.trace, tags=tags)


def _column(head: Head) -> Column:
    return Column(head=head.text, sub=head.sub, kind="number", now=head.now)


def _row(row: PageRow) -> Row:
    cells = (Cell(text=row.label, sub=_some(row.sub)), *(cell(figure) for figure in row.cells))
    return Row(cells=cells, total=row.total)


def _found(title: str, findings: tuple[Finding, ...], empty: str) -> Found:
    return Found(title, tuple((finding.link, finding.text) for finding in findings), empty)


def _some(text: str) -> tuple[str, ...]:
    return (text,) if text else ()
