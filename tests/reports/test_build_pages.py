"""The contract report of Borderfield: what its pages say, and what is refused before anything is written."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pytest
from borderfield import MEASURES, PERIOD, agreed, figures, filling, pack, published, report

from trigpoint.figures.table import SCHEMA
from trigpoint.judgement.state import State
from trigpoint.reports.build import subjects
from trigpoint.reports.chart import drawing
from trigpoint.reports.context import context_table
from trigpoint.reports.filling import Filling
from trigpoint.reports.formats.html import write
from trigpoint.reports.index import index_page
from trigpoint.reports.kpi import kpi_page
from trigpoint.reports.page import IndexPage, KpiPage, Page, PageError


def told(given: Filling) -> list[Page]:
    """The contents of the contract's pages, before they become blocks."""
    about = subjects(pack(), given)
    context = context_table(pack(), given.figures, given.facts, given.comparators, given.period, given.stamp)
    return [
        index_page(pack(), about, context, given.stamp),
        *(kpi_page(subject, "Contract report") for subject in about),
    ]


def files_of(table: pa.Table) -> dict[str, Page]:
    return {page.file: page for page in told(filling(table))}


@pytest.fixture(scope="module")
def built() -> dict[str, Page]:
    return {page.file: page for page in told(filling())}


def kpi(built: dict[str, Page], file: str) -> KpiPage:
    page = built[file]
    assert isinstance(page, KpiPage)
    return page


def summary(built: dict[str, Page]) -> IndexPage:
    page = built["index.html"]
    assert isinstance(page, IndexPage)
    return page


@pytest.mark.parametrize(
    ("file", "period", "figure", "state", "distance"),
    [
        ("kpi-2.html", "December 2026", "27%", State.OUTSIDE, "12 fewer re-referrals would have met the target"),
        ("kpi-3.html", "December 2026", "84%", State.WITHIN, "2 more in time would have met the target"),
        ("kpi-5.html", "December 2026", "91%", State.BETTER, "11 points better than the target"),
        ("kpi-6.html", "12 months to December 2026", "14%", State.WITHIN,
         "4 fewer second plans would have met the target"),
        ("kpi-8.html", "April to December 2026", "97%", State.MET, "1 point better than the target"),
        ("kpi-14.html", "31 December 2026", "16", State.WITHIN, "1 above the target"),
        ("business-plan-2.html", "3 years to December 2026", "570 days", State.MET, "8 days better than the target"),
    ],
)  # fmt: skip
def test_verdicts(built: dict[str, Page], file: str, period: str, figure: str, state: State, distance: str) -> None:
    verdict = kpi(built, file).verdict
    said = (verdict.period, verdict.figure.text, verdict.position.state, verdict.distance)
    assert said == (period, figure, state, distance)


def test_how_the_figure_is_made(built: dict[str, Page]) -> None:
    made = kpi(built, "kpi-3.html").made
    assert [(head.text, head.sub, head.now) for head in made.heads] == [
        ("12 months to Nov 2026", "total", False),
        ("Nov 2026", "", False),
        ("Dec 2026", "", True),
    ]
    assert [[cell.text for cell in row.cells] for row in made.rows] == [
        ["1,826", "160", "137"],
        ["411", "34", "27"],
        ["2,237", "194", "164"],
        ["82%", "82%", "84%"],
    ]
    assert made.rows[1].sub == "of which 2 not known"
    assert made.notes[1] == "2 not known: the figure is 84% if none of them counts and 85% if all do."
    assert made.notes[2] == "6 left out by the definition."


def test_a_month_alone_beside_the_year_to_date(built: dict[str, Page]) -> None:
    heads = [(head.text, head.sub) for head in kpi(built, "kpi-8.html").made.heads]
    assert heads == [("Apr to Nov 2026", ""), ("Dec 2026", "alone"), ("Apr to Dec 2026", "")]


def test_full_time_equivalents_are_printed_in_whole_units(built: dict[str, Page]) -> None:
    page = kpi(built, "kpi-14.html")
    assert page.verdict.made_of == "2,361 cases held by 144.4 full-time equivalents"
    assert page.made.rows[1].cells[-1].text == "144.4"


def test_what_is_not_like_for_like_is_in_the_table_and_not_in_the_chart(built: dict[str, Page]) -> None:
    second_plans, assessments = kpi(built, "kpi-6.html"), kpi(built, "kpi-3.html")
    assert second_plans.others is not None
    assert second_plans.others.notes[0].startswith("Not like for like.")
    assert [line.label for line in second_plans.chart.references] == ["Target"]
    assert [line.label for line in assessments.chart.references] == ["Target", "Neighbours", "England"]
    assert assessments.others is not None
    assert [(row.label, row.sub, row.figure.text, row.beside) for row in assessments.others.rows] == [
        ("Borderfield, published", "", "87%", "–"),
        ("Statistical neighbours", "mean of 8 of 10", "86%", "1 point better"),
        ("Marches", "region", "86%", "1 point better"),
        ("England", "", "81%", "6 points better"),
    ]


