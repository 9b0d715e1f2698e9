"""Which value a series shows of a period, with which mark and why: judged as displayed, published values untouched."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trigpoint.figures.display import Display
from trigpoint.figures.publications import Publication, Published, Row, key_of, standing
from trigpoint.figures.revisions import COLUMNS, Cause, History, Mark, Reading, from_rows, marked
from trigpoint.figures.table import SCHEMA
from trigpoint.language.reason import Reason

RATIO = Display("ratio", 1, 100)
DAY = date(2024, 5, 10)
APRIL = date(2024, 4, 30)

SPEC = """
published   | by  | today       | by  | history      | value | mark | cause
85/100      | n:1 | 85/100      | n:1 | as_published | 85.0  |      |
85/100      | n:1 | 86/100      | n:1 | as_published | 85.0  | r    | from rows
85/100      | n:1 | 86/100      | n:1 | restated     | 86.0  | r    | from rows
8500/10000  | n:1 | 8501/10000  | n:1 | as_published | 85.0  |      |
8500/10000  | n:1 | 8505/10000  | n:1 | as_published | 85.0  | r    | from rows
85/100      | n:1 | 86/100      | n:2 | as_published | 85.0  | r    | definition: n:1, now n:2
85/100      | n:1 | 85/100      | n:2 | as_published | 85.0  |      |
85/100      | n:1 | 0/0         | n:1 | as_published | 85.0  | r    | from rows
0/0         | n:1 | 1/2         | n:1 | as_published |       | r    | from rows
85/100      | n:1 | absent      |     | as_published | 85.0  |      |
85/100      | n:1 | absent      |     | restated     |       |      |
85/100      | n:1 | unsaid      | n:1 | as_published | 85.0  |      |
85/100      | n:1 | unsaid      | n:1 | restated     |       |      |
suppressed  | n:1 | 2/4         | n:1 | as_published |       |      |
suppressed  | n:1 | 2/4         | n:1 | restated     |       |      |
unsaid      | n:1 | 86/100      | n:1 | as_published | 86.0  |      |
unsaid      | n:1 | 86/100 open | n:1 | as_published | 86.0  | p    | may change
absent      |     | 86/100 open | n:1 | as_published | 86.0  | p    | may change
absent      |     | 86/100 open | n:1 | restated     | 86.0  | p    | may change
absent      |     | 86/100      | n:1 | as_published | 86.0  |      |
absent      |     | unsaid open | n:1 | as_published |       |      |
absent      |     | 0/0 open    | n:1 | as_published |       | p    | may change
85/100      | n:1 | 85/100 open | n:1 | as_published | 85.0  |      |
85/100      | n:1 | 86/100 open | n:1 | as_published | 85.0  | r    | from rows
before      | e:1 | 85/100      | n:1 | as_published | 80.0  | s    | long ago; the records give 85.0
before      | e:1 | 80/100      | n:1 | as_published | 80.0  | s    | long ago
before      | e:1 | absent      |     | as_published | 80.0  | s    | long ago
before      | e:1 | 85/100      | n:1 | restated     | 85.0  | r    | definition: supplied:e:1, now n:1
before      | e:1 | absent      |     | restated     |       |      |
supplied    | e:1 | supplied    | e:2 | as_published | 80.0  |      |
supplied    | e:1 | resupplied  | e:2 | as_published | 80.0  | r    | correction: supplied anew, supplied:e:2
85/100      | n:1 | supplied    | e:1 | as_published | 85.0  |      |
"""
CASES = [[cell.strip() for cell in line.split("|")] for line in SPEC.strip().splitlines()[1:]]


def row(said: str, definition: str, group: str = "", end: date = APRIL) -> dict[str, Any]:
    """A figure of April as the table writes it; `open`: it may still change by itself."""
    numbers, _, is_open = said.partition(" ")
    reasons = {"unsaid": Reason.NOT_YET_KNOWN, "suppressed": Reason.SUPPRESSED}
    fixed = {"before": "80/100", "supplied": "80/100", "resupplied": "81/100"}
    given: dict[str, Any] = dict.fromkeys(SCHEMA.names)
    if numbers in reasons:
        given["reason"] = str(reasons[numbers])
    else:
        top, bottom = (int(part) for part in fixed.get(numbers, numbers).split("/"))
        given |= {"numerator": top, "denominator": bottom, "value": 100 * top / bottom if bottom else None}
        given["reason"] = None if bottom else str(Reason.NO_CASES)
    where = {"measure": "m", "variant": "", "period_type": "month", "period_end": end, "authority": "A"}
    named = f"supplied:{definition}" if numbers in fixed else definition
    breakdown = "category" if group else ""
    return given | where | {"breakdown": breakdown, "group": group, "definition": named, "pending": int(bool(is_open))}


def publications(said: str, definition: str) -> dict[Any, Published]:
    if said == "absent":
        return {}
    publication = Publication("0001", DAY, [row(said, definition)], note="long ago" if said == "before" else "")
    return standing([], [publication]) if said == "before" else standing([publication])


def series(published: dict[Any, Published], today: Sequence[Row], history: str) -> list[dict[str, Any]]:
    how = Reading(RATIO, History(history), lambda *_: "from rows", lambda now: "may change" if now["pending"] else "")
    table = marked(published, pa.Table.from_pylist([dict(one) for one in today], schema=SCHEMA), how)
    assert table.schema == COLUMNS
    return table.to_pylist()


@pytest.mark.parametrize("case", CASES, ids=" | ".join)
def test_each_period_shows_its_value_its_mark_and_its_cause(case: list[str]) -> None:
    published, by, today, now_by, history, value, mark, cause = case
    (line,) = series(publications(published, by), [] if today == "absent" else [row(today, now_by)], history)
    shown = "" if line["value"] is None else f"{line['value']:.1f}"
    assert (shown, line["mark"], line["cause"], line["history"]) == (value, mark, cause, history)
    assert (line["value"] is None) == (line["reason"] is not None)


def test_a_group_that_nothing_counts_today_is_compared_with_nothing() -> None:
    published = standing([Publication("0001", DAY, [row("1/4", "n:1", "X"), row("3/4", "n:1", "Y")])])
    lines = series(published, [row("3/3", "n:1", "Y")], "as_published")
    assert [(one["group"], one["mark"], one["today"]) for one in lines] == [("X", "r", None), ("Y", "r", 100)]
    restated = series(published, [row("3/3", "n:1", "Y")], "restated")
    assert [(one["group"], one["value"], one["reason"]) for one in restated] == [
        ("X", None, "no cases"),
        ("Y", 100, None),
    ]


def test_the_first_release_stands_until_one_replaces_it() -> None:
    first, second = (Publication(f"000{n}", DAY, [row(f"{n}/9", "n:1")]) for n in (1, 2))
    third = Publication("0003", DAY, [row("3/9", "n:1")], replaces=True)
    key = key_of(row("1/9", "n:1"))
    assert standing([first, second])[key].publication.name == "0001"
    assert standing([first, third, second])[key].publication.name == "0003"
    assert standing([Publication("0000", DAY, [row("unsaid", "n:1")]), first])[key].publication.name == "0001"


def test_a_part_of_a_month_is_that_month_published_early() -> None:
    early = Publication("0001", DAY, [row("1/2", "n:1", end=date(2024, 4, 17))])
    (line,) = series(standing([early]), [row("2/3", "n:1")], "as_published")
    assert (line["period_end"], line["mark"]) == (date(2024, 4, 17), "r")


@pytest.mark.parametrize(
    ("day", "released", "replaces", "stands"),
    [
        (date(2019, 1, 1), "85/100", False, "entry"),
        (date(2025, 1, 1), "85/100", False, "0001"),
        (date(2019, 1, 1), "supplied", False, "0001"),
        (date(2019, 1, 1), "85/100", True, "0001"),
    ],
)
def test_what_was_supplied_from_before_a_release_begins_the_history(
    day: date, released: str, replaces: bool, stands: str
) -> None:
    release = Publication("0001", DAY, [row(released, "e:1")], replaces)
    found = standing([release], [Publication("entry", day, [row("before", "e:1")])])
    assert [one.publication.name for one in found.values()] == [stands]


@pytest.mark.parametrize(
    ("counts", "says"),
    [
        ((2, 0, 1, 0), "late recording: 2 new, 1 in another class"),
        ((0, 1, 1, 0), "late recording: 1 then pending, 1 in another class"),
        ((1, 0, 1, 1), "correction: 1 new, 1 in another class, 1 gone"),
    ],
)
def test_the_larger_of_two_causes_leads_and_both_are_counted(counts: tuple[int, int, int, int], says: str) -> None:
    assert from_rows(*counts) == says


@pytest.mark.parametrize(
    ("display", "numerator", "denominator", "value", "shown"),
    [
        (RATIO, 571, 675, 84.59259, "84.6"),
        (Display("ratio", 0, 100), 57, 200, 28.499999999999996, "29"),
        (Display("count", 0), 7, None, 7, "7"),
        (Display("rate", 1, 10_000), 12, 48_000, 2.5, "2.5"),
        (Display("average", 1, 1, 7), 63 / 7, 20, 0.45, "0.5"),
        (Display("average", 1, 1, 7), 154 / 7 + 1e-9, 3, 7.33, "7.3"),
        (Display("true_ratio", 2, 1, 100), 33, 8.0, 4.125, "4.13"),
        (Display("median", 1, 1, 7), None, 4, 24.5 / 7, "3.5"),
        (Display("median", 2), None, 4, 12.345, "12.50"),
    ],
)
def test_a_figure_is_displayed_from_its_whole_numbers(
    display: Display, numerator: float | None, denominator: float | None, value: float, shown: str
) -> None:
    given = {"definition": "n:1", "reason": None, "numerator": numerator, "denominator": denominator, "value": value}
    assert display.of(given) == shown


def test_a_supplied_figure_is_displayed_as_it_was_given() -> None:
    given = {"definition": "supplied:e", "reason": None, "numerator": None, "denominator": None, "value": 12.345}
    assert Display("median", 2).of(given) == "12.35"
    assert Display("ratio", 1, 100).of(given) == "12.3"


FIGURES = st.one_of(
    st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: f"{min(pair)}/{max(pair)}"),
    st.sampled_from(["unsaid", "suppressed", "supplied", "resupplied", "3/4 open", "7/9 open"]),
)
ROWS = st.dictionaries(st.integers(1, 28), st.tuples(FIGURES, st.sampled_from(["n:1", "n:2"])), max_size=6)


def months(rows: dict[int, tuple[str, str]]) -> list[dict[str, Any]]:
    return [row(said, by, end=date(2020 + n // 12, n % 12 + 1, 28)) for n, (said, by) in rows.items()]


@given(ROWS, ROWS, st.sampled_from(History))
def test_marks_have_causes_and_published_values_never_change(
    published: dict[int, tuple[str, str]], today: dict[int, tuple[str, str]], history: History
) -> None:
    given_ = standing([Publication("0001", DAY, months(published))])
    lines = series(given_, months(today), history)
    assert {key_of(one) for one in lines} == {
        key_of(one) for one in [*months(today), *(p.row for p in given_.values())]
    }
    for line in lines:
        found = given_.get(key_of(line))
        assert (line["mark"] == Mark.NONE) == (line["cause"] == "")
        assert (line["published_in"] == "0001") == (found is not None)
        if found is not None:
            assert line["published_value"] == found.row["value"]
            if history is History.AS_PUBLISHED:
                assert {name: line[name] for name in SCHEMA.names} == found.row
        if line["mark"] == Mark.REVISED:
            assert line["cause"] == "from rows" or line["cause"].startswith(tuple(Cause))


@given(ROWS, st.sampled_from(History))
def test_a_series_without_change_has_no_mark(rows: dict[int, tuple[str, str]], history: History) -> None:
    known = {month: said for month, said in rows.items() if said[0] != "unsaid"}
    lines = series(standing([Publication("0001", DAY, months(known))]), months(known), history)
    assert {line["mark"] for line in lines} <= {""}
    assert [line["value"] for line in lines] == [line["published_value"] for line in lines]
