"""The five reports rebuilt from what they printed: every value, target, band and position stands where it stood."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from trigpoint.language.period import PeriodType
from trigpoint.packs import published
from trigpoint.packs.model import Pack, Page
from trigpoint.packs.published import PublishedFigure, PublishedMeasure
from trigpoint.reports.block import Block, Cell, Comment, Row, Strip, Table, flat
from trigpoint.reports.build import report, subjects
from trigpoint.reports.from_published import filled
from trigpoint.reports.page import Stamp
from trigpoint.reports.report import Report, Sheet
from trigpoint.reports.subject import Subject
from trigpoint.tasks.checked_pack import checked

PACKS = ("birmingham", "cheshire-east", "childrens-trust", "herefordshire", "kent", "kent-targets")
ONE_LINE = ("cheshire-east", "childrens-trust", "kent")  # packs with a line a measure and a column a period
STAMP = Stamp(
    authority="As printed",
    place="As printed",
    period="as printed",
    data_as_at="as published",
    snapshot="none",
    definitions="as published",
    status="Rebuilt from published figures",
    handling="Official: published",
)


@cache
def built(name: str) -> tuple[Pack, Report]:
    pack, filling = filled(checked(name), STAMP)
    return pack, report(pack, filling)


@cache
def told(name: str) -> list[Subject]:
    pack, filling = filled(checked(name), STAMP)
    return subjects(pack, filling)


@cache
def lines(name: str) -> dict[str, PublishedMeasure]:
    return {line.ref: line for line in published.measures(checked(name).published)}


def printed(value: str, unit: str, decimals: str = "") -> str:
    """A printed figure in our spelling of it: thousands with commas, all its decimals, the unit behind."""
    if value == "N/A":
        return "[z]"
    whole, _, part = value.partition(".")
    part = part.ljust(int(decimals or 0), "0")
    return f"{int(whole):,}{'.' if part else ''}{part}" + {"%": "%", "days": " days"}.get(unit, "")


def texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Every figure that stands on a page by itself: in a cell or large in a strip."""
    for block in flat(blocks):
        if isinstance(block, Table):
            yield from (cell.text for row in block.rows for cell in row.cells)
        elif isinstance(block, Strip):
            yield from (said.text for said in block.items)


def tables(sheet: Sheet, look: str) -> Iterator[Table]:
    return (block for block in flat(sheet.blocks) if isinstance(block, Table) and look in block.look.split())


def by_column(name: str) -> dict[tuple[str, str, str], Cell]:
    """The cells of a pack of one line a measure, by code, cohort and column ("Q3 2019/20", "Position", ...)."""
    _, whole = built(name)
    found = {}
    for table in (*tables(whole.pages[0], "score"), *tables(whole.pages[0], "thr")):
        code = ""
        for row in table.rows:
            first = bool(row.cells[0].text)
            code = row.cells[0].text or code
            for column, cell in zip(table.columns, row.cells, strict=True):
                head = f"{column.head} {column.year}".strip()
                found[code, "" if first else row.cells[1].text, head] = cell
    return found


def column_of(figure: PublishedFigure) -> str:
    """2019/20 Q3 stands under Q3 of 2019/20, 2017-12 under Dec of 2017."""
    year, _, quarter = figure.period.partition(" ")
    if quarter:
        return f"{quarter} {year}"
    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    return f"{months[int(year[5:]) - 1]} {year[:4]}"


def cohort_of(page: Page, variant: str) -> str:
    return next((each.label for each in page.beside if each.published_variant == variant), "")


def about(name: str) -> Iterator[tuple[Page, PublishedMeasure, PublishedFigure]]:
    """Every printed figure of a line that has a page."""
    pack, _ = built(name)
    for figure in published.figures(pack.published):
        for page in pack.pages:
            if page.published == figure.ref and figure.value:
                yield page, lines(name)[figure.ref], figure