def test_a_month_without_cases_is_a_gap_with_its_reason(built: dict[str, Page]) -> None:
    page = kpi(built, "kpi-5.html")
    august = page.data.rows[7]
    assert august.cells[-1].text == "[z]"
    assert august.position.words == "Not assessed: no cases"
    assert page.chart.points[7].value is None
    assert page.data.legend == ("[z] no cases",)


def test_the_data_table_ends_with_its_twelve_months_counted(built: dict[str, Page]) -> None:
    last = kpi(built, "kpi-3.html").data.rows[-1]
    assert (last.label, last.total) == ("12 months", True)
    assert [cell.text for cell in last.cells] == ["1,813", "414", "2,227", "81%"]
    assert last.position.state is State.WITHIN


def test_the_small_print(built: dict[str, Page]) -> None:
    assert kpi(built, "kpi-3.html").judged == (
        "Judged on the figure as printed, which is rounded half up to a whole per cent. Target 85% is met at 85%. "
        "Below 80% is outside tolerance; above 90% is better than the range. "
        "In force since 1 April 2018, agreed by the Operational Commissioning Group."
    )
    assert "Above 24% is outside tolerance; below 17% is better" in kpi(built, "kpi-2.html").judged
    assert "Below 86% is outside tolerance. In force" in kpi(built, "kpi-8.html").judged  # above 100% there is nothing


def test_the_summary(built: dict[str, Page]) -> None:
    page = summary(built)
    assert page.lede == "1 of 7 measures is outside tolerance. Three are on target or better."
    assert [(total.state, total.count, total.change) for total in page.totals] == [
        (State.BETTER, 1, "as in November"),
        (State.MET, 2, "as in November"),
        (State.WITHIN, 3, "as in November"),
        (State.OUTSIDE, 1, "as in November"),
    ]
    assert [(f.link.code, f.text) for f in page.attention] == [
        ("KPI 2", "27%, outside tolerance; 12 fewer re-referrals would have met the target")
    ]
    assert [(table.title, len(table.rows)) for table in page.tables] == [
        ("Contract measures", 6),
        ("Council business plan", 1),
    ]
    row = page.tables[0].rows[1]
    assert (row.before.text, row.figure.text, row.arrow, row.moved) == ("82%", "84%", "up", "Up 2 points, better")
    assert page.context is not None
    assert [cell.text for cell in page.context.rows[0].cells] == ["75", "74", "79", "79", "70"]


def test_a_change_since_the_last_period_is_said() -> None:
    rows = figures().to_pylist()
    for row in rows:
        if (row["measure"], row["period_end"]) == ("adoption_a1_days", PERIOD):
            row.update(numerator=49 * 640.0, value=640.0)
    page = summary(files_of(pa.Table.from_pylist(rows, schema=SCHEMA)))
    assert page.lede == "2 of 7 measures are outside tolerance, 1 more than in November. Two are on target or better."
    assert page.totals[1].change == "1 fewer than in November"
    assert [(f.link.code, f.text) for f in page.moved] == [
        ("Business plan 2", "571 days to 640 days, now outside tolerance")
    ]


def test_every_printed_figure_carries_its_trace(built: dict[str, Page]) -> None:
    for page in built.values():
        if isinstance(page, KpiPage):
            cells = [cell for row in page.made.rows for cell in row.cells] + [page.verdict.figure]
            assert all(cell.trace for cell in cells), page.file
            assert all(cell.trace for row in page.data.rows for cell in row.cells), page.file
            printed = {cell.trace for row in page.data.rows for cell in row.cells} | {cell.trace for cell in cells}
            assert printed == {traced.trace for traced in page.traces}, page.file
            assert page.stamp.trace == page.verdict.figure.trace


def changed(column: str, value: object, measure: str = "assessments_within_working_days_pct") -> pa.Table:
    """Borderfield's figures with one cell of December's monthly figure changed."""
    rows = figures().to_pylist()
    for row in rows:
        if (row["measure"], row["period_type"], row["period_end"], row["breakdown"]) == (measure, "month", PERIOD, ""):
            row[column] = value
    return pa.Table.from_pylist(rows, schema=SCHEMA)


def test_a_figure_that_is_not_its_counts_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(PageError, match="137 of 164 is 84% and not 67%; correct the counts or the figure"):
        write(report(changed("value", 67.0)), tmp_path)
    assert not list(tmp_path.iterdir())
    with pytest.raises(PageError, match="value over no cases"):
        report(changed("denominator", 0))


