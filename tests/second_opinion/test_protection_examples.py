"""The numbered examples of child protection, children missing, staff and answers in time, built as rows."""

from datetime import date

import pytest

from second_opinion import Tables, classify, figure

AS_AT = date(2025, 6, 30)


def table(prefix: str, text: str) -> list[dict[str, str]]:
    """Rows from a text table; the header names columns without their prefix."""
    lines = [[cell.strip() for cell in line.split("|")] for line in text.splitlines() if line.strip()]
    return [dict(zip([prefix + name for name in lines[0]], line, strict=True)) for line in lines[1:]]


def results(
    tables: Tables, measure: str, variant: str, period_type: str, end: date, as_at: date = AS_AT
) -> dict[str, str]:
    return {row.record_id: row.result for row in classify(tables, as_at, measure, variant, period_type, end)}


def plans(text: str, **more: list[dict[str, str]]) -> Tables:
    header = "cp_plan_id | person_id | cp_plan_start_date | cp_plan_end_date"
    return Tables({"ssd_cp_plans": table("cppl_", f"{header}\n{text}"), **more})


def test_ex_11_plans_that_end_within_three_months() -> None:
    tables = plans("""
        A | 1 | 2024-01-31 | 2024-04-30
        B | 2 | 2024-01-31 | 2024-05-01
        C | 3 | 2023-11-30 | 2024-02-29
        D | 4 | 2023-11-30 | 2024-03-01""")
    found = results(tables, "cpp_ended_3m_pct", "", "rolling12", date(2024, 5, 31))
    assert found == {"A": "met", "B": "not_met", "C": "met", "D": "not_met"}


def test_ex_12_plans_of_two_years_by_days_and_by_the_calendar() -> None:
    tables = plans("A | 1 | 2022-04-01 | 2024-03-30\nB | 2 | 2022-04-01 | 2024-03-29")
    end = date(2024, 3, 31)
    assert results(tables, "cpp_ended_2y_pct", "", "quarter", end) == {"A": "met", "B": "not_met"}
    assert results(tables, "cpp_ended_2y_pct", "months_as=calendar", "quarter", end) == {"A": "not_met", "B": "not_met"}
    still_open = plans("A | 1 | 2022-04-02 |\nB | 2 | 2022-04-03 |")
    assert results(still_open, "cpp_open_2y_pct", "", "snapshot", end) == {"A": "met", "B": "not_met"}


def test_12_a_plan_begun_again_on_the_day_it_ended_is_one_when_merged() -> None:
    tables = plans("A | 1 | 2022-04-01 | 2023-04-01\nB | 1 | 2023-04-01 | 2024-04-01")
    assert results(tables, "cpp_ended_2y_pct", "", "rolling12", date(2024, 4, 30)) == {"B": "not_met"}
    assert results(tables, "cpp_ended_2y_pct", "merge=true", "rolling12", date(2024, 4, 30)) == {"B": "met"}
    assert results(tables, "cpp_ended", "merge=true", "month", date(2023, 4, 30)) == {}
    assert results(tables, "cpp_started", "merge=true", "month", date(2023, 4, 30)) == {}


def test_ex_13_plans_open_for_more_than_15_months_by_child_and_family() -> None:
    families = table("fami_", "family_id | person_id\nF | 1\nF | 3")
    tables = plans("A | 1 | 2023-09-30 |\nB | 2 | 2023-10-01 |\nC | 3 | 2023-01-01 |", ssd_family=families)
    end = date(2024, 12, 31)
    assert results(tables, "cpp_open_over_months", "", "snapshot", end) == {"1": "counted", "3": "counted"}
    assert results(tables, "cpp_open_over_months", "level=family", "snapshot", end) == {"family F": "counted"}


@pytest.mark.parametrize(("second", "result"), [("2024-10-09", "met"), ("2024-10-10", "not_met"), ("", "not_met")])
def test_ex_14_reviews_in_timescale(second: str, result: str) -> None:
    text = f"cp_review_id | person_id | cp_plan_id | cp_review_date\nR1 | 1 | A | 2024-04-09\nR2 | 1 | A | {second}"
    tables = plans("A | 1 | 2024-01-10 |\nB | 2 | 2024-08-15 |", ssd_cp_reviews=table("cppr_", text))
    found = results(tables, "cpp_reviews_in_timescale_pct", "", "snapshot", date(2024, 10, 31))
    assert found == {"1": result, "2": "excluded"}


