"""What is stored in hundredths of a full-time equivalent is printed as full-time equivalents, on every page."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pyarrow as pa
import pytest

from trigpoint.engine.bridge import Line, Step
from trigpoint.language.period import PeriodType
from trigpoint.measures import EVERY
from trigpoint.packs.facts import facts_of
from trigpoint.reports.book import Book, Counted
from trigpoint.tasks.bridge_page import bridge_page
from trigpoint.tasks.case_columns import case_columns
from trigpoint.tasks.explain import Explained, Figure

END = date(2026, 10, 31)


def read(measure: str, numerator: float, denominator: float, value: float, variant: str = "", *, how: str = "national:1"
         ) -> Counted:  # fmt: skip
    row = {
        "measure": measure, "variant": variant, "period_type": "snapshot", "period_end": END, "breakdown": "",
        "group": "", "numerator": numerator, "denominator": denominator, "value": value, "excluded": 0, "unknown": 0,
        "pending": 0, "reason": None, "definition": how, "trace": "t",
    }  # fmt: skip
    facts = facts_of(EVERY[measure], variant, PeriodType.SNAPSHOT)
    return Book(pa.Table.from_pylist([row])).at(facts, variant, "snapshot", END)


@pytest.mark.parametrize(
    ("measure", "variant", "stored", "value", "printed"),
    [
        ("sw_vacancy_pct", "", (14620, 80190), 100 * 14620 / 80190, ("146.2", "801.9")),
        ("caseload_average_sw", "", (1462, 801.9), 1462 / 801.9, ("1,462", "801.9")),
        ("caseload_average_sw", "by=headcount", (1462, 90), 1462 / 90, ("1,462", "90")),
        ("agency_social_workers_pct", "by=headcount", (12, 90), 1200 / 90, ("12", "90")),
        ("sw_turnover_pct", "denominator=average", (9, 62.5), 900 / 62.5, ("9", "62.5")),
        ("data_quality_completeness_pct", "", (6, 8), 75, ("6", "8")),
    ],
)
def test_a_figure_is_divided_as_stored_and_printed_as_read(
    measure: str, variant: str, stored: tuple[float, float], value: float, printed: tuple[str, str]
) -> None:
    found = read(measure, *stored, value, variant)
    assert (found.top, found.bottom) == printed
    assert abs(float(found.value or 0) - value) <= 0.5


@pytest.mark.parametrize(
    ("measure", "counts", "said"),
    [
        ("sw_vacancy_pct", (14620, 80190, 100 * 14620 / 80190), "146.2 over 801.9"),
        ("cla_rate_per_10000", (412, 68000, 412 / 6.8), "412 of 68,000"),
        ("caseload_average_sw", (1462, 801.9, 1462 / 801.9), "1,462 over 801.9"),
        ("adoption_a1_days", (36013, 74, 36013 / 74), "36,013 over 74"),
    ],
)
def test_a_part_is_of_its_whole_and_a_sum_is_over_what_divides_it(
    measure: str, counts: tuple[float, float, float], said: str
) -> None:
    assert read(measure, *counts).made_of == said


def test_what_a_supplier_gave_is_in_full_time_equivalents_already() -> None:
    found = read("sw_vacancy_pct", 146.2, 801.9, 100 * 146.2 / 801.9, how="supplied:abc")
    assert (found.top, found.bottom) == ("146.2", "801.9")


def test_the_bridge_of_a_caseload_counts_workers_in_full_time_equivalents() -> None:
    before = Figure(date(2026, 9, 30), "0001", "national:1", 27, 150, Fraction(18))
    after = Figure(END, "0001", "national:1", 37, 235, Fraction(3700, 235))
    step = Step(Line.JOINED, 1, Fraction(10), Fraction(85), Fraction(3700, 235) - 18)
    page = bridge_page(Explained("caseload_average_sw", "Caseload", "", PeriodType.SNAPSHOT, before, after, [step], []))
    assert (page.before.made_of, page.after.made_of) == ("27 over 1.5", "37 over 2.4")
    assert (page.lines[0].numerator, page.lines[0].denominator) == ("+10", "+0.9")


def test_a_row_of_a_list_is_read_in_full_time_equivalents() -> None:
    columns = case_columns("sw_vacancy_pct", PeriodType.SNAPSHOT, END)
    assert {"vacant_fte", "fte"} <= {column.name for column in columns.shown}
    row = columns.read({"record_id": "p1", "vacant_fte": 60, "fte": None, "value": 60})
    assert row == {"record_id": "p1", "vacant_fte": 0.6, "fte": None, "value": 0.6}