def test_the_last_digits_of_a_binary_value_do_not_matter() -> None:
    page = told(filling(changed("value", 100 * (137 / 164) * (1 + 1e-13))))[2]
    assert isinstance(page, KpiPage)
    assert page.verdict.figure.text == "84%"


def test_a_figure_that_stands_twice_is_refused() -> None:
    with pytest.raises(PageError, match="stands twice"):
        report(pa.concat_tables([figures(), figures().slice(0, 1)]))


def test_figures_that_were_not_calculated_are_not_collected() -> None:
    table = figures().filter(pc.not_equal(figures()["measure"], pa.scalar("rereferrals_12m_pct")))
    built = files_of(table)
    page = kpi(built, "kpi-2.html")
    assert page.verdict.figure.text == "[x]"
    assert page.verdict.position.words == "Not assessed: not collected"
    assert page.lede == "No figure for December 2026: not collected."
    assert ("KPI 2", "no figure, not collected") in [(f.link.code, f.text) for f in summary(built).attention]
    assert State.NOT_ASSESSED in [total.state for total in summary(built).totals]


def test_without_targets_pages_say_so() -> None:
    built = {p.file: p for p in told(replace(filling(), targets=()))}
    page = kpi(built, "kpi-3.html")
    assert (page.verdict.target, page.verdict.tolerance, page.verdict.distance) == ("None", "", "")
    assert page.verdict.position.state is State.NO_TARGET
    assert page.judged.endswith("No target has been agreed.")
    assert summary(built).lede == "None of the 7 measures is outside tolerance. None is on target or better."


def test_a_target_still_to_be_set_is_said() -> None:
    open_target = tuple(replace(target, value=None) for target in agreed())
    built = {p.file: p for p in told(replace(filling(), targets=open_target, comparators={}))}
    page = kpi(built, "kpi-3.html")
    assert page.verdict.target == "To be set"
    assert page.lede.startswith("The target is still to be set. Down 2 points since January")
    assert page.others is None


def test_few_cases_are_said_to_be_few() -> None:
    rows = changed("numerator", 4).to_pylist()
    for row in rows:
        if (row["measure"], row["period_type"], row["period_end"]) == (
            "assessments_within_working_days_pct",
            "month",
            PERIOD,
        ):
            row.update(denominator=8, value=50.0, unknown=0)
    page = told(filling(pa.Table.from_pylist(rows, schema=SCHEMA)))[2]
    assert isinstance(page, KpiPage)
    assert page.verdict.made_of == "4 of 8 assessments (small number)"
    assert page.verdict.figure.value == Decimal(50)


def test_unknown_cases_of_an_average_are_left_out_and_said() -> None:
    rows = figures().to_pylist()
    for row in rows:
        if row["measure"] == "adoption_a1_days" and row["period_end"] == PERIOD:
            row.update(unknown=4, excluded=0, pending=2)
    page = told(filling(pa.Table.from_pylist(rows, schema=SCHEMA)))[7]
    assert isinstance(page, KpiPage)
    assert page.made.notes == ("4 not known, left out of both counts.", "2 not yet due.")


def test_a_count_has_no_denominator_to_show() -> None:
    counted = {**MEASURES, "icpc_15wd_pct": replace(MEASURES["icpc_15wd_pct"], kind="count", unit="conferences", per=1)}
    rows = [
        {**row, "denominator": None, "value": row["numerator"]} if row["measure"] == "icpc_15wd_pct" else row
        for row in figures().to_pylist()
    ]
    table = pa.Table.from_pylist(rows, schema=SCHEMA)
    built = {
        p.file: p
        for p in told(
            replace(filling(table), facts=lambda measure, _variant, _kind: counted[measure], targets=(), comparators={})
        )
    }
    page = kpi(built, "kpi-5.html")
    assert (page.verdict.figure.text, page.verdict.made_of) == ("21", "")
    assert [row.label for row in page.made.rows] == ["% in time"]
    assert [len(row.cells) for row in page.data.rows] == [1] * 13
    assert page.chart.tolerance == ""
    assert "<rect" not in drawing(page.chart, "k")


def test_what_an_authority_did_not_publish_is_a_symbol_with_its_reason() -> None:
    found = published()["rereferrals_12m_pct", ""]
    silent = replace(found, benchmarks=tuple(replace(b, value=None, reason="suppressed") for b in found.benchmarks))
    built = told(replace(filling(), comparators={("rereferrals_12m_pct", ""): silent}))
    page = built[1]
    assert isinstance(page, KpiPage)
    assert page.others is not None
    assert {(row.figure.text, row.sub, row.beside) for row in page.others.rows} == {("[x]", "suppressed", "–")}
    assert [line.label for line in page.chart.references] == ["Target"]