def test_ex_15_visits_in_timescale() -> None:
    text = """
        cp_visit_id | person_id | cp_visit_date | cp_visit_seen
        V1 | 1 | 2024-07-01 | Y
        V2 | 1 | 2024-07-20 | N
        V3 | 1 | 2024-07-30 | Y"""
    schedule = [{"plan_id": "A", "interval_working_days": "20"}]
    tables = plans("A | 1 | 2024-06-03 |", ssd_cp_visits=table("cppv_", text), ext_visit_schedule=schedule)
    measure, july = "cpp_visits_in_timescale_pct", date(2024, 7, 31)
    assert results(tables, measure, "", "snapshot", july) == {"A": "met"}
    assert results(tables, measure, "rule=all_gaps", "snapshot", july) == {"A": "not_met"}
    due = results(tables, measure, "rule=share_of_due_windows", "month", july)
    assert due == {"A:1": "met", "A:2": "not_met"}


@pytest.mark.parametrize(
    ("seen", "by_hours", "by_day"),
    [
        ("2024-03-06", "met", "met"),
        ("2024-03-06 09:30", "met", "met"),
        ("2024-03-06 09:31", "not_met", "met"),
        ("2024-03-07", "not_met", "not_met"),
        ("2024-03-04", "unknown", "unknown"),
    ],
)
def test_ex_16_children_seen_within_24_hours(seen: str, by_hours: str, by_day: str) -> None:
    enquiry = table("s47e_", "s47_enquiry_id | person_id | s47_start_date\nS | 1 | 2024-03-05")
    held = table("", "discussion_id | person_id | s47_enquiry_id | held_at\nD | 1 | S | 2024-03-05 09:30")
    seen_at = [{"s47_enquiry_id": "S", "seen_at": seen}]
    tables = Tables({"ssd_s47_enquiry": enquiry, "ext_strategy_discussion": held, "ext_s47_seen": seen_at})
    measure, march = "s47_child_seen_24h_pct", date(2024, 3, 31)
    assert results(tables, measure, "", "month", march) == {"S": by_hours}
    assert results(tables, measure, "limit=1d", "month", march) == {"S": by_day}


@pytest.mark.parametrize(("second", "result"), [("2024-04-01", "met"), ("2024-04-02", "not_met")])
def test_ex_17_private_fostering_visits(second: str, result: str) -> None:
    arrangement = table("", "arrangement_id | person_id | aware_on | ended_on\nP | 1 | 2024-01-08 |")
    visits = table("", f"visit_id | arrangement_id | visit_date\nV1 | P | 2024-02-19\nV2 | P | {second}")
    tables = Tables({"ext_private_fostering": arrangement, "ext_private_fostering_visit": visits})
    found = results(tables, "private_fostering_visits_pct", "", "snapshot", date(2024, 4, 30))
    assert found == {"P": result}


def test_ex_40_return_interviews_in_three_working_days_and_in_72_hours() -> None:
    away = """
        table_id | person_id | missing_episode_start_date | missing_episode_end_date | missing_episode_type
        M | 1 | 2024-03-27 | 2024-03-28 | M
        N | 1 | 2024-03-29 | 2024-03-30 | M"""
    cared_for = table("clae_", "cla_episode_id | person_id | cla_episode_start_date\nE | 1 | 2024-01-01")
    done = table("", "missing_table_id | returned_at | completed_at\nM | 2024-03-28 10:00 | 2024-04-04 17:00")
    tables = Tables(
        {
            "ssd_missing": table("miss_", away),
            "ssd_cla_episodes": cared_for,
            "ssd_legal_status": [],
            "ext_return_interview": done,
        }
    )
    measure, march = "rhi_in_timescale_pct", date(2024, 3, 31)
    assert results(tables, measure, "", "month", march) == {"M": "met", "N": "not_met"}
    assert results(tables, measure, "limit=72h", "month", march) == {"M": "not_met", "N": "not_met"}
    assert results(tables, measure, "merge=true", "month", march) == {"N": "met"}
    assert results(tables, "rhi_completed_pct", "", "month", march) == {"M": "met", "N": "not_met"}
    assert figure(tables, AS_AT, "missing_episodes", "", "month", march).value == 2