@pytest.mark.parametrize("name", ONE_LINE)
def test_every_figure_stands_in_the_row_of_its_measure_and_the_column_of_its_period(name: str) -> None:
    found, seen = by_column(name), 0
    for page, line, figure in about(name):
        cell = found[page.code, cohort_of(page, figure.variant), column_of(figure)]
        assert cell.text == printed(figure.value, line.unit, line.decimals).removesuffix(" days"), (page.code, figure)
        seen += 1
    assert seen == {"cheshire-east": 216, "childrens-trust": 243, "kent": 38}[name]


AVERAGED = ("Activity", "KPI 4", "KPI 7", "KPI 12", "KPI 14")
"""Their "previous 12 months" is an average: no figure of ours is made so, and it is said beside the commentary."""
EARLIER = ("page 21", "2012 year end")
"""Outside the 13 months of the page, and not the same month of an earlier year: said beside the commentary."""


@pytest.mark.parametrize("name", ["birmingham", "herefordshire"])
def test_every_figure_stands_on_the_page_of_its_measure(name: str) -> None:
    seen = 0
    for page, line, figure in about(name):
        if (figure.period == "prev12m" and page.code in AVERAGED) or (figure.ref, figure.period) == EARLIER:
            apart = [block.written for block in flat(sheet_of(name, page).blocks) if isinstance(block, Comment)]
            assert f": {printed(figure.value, '')}" in "".join(each.happened for each in apart if each), page.code
            continue
        beside = page.count is not None and page.count.published_variant == figure.variant
        said = printed(figure.value, *(("",) if beside else (line.unit, line.decimals)))
        assert said in texts(sheet_of(name, page).blocks), (page.code, figure)
        seen += 1
    assert seen == {"birmingham": 29, "herefordshire": 23}[name]


def sheet_of(name: str, page: Page) -> Sheet:
    return next(sheet for sheet in built(name)[1].pages if sheet.code == page.code)


def test_every_count_of_the_contract_stands_beside_its_figure() -> None:
    seen = 0
    for page, _, figure in about("birmingham"):
        if figure.numerator and figure.denominator and not (figure.period == "prev12m" and page.code in AVERAGED):
            said = set(texts(sheet_of("birmingham", page).blocks))
            assert {printed(figure.numerator, ""), printed(figure.denominator, "")} <= said, page.code
            seen += 1
    assert seen == 22


ANOTHER_DEFINITION = ("kent-16",)
"""The target before, 13%, was of adoptions alone: it says nothing of adoptions and special guardianship together."""


@pytest.mark.parametrize("name", ["childrens-trust", "kent", "herefordshire", "birmingham"])
def test_targets_and_tolerances_stand_as_printed(name: str) -> None:
    pack, whole = built(name)
    for page, line_ in zip(pack.pages, whole.lines, strict=True):
        printed_ = lines(name)[line_.measure]
        before = name == "kent"  # its paper proposes: what is in force are the targets of the year before
        aim = printed_.target_before if before else printed_.target
        aim = "" if line_.measure in ANOTHER_DEFINITION else aim
        if printed_.style == "composite":
            expected = "80% Good or better, 95% RI or better"
        elif printed_.style == "range":
            expected = "138% to 168.6%".replace("%", "")
        elif aim in ("TBD", "n/a", ""):
            expected = "To be set" if aim == "TBD" else "None"
        else:
            expected = printed(aim, printed_.unit)
        assert line_.target == expected, page.code
        low, high = printed_.tolerance_low, printed_.tolerance_high
        if printed_.style in ("two_sided", "one_sided"):
            edges = [printed(edge, printed_.unit) for edge in (low, high) if edge]
            if printed_.unit == "days" and len(edges) == 2:
                edges[0] = low
            assert line_.tolerance == " to ".join(edges), page.code


def test_the_bands_of_the_improvement_plan_stand_as_printed() -> None:
    found, pack = by_column("cheshire-east"), built("cheshire-east")[0]
    heads = {"Requires Improvement": "RI", "Good": "Good", "Outstanding": "Outst."}
    for page in pack.pages:
        for band in lines("cheshire-east")[page.published].bands.split(";"):
            name, low, high = band.split(":")
            expected = f"{low} to {high}" if low else f"below {high}"
            assert found[page.code, "", heads[name]].text == expected, page.code


