"""The numbered examples of the definitions, built as rows, and what must hold on any records."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest

from second_opinion import (
    Figure,
    Tables,
    classify,
    combinations,
    exists,
    figure,
    kind_of,
    period_types_of,
    read_folder,
)
from second_opinion.calendar_ import add_months, add_wd, birthday, month_end, wd_between
from second_opinion.library_core import MEASURES as FIRST
from second_opinion.periods import last_day

RandomTables = Callable[..., tuple[dict[str, list[dict[str, str]]], date]]
AS_AT = date(2025, 6, 30)
RESULTS = {"met", "not_met", "excluded", "unknown", "pending", "counted"}


def table(prefix: str, text: str) -> list[dict[str, str]]:
    """Rows from a text table; the header names columns without their prefix."""
    lines = [[cell.strip() for cell in line.split("|")] for line in text.splitlines() if line.strip()]
    return [dict(zip([prefix + name for name in lines[0]], line, strict=True)) for line in lines[1:]]


def results(
    tables: Tables, measure: str, variant: str, period_type: str, end: date, as_at: date = AS_AT
) -> dict[str, str]:
    return {row.record_id: row.result for row in classify(tables, as_at, measure, variant, period_type, end)}


def share(tables: Tables, measure: str, variant: str, period_type: str, end: date) -> tuple[object, object]:
    found = figure(tables, AS_AT, measure, variant, period_type, end)
    return found.numerator, found.denominator


def test_c4_working_days_skip_weekends_and_bank_holidays() -> None:
    assert add_wd(date(2024, 3, 4), 20) == date(2024, 4, 3)
    assert add_wd(date(2024, 3, 2), 1) == date(2024, 3, 4)
    assert wd_between(date(2024, 3, 4), date(2024, 4, 3)) == 20
    assert wd_between(date(2024, 3, 28), date(2024, 4, 1)) == 0


def test_c3_and_c5_months_clip_and_leap_birthdays_move_on() -> None:
    assert add_months(date(2024, 1, 31), 3) == date(2024, 4, 30)
    assert add_months(date(2024, 2, 29), -12) == date(2023, 2, 28)
    assert birthday(date(2008, 2, 29), 18) == date(2026, 3, 1)
    assert birthday(date(2008, 2, 29), 16) == date(2024, 2, 29)


def test_ex_1_rereferrals() -> None:
    text = """
        referral_id | person_id | referral_date
        A1 | A | 2023-10-10
        A2 | A | 2024-10-15
        B1 | B | 2023-10-15
        B2 | B | 2024-10-15
        C1 | C | 2024-10-01
        C2 | C | 2024-10-01
        D1 | D | 2024-01-02
        D2 | D | 2024-05-05
        D3 | D | 2024-10-09"""
    tables = Tables({"ssd_cin_episodes": table("cine_", text)})
    october = date(2024, 10, 31)
    expected = {"A2": "not_met", "B2": "met", "C1": "not_met", "D3": "met"}
    assert results(tables, "rereferrals_12m_pct", "", "month", october) == expected
    assert figure(tables, AS_AT, "rereferrals_12m_pct", "", "month", october) == Figure(2, 4, 50.0)


def test_ex_2_assessments_within_45_working_days() -> None:
    text = """
        assessment_id | person_id | referral_id | assessment_start_date | assessment_auth_date
        A1 | A | | 2024-03-04 | 2024-05-09
        B1 | B | | 2024-03-04 | 2024-05-10
        C1 | C | R | 2024-03-04 | 2024-05-09"""
    referral = "referral_id | person_id | referral_date\n R | C | 2024-03-01"
    tables = Tables({"ssd_cin_assessments": table("cina_", text), "ssd_cin_episodes": table("cine_", referral)})
    measure, may = "assessments_within_working_days_pct", date(2024, 5, 31)
    assert results(tables, measure, "", "month", may) == {"A1": "met", "B1": "not_met", "C1": "met"}
    by_referral = results(tables, measure, "clock_start=referral_date", "month", may)
    assert by_referral == {"A1": "met", "B1": "not_met", "C1": "not_met"}


@pytest.mark.parametrize(("as_at", "overdue"), [(date(2024, 5, 9), 0), (date(2024, 5, 10), 1)])
def test_ex_3_open_assessments_overdue(as_at: date, overdue: int) -> None:
    text = "assessment_id | person_id | assessment_start_date\n A1 | A | 2024-03-04"
    tables = Tables({"ssd_cin_assessments": table("cina_", text), "ssd_cin_episodes": []})
    assert figure(tables, as_at, "assessments_open_overdue", "", "snapshot", as_at) == Figure(overdue, None, overdue)


def test_ex_9_conferences_within_15_working_days() -> None:
    enquiries = """
        s47_enquiry_id | person_id | s47_start_date
        S1 | A | 2024-03-20
        S2 | B | 2024-03-20"""
    conferences = """
        icpc_id | person_id | s47_enquiry_id | icpc_date
        I1 | A | S1 | 2024-04-12
        I2 | B | S2 | 2024-04-15
        I3 | C | | 2024-04-15"""
    held = table("icpc_", conferences)
    tables = Tables({"ssd_s47_enquiry": table("s47e_", enquiries), "ssd_initial_cp_conference": held})
    april = results(tables, "icpc_15wd_pct", "", "month", date(2024, 4, 30))
    assert april == {"I1": "met", "I2": "not_met", "I3": "unknown"}


def test_ex_10_second_or_subsequent_plans() -> None:
    text = """
        cp_plan_id | person_id | cp_plan_start_date | cp_plan_end_date
        A1 | A | 2024-05-07 |
        B1 | B | 2008-01-01 | 2009-01-01
        B2 | B | 2024-05-07 |
        C1 | C | 2022-01-01 | 2023-04-07
        C2 | C | 2024-05-07 |"""
    tables = Tables({"ssd_cp_plans": table("cppl_", text)})
    measure, june = "cpp_second_or_subsequent_pct", date(2024, 6, 30)
    assert share(tables, measure, "", "quarter", june) == (2, 3)
    assert share(tables, measure, "lookback=24m", "quarter", june) == (1, 3)
    assert figure(tables, AS_AT, "cpp_at_period_end", "", "snapshot", june).value == 3


def care(episodes: str, placements: str = "cla_placement_id", **more: list[dict[str, str]]) -> Tables:
    """Tables of children in care; a headline measure needs no more than these."""
    return Tables(
        {
            "ssd_cla_episodes": table("clae_", episodes),
            "ssd_cla_placement": table("clap_", placements),
            "ssd_legal_status": [],
            "ssd_person": [],
            **more,
        }
    )


EPISODES = (
    "cla_episode_id | person_id | cla_placement_id | cla_episode_start_date | cla_episode_start_reason"
    " | cla_episode_ceased_date | cla_episode_ceased_reason | cla_id\n"
)
PLACEMENTS = "cla_placement_id | cla_placement_type\n"
THREE = "cla_3plus_placements_pct"
MARCH = date(2024, 3, 31)


def test_ex_18_three_placements_of_six_episodes() -> None:
    episodes = """
        E1 | A | P1 | 2023-01-01 | S | 2023-05-10 | X1 | C
        E2 | A | P2 | 2023-05-10 | P | 2023-05-24 | X1 | C
        E3 | A | P1 | 2023-05-24 | P | 2023-08-01 | X1 | C
        E4 | A | P3 | 2023-08-01 | P | 2023-11-01 | X1 | C
        E5 | A | P4 | 2023-11-01 | P | 2024-01-01 | X1 | C
        E6 | A | P4 | 2024-01-01 | L | | | C"""
    tables = care(EPISODES + episodes, PLACEMENTS + "P1 | U6\n P2 | T3\n P3 | K2\n P4 | U4")
    assert results(tables, THREE, "", "snapshot", MARCH) == {"A": "met"}
    fewer = [row for row in tables["ssd_cla_episodes"] if row["clae_cla_episode_id"] != "E4"]
    tables.rows["ssd_cla_episodes"] = fewer
    assert results(Tables(tables.rows), THREE, "", "snapshot", MARCH) == {"A": "not_met"}
    assert results(Tables(tables.rows), THREE, "t_codes=count", "snapshot", MARCH) == {"A": "met"}


def test_ex_18b_adoption_by_the_present_carer_is_no_new_placement() -> None:
    episodes = """
        E1 | A | P1 | 2023-01-01 | S | 2023-09-01 | X1 | C
        E2 | A | P2 | 2023-09-01 | P | 2024-02-01 | X1 | C
        E3 | A | P3 | 2024-02-01 | T | | | C"""
    tables = care(EPISODES + episodes, PLACEMENTS + "P1 | U6\n P2 | U6\n P3 | A3")
    assert results(tables, THREE, "", "snapshot", MARCH) == {"A": "not_met"}


@pytest.mark.parametrize(("first_end", "result"), [("2023-04-01", "not_met"), ("2023-04-02", "met")])
def test_ex_18c_a_placement_that_ends_as_the_window_starts_is_outside(first_end: str, result: str) -> None:
    episodes = f"""
        E1 | A | P1 | 2023-01-01 | S | {first_end} | X1 | C
        E2 | A | P2 | {first_end} | P | 2023-09-01 | X1 | C
        E3 | A | P3 | 2023-09-01 | P | | | C"""
    tables = care(EPISODES + episodes, PLACEMENTS + "P1 | U6\n P2 | K2\n P3 | U4")
    assert results(tables, THREE, "", "snapshot", MARCH) == {"A": result}


@pytest.mark.parametrize(("back", "result"), [("2023-08-14", "not_met"), ("2023-10-01", "met")])
def test_18_the_same_carer_after_a_period_at_home_is_a_new_placement(back: str, result: str) -> None:
    episodes = f"""
        E1 | A | P1 | 2023-01-01 | S | 2023-08-01 | X1 | C
        E2 | A | P2 | 2023-08-01 | P | 2023-08-14 | E4A | C
        E3 | A | P1 | {back} | S | 2024-01-01 | X1 | D
        E4 | A | P3 | 2024-01-01 | P | | | D"""
    tables = care(EPISODES + episodes, PLACEMENTS + "P1 | U6\n P2 | T3\n P3 | U4")
    assert results(tables, THREE, "", "snapshot", MARCH) == {"A": result}


def test_ex_25_reviews_in_timescale() -> None:
    reviews = "cla_review_id | cla_id | cla_review_date\n R1 | C | 2025-01-09\n R2 | C | 2025-04-10"
    tables = care(EPISODES + "E1 | A | | 2024-12-09 | S | | | C", ssd_cla_reviews=table("clar_", reviews))
    measure, april = "cla_reviews_in_timescale_pct", date(2025, 4, 30)
    assert results(tables, measure, "", "snapshot", april) == {"A": "not_met"}
    assert results(tables, measure, "", "snapshot", date(2025, 3, 31)) == {"A": "met"}
    assert share(tables, measure, "basis=meeting", "rolling12", april) == (1, 2)
    due = results(tables, measure, "basis=meeting_due", "rolling12", april)
    assert due == {"R1": "met", "R2": "not_met"}


@pytest.mark.parametrize(("done", "result"), [("2024-04-16", "met"), ("2024-04-17", "not_met")])
def test_ex_27_initial_health_assessments(done: str, result: str) -> None:
    header = "health_check_id | person_id | health_check_type | health_check_status | health_check_date\n"
    checks = header + f"H | A | Health | Completed | {done}"
    episodes = "E1 | A | | 2024-03-15 | S | | | C\n E2 | B | | 2024-04-01 | S | 2024-04-10 | E4A | D"
    tables = care(EPISODES + episodes, ssd_cla_health=table("clah_", checks))
    assert results(tables, "iha_20wd_pct", "", "month", MARCH) == {"E1": result}
    assert results(tables, "iha_20wd_pct", "", "month", date(2024, 4, 30)) == {"E2": "excluded"}


def test_ex_31_days_to_moving_in_with_the_adoptive_family() -> None:
    episodes = "E1 | X | | 2023-01-10 | S | 2024-06-10 | E11 | C\n E2 | Y | | 2022-11-15 | S | 2024-06-10 | E11 | D"
    orders = """
        table_id | person_id | placed_for_adoption_date | permanence_order_date | permanence_order_type
        P1 | X | 2024-02-20 | 2024-06-10 | Adoption order
        P2 | Y | 2023-12-01 | 2024-06-10 | Adoption order
        P3 | X | | 2024-06-10 | Adoption order
        P4 | X | 2024-02-20 | 2024-06-10 | SGO"""
    tables = care(EPISODES + episodes, ssd_permanence=table("perm_", orders))
    found = figure(tables, AS_AT, "adoption_a1_days", "", "rolling36", date(2024, 6, 30))
    assert found == Figure(787, 2, 393.5, excluded=1)


def test_ex_42_cases_per_full_time_worker() -> None:
    workers = """
        professional_id | social_worker_registration_no | full_time_equivalency
        W1 | SW1 | 1.0
        W2 | SW2 | 0.5
        W3 | SW3 | 1.0"""
    held = "involvements_id | professional_id | person_id | involvement_start_date\n"
    held += "\n".join(f"V{n} | {'W1' if n < 18 else 'W2'} | CH{n} | 2024-01-01" for n in range(27))
    tables = Tables({"ssd_professionals": table("prof_", workers), "ssd_involvements": table("invo_", held)})
    assert figure(tables, AS_AT, "caseload_average_sw", "", "snapshot", AS_AT) == Figure(27, 1.5, 18.0)
    assert figure(tables, AS_AT, "caseload_average_sw", "by=headcount", "snapshot", AS_AT) == Figure(27, 2, 13.5)


def test_looked_after_children_per_10000_and_a_status_that_ends_at_18() -> None:
    statuses = "person_id | immigration_status\n A | UASC\n B | UASC"
    population = (
        "area | age_from | age_to | sex | year | children\n X | 0 | 17 | | 2023 | 1000\n X | 0 | 17 | | 2024 | 500"
    )
    tables = care(
        EPISODES + "E1 | A | | 2023-01-01 | S | | | C\n E2 | B | | 2023-01-01 | S | 2024-03-31 | E8 | D",
        ssd_immigration_status=table("immi_", statuses),
        ssd_person=table("pers_", "person_id | dob\n A | 2006-04-01"),
        ext_population=table("", population),
    )
    found = figure(tables, AS_AT, "cla_rate_per_10000", "", "snapshot", MARCH)
    assert found == Figure(1, 1000, 10.0)
    assert results(tables, "cla_at_period_end", "uasc=exc", "snapshot", MARCH) == {"A": "excluded"}
    assert results(tables, "cla_at_period_end", "uasc=exc", "snapshot", date(2024, 4, 30)) == {"A": "counted"}


def test_a_month_in_progress_ends_on_the_as_at_day_and_a_later_month_is_not_yet_known() -> None:
    as_at = date(2024, 5, 15)
    assert last_day(date(2024, 5, 31), as_at) == as_at
    assert last_day(date(2024, 4, 30), as_at) == date(2024, 4, 30)
    tables = Tables({"ssd_cp_plans": []})
    later = figure(tables, as_at, "cpp_at_period_end", "", "snapshot", date(2024, 6, 30))
    assert later == Figure(None, None, None, reason="not yet known")
    absent = figure(Tables({}), as_at, "cpp_at_period_end", "", "snapshot", as_at)
    assert absent.reason == "not collected"


@pytest.fixture
def random_tables(monkeypatch: pytest.MonkeyPatch) -> RandomTables:
    monkeypatch.syspath_prepend(str(Path(__file__).parents[1] / "generative"))
    found: RandomTables = import_module("random_records").random_tables
    return found


def month_ends(as_at: date, count: int) -> list[date]:
    return [as_at, *(month_end(add_months(as_at, -back)) for back in range(1, count))]


def test_every_figure_is_the_sum_of_its_rows(random_tables: RandomTables) -> None:
    for seed in range(6):
        rows_by_table, as_at = random_tables(seed)
        tables = Tables(rows_by_table)
        for measure in FIRST:
            for variant in combinations(measure):
                for period_type in period_types_of(measure, variant):
                    for end in month_ends(as_at, 4):
                        if exists(period_type, end):
                            check_sum(tables, as_at, measure, variant, period_type, end)


def check_sum(tables: Tables, as_at: date, measure: str, variant: str, period_type: str, end: date) -> None:
    found = figure(tables, as_at, measure, variant, period_type, end)
    counts = Counter(row.result for row in classify(tables, as_at, measure, variant, period_type, end))
    assert set(counts) <= RESULTS
    assert (found.value is None) == (found.reason != "")
    if found.reason == "not collected":
        return
    assert (found.excluded, found.pending) == (counts["excluded"], counts["pending"])
    if kind_of(measure, variant) == "ratio":
        assert found.numerator == counts["met"]
        assert found.denominator == counts["met"] + counts["not_met"] + counts["unknown"]


def test_random_records_reach_every_result_of_the_first_measures(random_tables: RandomTables) -> None:
    seen: dict[str, set[str]] = {measure: set() for measure in FIRST}
    for seed in range(16):
        rows_by_table, as_at = random_tables(seed)
        tables = Tables(rows_by_table)
        for measure, spec in FIRST.items():
            for variant in spec.variants:
                for end in month_ends(as_at, 2):
                    for period_type in spec.period_types[variant]:
                        if exists(period_type, end):
                            rows = classify(tables, as_at, measure, variant, period_type, end)
                            seen[measure].update(row.result for row in rows)
    judged = {"met", "not_met"}
    assert seen == {
        "rereferrals_12m_pct": judged,
        "assessments_within_working_days_pct": judged | {"unknown"},
        "assessments_open_overdue": judged | {"counted", "excluded"},
        "icpc_15wd_pct": judged | {"unknown", "excluded"},
        "cpp_at_period_end": {"counted", "excluded"},
        "cpp_second_or_subsequent_pct": judged | {"excluded"},
        "cla_at_period_end": {"counted", "excluded"},
        "cla_rate_per_10000": {"counted", "excluded"},
        "cla_3plus_placements_pct": judged | {"excluded"},
        "cla_reviews_in_timescale_pct": judged | {"excluded", "unknown", "pending"},
        "adoption_a1_days": {"counted", "excluded", "unknown"},
        "iha_20wd_pct": judged | {"excluded", "pending"},
        "caseload_average_sw": {"counted", "excluded"},
    }


def test_records_written_and_read_again_give_the_same_rows(random_tables: RandomTables, tmp_path: Path) -> None:
    rows_by_table, as_at = random_tables(3)
    assert random_tables(3) == (rows_by_table, as_at)
    import_module("random_records").write_tables(rows_by_table, tmp_path)
    read = read_folder(tmp_path)
    assert set(read.rows) == set(rows_by_table)
    for table_name, rows in rows_by_table.items():
        assert Tables({table_name: rows})[table_name] == read[table_name]