def test_ex_43_supervision_once_a_month() -> None:
    posts = """
        post_id | role | filled_by | professional_id | start_date | end_date
        P1 | social_worker | permanent | W1 | 2024-01-01 |
        P2 | social_worker | agency | W2 | 2024-01-01 | 2024-03-01
        P3 | social_worker | permanent | W3 | 2024-03-25 |"""
    held = table("", "supervision_id | professional_id | held_on\nS1 | W1 | 2024-03-31\nS2 | W2 | 2024-02-29")
    tables = Tables({"ext_post": table("", posts), "ext_supervision": held})
    measure, march = "supervision_in_month_pct", date(2024, 3, 31)
    assert results(tables, measure, "", "month", march) == {"W1": "met", "W3": "not_met"}
    assert results(tables, measure, "new_starters=exclude_14d", "month", march) == {"W1": "met", "W3": "excluded"}
    assert figure(tables, AS_AT, measure, "", "quarter", march).denominator == 6


def test_ex_44_agency_turnover_and_vacancies() -> None:
    sizes = {"permanent": 100, "agency": 15, "vacant": 5}
    rows = [
        {"post_id": f"{kind}{n}", "role": "social_worker", "filled_by": kind, "fte": "1", "start_date": "2020-01-01"}
        for kind, count in sizes.items()
        for n in range(count)
    ]
    gone = {"role": "social_worker", "filled_by": "permanent", "fte": "1", "start_date": "2020-01-01"}
    rows += [{"post_id": f"gone{n}", **gone, "end_date": "2024-06-01"} for n in range(12)]
    tables, end = Tables({"ext_post": rows}), date(2024, 9, 30)
    assert figure(tables, AS_AT, "agency_social_workers_pct", "", "snapshot", end).value == pytest.approx(1500 / 115)
    of_established = figure(
        tables, AS_AT, "agency_social_workers_pct", "denominator=established_posts", "snapshot", end
    )
    assert of_established.value == 12.5
    assert figure(tables, AS_AT, "sw_vacancy_pct", "", "snapshot", end).value == pytest.approx(2000 / 120)
    assert figure(tables, AS_AT, "sw_turnover_pct", "", "rolling12", end).value == 12


@pytest.mark.parametrize(("answered", "result"), [("2025-01-02", "met"), ("2025-01-03", "not_met"), ("", "not_met")])
def test_ex_46_requests_answered_in_20_working_days(answered: str, result: str) -> None:
    tables = Tables(
        {"ext_foi_request": table("", f"request_id | received_on | responded_on\nF | 2024-12-02 | {answered}")}
    )
    assert results(tables, "foi_in_timescale_pct", "", "month", date(2025, 1, 31)) == {"F": result}
    on_the_limit = results(tables, "foi_in_timescale_pct", "", "month", date(2025, 1, 31), date(2025, 1, 2))
    assert on_the_limit == {"F": "met" if result == "met" else "pending"}


def test_ex_47_standards_met_of_applicable_answers() -> None:
    answers = "audit_id | question | answer\nA | a | Y\nA | b | N\nA | c | N/A\nA | d | Y"
    audits = table("", "audit_id | audited_on | grade | kind\nA | 2024-05-01 | good | practice\nB | 2024-05-02 | |")
    tables, end = Tables({"ext_audit": audits, "ext_audit_answer": table("", answers)}), date(2024, 6, 30)
    found = figure(tables, AS_AT, "audit_standard_met_pct", "", "quarter", end)
    assert (found.numerator, found.denominator, found.excluded) == (2, 3, 1)
    assert figure(tables, AS_AT, "audit_judgement_dist", "", "quarter", end, "Good").value == 100
    assert figure(tables, AS_AT, "audit_good_or_better_pct", "", "quarter", end).denominator == 1
