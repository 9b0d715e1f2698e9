"""Why a figure changed: the lines sum exactly to the change, and the rows are those whose class differs."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from random_stores import random_store

from trigpoint.engine.bridge import Line
from trigpoint.language.period import PeriodType, last_day, month_of
from trigpoint.measures import MEASURES
from trigpoint.tasks.calculate import figures
from trigpoint.tasks.explain import Explained, explain
from trigpoint.tasks.library import LibraryError, all_periods
from trigpoint.tasks.load import load
from trigpoint.tasks.verify import verify

SEEDS = (24, 56)


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, date]:
    return random_store(tmp_path_factory.mktemp("bridge"), SEEDS)


def laid(found: Explained) -> tuple[int, int]:
    """Numerator and denominator of the first figure with every line laid on."""
    top = found.before.numerator + sum(int(step.numerator) for step in found.steps)
    return top, (found.before.denominator or 0) + sum(int(step.denominator) for step in found.steps)


@pytest.mark.parametrize("measure", MEASURES)
def test_the_lines_sum_to_the_change_and_both_ends_are_the_printed_figures(
    measure: str, stored: tuple[Path, date]
) -> None:
    store, as_at = stored
    for kind in {all_periods(MEASURES[measure])[0], all_periods(MEASURES[measure])[-1]} - {PeriodType.FINANCIAL_YEAR}:
        last = month_of(as_at) - 1
        last -= 0 if kind is not PeriodType.QUARTER else (last - 2) % 3
        try:
            found = explain(store, measure, last_day(last - 3), last_day(last), kind)
        except LibraryError:
            continue  # a type that only a variant takes, or records that no authority gave
        assert laid(found) == (found.after.numerator, found.after.denominator or 0)
        moved = [step.value for step in found.steps if step.value is not None]
        if found.before.value is not None and found.after.value is not None and len(moved) == len(found.steps):
            assert found.before.value + sum(moved, Fraction(0)) == found.after.value
        assert all(row.before != row.after for row in found.rows)
        for side in (found.before, found.after):
            rows = figures(store, [measure], [kind], side.period_end, 1, variant="headline").to_pylist()
            if len(rows) == 1 and rows[0]["value"] is not None:
                assert side.value is not None
                assert rows[0]["value"] == pytest.approx(float(side.value))


def test_between_two_snapshots_every_line_is_late_recording(tmp_path: Path) -> None:
    def loaded(days: dict[str, str]) -> str:
        home = tmp_path / f"records{len(list(tmp_path.iterdir()))}" / "A"
        home.mkdir(parents=True)
        (home / "ssd_person.csv").write_text("pers_person_id\n" + "\n".join(days) + "\n")
        rows = [f"{child},{child},{day},N" for child, day in days.items()]
        head = "cine_referral_id,cine_person_id,cine_referral_date,cine_referral_nfa"
        (home / "ssd_cin_episodes.csv").write_text("\n".join([head, *rows]) + "\n")
        snapshot = load([home], tmp_path / "store", date(2024, 5, 31)).snapshot
        assert snapshot is not None
        return snapshot.id

    first = loaded({"a": "2024-04-02", "b": "2024-04-30"})
    second = loaded({"a": "2024-04-02", "b": "2024-05-01", "c": "2024-04-29", "d": "2024-04-29"})
    april = date(2024, 4, 30)
    found = explain(
        tmp_path / "store",
        "rereferrals_12m_pct",
        april,
        april,
        PeriodType.MONTH,
        snapshot=second,
        before_snapshot=first,
    )
    assert {row.child for row in found.rows} == {"b", "c", "d"}
    assert {row.line for row in found.rows} == {Line.LATE}
    assert (found.before.denominator, found.after.denominator) == (2, 3)


def test_every_printed_figure_is_found_again_by_its_trace(stored: tuple[Path, date]) -> None:
    store, as_at = stored
    table = figures(store, to=last_day(month_of(as_at) - 1), by=["team"], variant="headline")
    rows = [r for r in table.to_pylist() if r["reason"] != "not applicable" and "category" not in r["breakdown"]]
    for row in rows[:: max(1, len(rows) // 60)]:
        found = verify(row["trace"], store)
        assert found.troubles == []
        assert found.figure is not None
        alike = ("numerator", "denominator", "value")
        empty = not row["numerator"] and all(found.figure[n] == row[n] for n in alike if row["denominator"])
        assert found.figure == row or empty


def test_a_trace_of_changed_records_or_of_another_definition_says_so(tmp_path: Path) -> None:
    store, as_at = random_store(tmp_path, (24,))
    table = figures(store, ["cla_at_period_end"], to=as_at, variant="headline")
    trace = table["trace"][0].as_py()
    snapshot = trace.split("/")[0]
    other = trace.replace(trace.split("/")[2], "national:000000000000")
    assert "no longer has" in verify(other, store).troubles[0]
    file = next((store / "snapshots" / snapshot / "records").glob("ssd_person*"))
    file.write_bytes(file.read_bytes()[:-1] + b"x")
    assert verify(trace, store).troubles == [f"Table ssd_person of snapshot {snapshot} is not as it was loaded."]


@pytest.mark.parametrize("text", ["", "a/b/c", "0001-a/x/national:1/headline/fortnight/2024-01-31/A"])
def test_what_is_no_trace_is_told_how_one_looks(text: str, tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="is not a trace: it reads snapshot/measure/"):
        verify(text, tmp_path)