def test_old_and_new_bands_stand_in_the_paper() -> None:
    """Green as printed, red where it begins; amber is all between, so its printed ends need not be."""
    for page, row in paper_rows():
        line = lines("kent-targets")[page.published]
        if not line.bands:
            assert row.cells[-4].text == "To be agreed"
            continue
        edges = {name: (low, high) for name, low, high in (band.split(":") for band in line.bands.split(";"))}
        high_is_good = line.polarity == "higher"
        green = edges["Green"][0 if high_is_good else 1]
        red = edges["Red"][1 if high_is_good else 0]
        aim = printed(green, line.unit)
        assert row.cells[-4].text == f"{aim} and {'above' if high_is_good else 'below'}", page.code
        assert printed(red, line.unit).removesuffix(" days") in row.cells[-3].sub[0], page.code
        if line.ref in ANOTHER_DEFINITION:
            assert row.cells[0].tags == ("New",)
            continue
        assert ("Changed" in row.cells[0].tags) == (
            (bool(line.bands_before) and line.bands_before != line.bands) or line.target_before not in ("", line.target)
        ), page.code


def paper_rows() -> Iterator[tuple[Page, Row]]:
    pack, whole = built("kent-targets")
    (table,) = tables(whole.pages[0], "tgt")
    for page in pack.pages:
        yield page, next(row for row in table.rows if row.cells[0].sub[0].split(" · ")[0] == page.code)


def test_the_colours_of_kent_are_those_printed() -> None:
    """35: 32 on bands that are printed or follow from the words, 3 on edges that were fitted to the colours."""
    words = {"Green": "Green", "Amber": "Amber", "Red": "Red"}
    found, seen = by_column("kent"), {"scorecard": 0, "paper": 0}
    rows = {page.code: row for page, row in paper_rows()}
    for page, line, figure in about("kent"):
        cohort = cohort_of(page, figure.variant)
        marks = [found[page.code, cohort, "Position"].marks, rows[page.code].cells[2 if cohort else 1].marks]
        if figure.judgement:
            assert [each[0].words for each in marks] == [words[figure.judgement]] * 2, line.ref
            seen = {where: many + 1 for where, many in seen.items()}
        else:
            assert {each[0].words for each in marks} <= {"No target", "Target to be set"}, line.ref
    assert seen == {"scorecard": 35, "paper": 35}


def test_the_positions_of_the_trust_are_those_printed() -> None:
    words = {"TBD": "Target to be set", "No Target": "No target"}
    found, seen = by_column("childrens-trust"), 0
    for page, _, figure in about("childrens-trust"):
        if figure.judgement:
            (mark,) = found[page.code, "", "Position"].marks
            assert mark.words.casefold() == words.get(figure.judgement, figure.judgement).casefold(), page.code
            seen += 1
    assert seen == 43


def test_the_grades_of_the_improvement_plan_are_counted_as_by_the_rule() -> None:
    found = by_column("cheshire-east")
    grades = [cell.marks[0].words for (_, _, head), cell in found.items() if head == "Grade now"]
    assert {word: grades.count(word) for word in ("Outstanding", "Good", "Requires Improvement", "Inadequate")} == {
        "Outstanding": 14, "Good": 7, "Requires Improvement": 4, "Inadequate": 10,
    }  # fmt: skip
    assert sum(word.startswith("Not assessed") for word in grades) == 7
    assert built("cheshire-east")[1].pages[0].lede.startswith("14 of 42 measures are below Good.")
    assert found["26", "", "Grade now"].marks[0].words == "Good"  # the only grade that the report says in words


