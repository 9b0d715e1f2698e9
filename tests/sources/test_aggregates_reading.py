"""Supplied rows: what is taken, what is refused and in which sentence."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from aggregates_help import GOOD, csv_file, figure, table

from trigpoint.language.period import PeriodType
from trigpoint.measures import EVERY, SUPPLIED
from trigpoint.sources import Issue, Refused, aggregates


def issues(path: Path) -> list[Issue]:
    """Why a file is refused."""
    with pytest.raises(Refused) as caught:
        aggregates.read(path, EVERY)
    return caught.value.issues


def test_a_row_is_taken_as_it_says(tmp_path: Path) -> None:
    taken = aggregates.read(csv_file(tmp_path, GOOD), EVERY)
    (row,) = taken.table.to_pylist()
    assert taken.issues == []
    assert row["period_start"] == date(2016, 7, 1)
    assert (row["numerator"], row["denominator"]) == (395, 1082)
    assert row["value"] == pytest.approx(Decimal(39500) / 1082)
    assert (row["lag_months"], row["reason"]) == (22, "")


def test_what_follows_from_the_rest_may_be_left_empty(tmp_path: Path) -> None:
    whole = aggregates.read(csv_file(tmp_path, GOOD), EVERY).table
    short = {name: GOOD[name] for name in GOOD if name not in {"period_start", "value", "unit", "lag_months", "note"}}
    british = short | {"period_end": "30/06/2017", "published_on": "25/4/2019", "denominator": '"1,082"'}
    assert aggregates.read(csv_file(tmp_path, british), EVERY).table.equals(whole)


@pytest.mark.parametrize(
    ("column", "cell", "where", "says"),
    [
        (
            "measure",
            "yj_reoffending",
            "measure",
            "there is no measure 'yj_reoffending'; did you mean yj_reoffending_pct",
        ),
        ("measure", "", "measure", "measure is empty; fill it in"),
        ("variant", "ages=10-16", "variant", "has no variant 'ages=10-16'; use one of: ages=10-17, ages=10-14"),
        ("variant", "ages=10-14;ages=15-17", "variant", "has no variant"),
        ("area", "", "area", "area is empty"),
        ("area", "Example: delete this row", "area", "the example row of the template; delete the row"),
        ("period_type", "year", "period_type", "'year' is not a period type; use one of: month, quarter"),
        ("period_type", "month", "period_type", "yj_reoffending_pct has no month figures; use one of: rolling12"),
        ("period_end", "30 June 2017", "period_end", "is not a day from 1990 to 2100; write it as 2026-03-31"),
        ("period_end", "42916", "period_end", "'42916' is not a day"),
        ("period_end", "2017-06-29", "period_end", "no rolling12 ends on 2017-06-29; give the last day of a month"),
        (
            "period_start",
            "2016-06-30",
            "period_start",
            "does not begin on 2016-06-30; write 2016-07-01, leave it empty",
        ),
        ("breakdown", "sex", "group", "breakdown and group belong together; fill in both"),
        ("group", "F", "breakdown", "breakdown and group belong together"),
        ("numerator", "about 400", "numerator", "'about 400' is not a number; write it in digits"),
        ("numerator", "-395", "numerator", "-395 is below nought; correct it"),
        ("numerator", "1e30", "numerator", "is not a number"),
        ("numerator", "1083", "numerator", "the numerator 1,083 is more than the denominator 1,082; a part is never"),
        ("denominator", "0", "numerator", "the numerator 395 is more than the denominator 0"),
        ("value", "40", "value", "the value 40 is not what 395 of 1,082 gives, 36.5; correct the one that is wrong"),
        ("value", "36.4", "value", "the value 36.4 is not what"),
        ("value", "136.5", "value", "136.5 is not a percentage from 0 to 100"),
        ("value", "suppressed", "value", "the value says suppressed beside a numerator or denominator"),
        ("unit", "per 10,000", "unit", "the unit of yj_reoffending_pct is '%', not 'per 10,000'"),
        ("source", "", "source", "source is empty; fill it in"),
        ("published_on", "", "published_on", "published_on is empty"),
        (
            "published_on",
            "2017-05-01",
            "published_on",
            "published on 2017-05-01, before the period ended on 2017-06-30",
        ),
        ("lag_months", "-1", "lag_months", "'-1' is not a whole number of months from 0 to 120"),
        ("lag_months", "00000500", "lag_months", "is not a whole number of months"),
    ],
)
def test_a_row_that_cannot_be_taken_says_where_and_how_to_mend_it(
    tmp_path: Path, column: str, cell: str, where: str, says: str
) -> None:
    cell = f'"{cell}"' if "," in cell else cell
    found = issues(csv_file(tmp_path, GOOD | {"period_end": "2018-06-30", "period_start": ""}, GOOD | {column: cell}))
    assert [(issue.file, issue.row, issue.column) for issue in found] == [("moj.csv", 3, where)]
    assert says in str(found[0])


@pytest.mark.parametrize("value", ["36.5", "36.51", "37", "36.5%", "36.50646950092421"])
def test_a_value_agrees_when_it_is_displayed_the_same(tmp_path: Path, value: str) -> None:
    (row,) = aggregates.read(csv_file(tmp_path, GOOD | {"value": value}), EVERY).table.to_pylist()
    assert str(row["value"]).startswith("36.50646950")


@pytest.mark.parametrize(
    ("measure", "cells", "says"),
    [
        ("core_assessments_over_61d", {"denominator": "9"}, "a count has no denominator"),
        ("core_assessments_over_61d", {"numerator": "4"}, "the value 12 is not the numerator 4; give one of them"),
        ("core_assessments_over_61d", {"value": ""}, "there is no value; give the value, or numerator"),
        ("yj_custody_rate", {"numerator": "1", "denominator": "0"}, "nothing can be divided by a denominator of 0"),
        ("yj_custody_rate", {"value": "-2"}, "-2 is below nought"),
        ("ofsted_leadership_rating", {"value": "Goodish"}, "or one of: Outstanding, Good, Requires improvement"),
        ("ofsted_leadership_rating", {}, "this measure is a distribution and the row names no category"),
        ("ofsted_leadership_rating", {"breakdown": "sex", "group": "F"}, "write category here"),
        ("ofsted_leadership_rating", {"value": "Good", "numerator": "1"}, "give the judgement alone"),
        (
            "fostering_places_filled_pct",
            {"period_end": "2017-08-31"},
            "for an academic year give the 31 March inside it",
        ),
        ("ks4_attainment8", {"value": "-3"}, "-3 is below nought"),
    ],
)
def test_each_kind_of_measure_has_numbers_of_its_own(
    tmp_path: Path, measure: str, cells: dict[str, str], says: str
) -> None:
    kind = SUPPLIED[measure].periods[0]
    bare = {"numerator": "", "denominator": "", "value": "12", "unit": "", "period_start": "", "lag_months": ""}
    row = GOOD | {"measure": measure, "period_type": str(kind), "period_end": "2017-03-31"} | bare | cells
    (found,) = issues(csv_file(tmp_path, row))
    assert says in str(found)


def test_progress_scores_may_be_below_nought_and_nothing_of_nothing_is_no_cases(tmp_path: Path) -> None:
    common = GOOD | {"period_type": "financial_year", "period_end": "2017-03-31", "period_start": "", "unit": ""}
    progress = {"measure": "ks4_attainment8", "variant": "subject=ks4_progress8", "value": "-1.23"}
    empty = {"measure": "ks2_rwm_pct", "numerator": "0", "denominator": "0", "value": ""}
    rows = [common | progress | {"numerator": "", "denominator": ""}, common | empty]
    first, second = aggregates.read(csv_file(tmp_path, *rows), EVERY).table.to_pylist()
    assert (first["value"], first["reason"]) == (Decimal("-1.23"), "")
    assert (second["value"], second["reason"]) == (None, "no cases")


@pytest.mark.parametrize(
    ("sign", "reason"),
    [("c", "suppressed"), ("[x]", "not collected"), ("Suppressed", "suppressed"), ("z", "not applicable")],
)
def test_a_sign_says_why_there_is_no_value(tmp_path: Path, sign: str, reason: str) -> None:
    (row,) = aggregates.read(
        csv_file(tmp_path, GOOD | {"numerator": "", "denominator": "", "value": sign}), EVERY
    ).table.to_pylist()
    assert (row["value"], row["reason"]) == (None, reason)


def test_the_same_figure_twice_is_refused_whatever_it_says(tmp_path: Path) -> None:
    other = GOOD | {"variant": "ages=10-17", "numerator": "396", "value": ""}
    (found,) = issues(csv_file(tmp_path, GOOD, GOOD | {"variant": "ages=10-14"}, other))
    assert (found.row, found.what) == (4, "the same measure, variant, area, period and group stand in row 2")
    judged = GOOD | {
        "measure": "ofsted_leadership_rating", "period_type": "snapshot", "numerator": "", "denominator": "",
        "unit": "", "period_start": "", "value": "Good",
    }  # fmt: skip
    (found,) = issues(csv_file(tmp_path, judged, judged | {"value": "Inadequate"}))
    assert "stand in row 2" in found.what


def test_percentages_none_of_which_reaches_1_are_doubted(tmp_path: Path) -> None:
    bare = GOOD | {"numerator": "", "denominator": "", "value": "0.365"}
    (found,) = aggregates.read(csv_file(tmp_path, bare), EVERY).issues
    assert (found.kind, found.row, found.column) == ("warning", 2, "value")
    assert "0.365 is taken as 0.365%" in str(found)
    more = bare | {"variant": "ages=10-14", "value": "31"}
    assert aggregates.read(csv_file(tmp_path, bare, more), EVERY).issues == []


def test_every_error_of_a_file_is_told_in_the_order_of_its_rows(tmp_path: Path) -> None:
    found = issues(csv_file(tmp_path, GOOD | {"value": "x"}, GOOD | {"source": ""}, GOOD | {"measure": "y"}))
    assert [issue.row for issue in found] == [2, 3, 4]


def test_headings_are_needed_and_others_are_told(tmp_path: Path) -> None:
    (found,) = issues(csv_file(tmp_path, {name: GOOD[name] for name in GOOD if name != "source"}))
    assert (found.row, found.what) == (1, "there is no column source")
    assert aggregates.read(csv_file(tmp_path, GOOD | {"colour": "red"}), EVERY).issues[0].column == "colour"
    spoken = {name.replace("_", " ").title(): cell for name, cell in GOOD.items()}
    assert aggregates.read(csv_file(tmp_path, spoken), EVERY).table.num_rows == 1


def test_every_kind_of_record_measure_may_be_supplied_too_and_is_written_and_read_back(tmp_path: Path) -> None:
    rows = [
        figure(measure, "", kind, place)
        for place, measure in enumerate(EVERY.values())
        for kind in PeriodType
        if kind in measure.periods
    ]
    given = table(rows)
    aggregates.write(given, tmp_path / "all.csv")
    taken = aggregates.read(tmp_path / "all.csv", EVERY)
    assert taken.table.num_rows == len(rows)
    aggregates.write(taken.table, tmp_path / "again.csv")
    assert aggregates.read(tmp_path / "again.csv", EVERY).table.equals(taken.table)
