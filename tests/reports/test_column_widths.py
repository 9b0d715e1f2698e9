"""Widths of columns on paper: never more than the page, no word broken where there is room, alike tables alike."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from trigpoint.reports.block import Cell, Column, Group, Kind, Row, Table
from trigpoint.reports.column_widths import column_widths, least_width
from trigpoint.reports.labels import width

WORDS = st.text(alphabet="abc mW%", max_size=60)
KINDS: st.SearchStrategy[Kind] = st.sampled_from(("ref", "name", "text", "number", "status"))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    columns = draw(st.integers(1, 12))
    heads = tuple(Column(head=draw(WORDS), kind=draw(KINDS)) for _ in range(columns))
    rows = tuple(
        Row(cells=tuple(Cell(text=draw(WORDS)) for _ in range(columns))) for _ in range(draw(st.integers(0, 4)))
    )
    return Table(title="T", columns=heads, groups=(Group("", rows),), look="score")


@given(tables(), st.floats(100, 800))
def test_columns_fill_the_page_and_no_more(table: Table, room: float) -> None:
    widths = column_widths([table], room, 8)
    assert len(widths) == len(table.columns)
    assert min(widths) > 0
    assert abs(sum(widths) - room) < 0.01


@given(tables(), st.floats(100, 800))
def test_no_word_is_broken_where_there_is_room(table: Table, room: float) -> None:
    if least_width(table, 8) > room:
        return
    widths = column_widths([table], room, 8)
    for row in table.rows:
        for cell, wide in zip(row.cells, widths, strict=True):
            assert all(width(word[:20], 8) < wide for word in cell.text.split())


def test_tables_drawn_alike_give_every_column_room_for_both() -> None:
    """A long word of one table keeps its room beside the long text of the other."""

    def table(first: str, second: str) -> Table:
        columns = (Column(head="A", kind="name"), Column(head="B"))
        rows = (Row(cells=(Cell(text=first), Cell(text=second))),)
        return Table(title="T", columns=columns, groups=(Group("", rows),), look="score")

    one, other = table("a" * 20, "b"), table("a", "b " * 40)
    for pair in ([one, other], [other, one]):
        assert column_widths(pair, 130, 8)[0] > width("a" * 20, 8)


def test_a_table_of_few_figures_does_not_fill_the_page() -> None:
    columns = (Column(head="Month", kind="name"), Column(head="All", kind="number"))
    rows = (Row(cells=(Cell(text="January"), Cell(text="184"))),)
    narrow, full = (
        sum(column_widths([Table(title="T", columns=columns, groups=(Group("", rows),), look=look)], 500, 8))
        for look in ("data", "score")
    )
    assert round(narrow) == 300
    assert round(full) == 500