def test_birmingham_is_judged_as_its_words_say() -> None:
    """13 of 14 wordings: "on target" for 84% against 85% covers two periods in one sentence."""
    by_code = {subject.page.code: subject for subject in told("birmingham")}
    hits, misses = 0, []
    for page, _, figure in about("birmingham"):
        said = dict(part.split("=") for part in figure.judgement.split(";") if part)
        subject = by_code[page.code]
        judged = subject.now if figure.period != "prev12m" else subject.judged(PeriodType.ROLLING12, subject.before.end)
        ours = judged.judgement
        for key, word in said.items():
            if key == "tolerance":
                same = ours.against_tolerance == word
            elif key == "target":
                same = ours.against_target == {"above": "better"}.get(word, word)
            else:
                continue
            hits += same
            misses += [] if same else [(page.code, figure.period, key)]
    assert misses == [("KPI 1", "prev12m", "target")]
    assert hits == 13


def test_where_a_report_prints_no_target_no_colour_is_invented() -> None:
    """Herefordshire's crosses came without bands: every page says that there is no target, or no figure."""
    states = {str(subject.now.judgement.state) for subject in told("herefordshire")}
    assert states == {"No target", "Not assessed"}


@pytest.mark.parametrize("name", PACKS)
def test_every_printed_figure_carries_its_trace(name: str) -> None:
    pack, whole = built(name)
    for line in whole.lines:
        for past in line.history:
            assert past.figure.trace or past.figure.value is None
            if past.figure.trace:
                assert past.figure.trace.startswith(f"published/{pack.published}/{line.measure}/")


@pytest.mark.parametrize("name", PACKS)
def test_titles_are_those_printed_but_for_the_contract(name: str) -> None:
    """The contract's pages say their title as a thing measured; the unit stands on the figure."""
    pack, _ = built(name)
    own = [page.code for page in pack.pages if page.title not in lines(name)[page.published].title]
    kpis = [f"KPI {n}" for n in (1, 2, 3, 5, 6, 7, 8, 9, 11, 12, 13, 15)]
    assert own == (["Activity", *kpis, "Business plan 1", "Business plan 2"] if name == "birmingham" else [])


SEEN_IN_THE_TABLES = {
    # four noughts where nothing was audited: said in words
    ("audit table: ChECS", "2015/16 Q2"): "No audits",
}
WRONG_SUMS = {
    "ChECS": ["Q3 2015/16 adds to 95%, as printed."],
    "CIN/CP Macc": ["Q2 2016/17 adds to 110%, as printed."],
    "Strategy Meetings and Sec 47": ["Q1 2016/17 adds to 92%, as printed."],
}


def test_every_audit_share_stands_as_printed_and_wrong_sums_are_told() -> None:
    pack, whole = built("cheshire-east")
    by_title = {table.title: table for table in tables(whole.pages[0], "dist")}
    assert {title: list(table.notes) for title, table in by_title.items() if table.notes} == WRONG_SUMS
    seen = 0
    for about_, figure in ((d, f) for d in pack.distributions for f in published.figures(pack.published)):
        if figure.ref != about_.published:
            continue
        table = by_title[about_.title]
        place = [f"{column.head} {column.year}".strip() for column in table.columns].index(column_of(figure))
        row = next(row for row in table.rows if row.cells[0].text == figure.variant.capitalize())
        words = SEEN_IN_THE_TABLES.get((figure.ref, figure.period))
        if words:
            assert (row.cells[place].text, list(table.rows)[-1].cells[place].text) == ("[z]", words)
        else:
            counted = f" ({figure.numerator})" if figure.numerator else ""
            assert row.cells[place].text == f"{figure.value}%{counted}", figure
        seen += 1
    assert seen == 268


@pytest.mark.parametrize("name", ["birmingham", "herefordshire", "kent-targets"])
def test_what_others_published_stands_beside_ours(name: str) -> None:
    pack, _ = built(name)
    rows = {page.code: row for page, row in paper_rows()}
    for other in published.comparators(pack.published):
        line = lines(name)[other.ref]
        for page in (page for page in pack.pages if page.published == other.ref and other.value != "N/A"):
            said = printed(other.value, line.unit, line.decimals)
            if name == "kent-targets":
                assert other.name == "Kent" or said in rows[page.code].cells[-5].plain, (page.code, other)
            else:
                assert said in texts(sheet_of(name, page).blocks), (page.code, other)
