"""Nothing in the clean twin is broken: links lead somewhere, dates are in order, nothing is known too early."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest
from simple_figures import connect

from trigpoint.records import TABLES

_PERSON = "ssd_person.pers_person_id"
LINKS = [
    ("ssd_contacts.cont_person_id", _PERSON),
    ("ssd_family.fami_person_id", _PERSON),
    ("ssd_cin_episodes.cine_person_id", _PERSON),
    ("ssd_cin_episodes.cine_referral_team", "ssd_department.dept_team_id"),
    ("ssd_cin_episodes.cine_referral_worker_id", "ssd_professionals.prof_professional_id"),
    ("ssd_cin_assessments.cina_referral_id", "ssd_cin_episodes.cine_referral_id"),
    ("ssd_assessment_factors.cinf_assessment_id", "ssd_cin_assessments.cina_assessment_id"),
    ("ext_assessment_seen.assessment_id", "ssd_cin_assessments.cina_assessment_id"),
    ("ssd_cin_plans.cinp_referral_id", "ssd_cin_episodes.cine_referral_id"),
    ("ext_cin_review.cin_plan_id", "ssd_cin_plans.cinp_cin_plan_id"),
    ("ssd_s47_enquiry.s47e_referral_id", "ssd_cin_episodes.cine_referral_id"),
    ("ext_s47_seen.s47_enquiry_id", "ssd_s47_enquiry.s47e_s47_enquiry_id"),
    ("ext_strategy_discussion.s47_enquiry_id", "ssd_s47_enquiry.s47e_s47_enquiry_id"),
    ("ssd_initial_cp_conference.icpc_s47_enquiry_id", "ssd_s47_enquiry.s47e_s47_enquiry_id"),
    ("ssd_initial_cp_conference.icpc_cp_plan_id", "ssd_cp_plans.cppl_cp_plan_id"),
    ("ssd_cp_plans.cppl_icpc_id", "ssd_initial_cp_conference.icpc_icpc_id"),
    ("ssd_cp_reviews.cppr_cp_plan_id", "ssd_cp_plans.cppl_cp_plan_id"),
    ("ssd_cp_visits.cppv_cp_plan_id", "ssd_cp_plans.cppl_cp_plan_id"),
    ("ext_core_group.cp_plan_id", "ssd_cp_plans.cppl_cp_plan_id"),
    ("ssd_cla_episodes.clae_cla_placement_id", "ssd_cla_placement.clap_cla_placement_id"),
    ("ssd_cla_episodes.clae_referral_id", "ssd_cin_episodes.cine_referral_id"),
    ("ssd_cla_reviews.clar_cla_id", "ssd_cla_episodes.clae_cla_id"),
    ("ssd_cla_visits.clav_cla_id", "ssd_cla_episodes.clae_cla_id"),
    ("ssd_permanence.perm_cla_id", "ssd_cla_episodes.clae_cla_id"),
    ("ssd_cla_health.clah_person_id", _PERSON),
    ("ssd_care_leavers.clea_person_id", _PERSON),
    ("ext_return_interview.missing_table_id", "ssd_missing.miss_table_id"),
    ("ssd_involvements.invo_professional_id", "ssd_professionals.prof_professional_id"),
    ("ssd_involvements.invo_professional_team", "ssd_department.dept_team_id"),
    ("ssd_involvements.invo_referral_id", "ssd_cin_episodes.cine_referral_id"),
    ("ext_supervision.professional_id", "ssd_professionals.prof_professional_id"),
    ("ext_post.team", "ssd_department.dept_team_id"),
    ("ssd_department.dept_team_parent_id", "ssd_department.dept_team_id"),
    ("ext_family_outcome.family_id", "ssd_family.fami_family_id"),
    ("ext_front_door_decision.contact_id", "ssd_contacts.cont_contact_id"),
    ("ssd_ehcp_requests.ehcr_send_table_id", "ssd_send.send_table_id"),
    ("ssd_ehcp_assessment.ehca_ehcp_request_id", "ssd_ehcp_requests.ehcr_ehcp_request_id"),
    ("ssd_ehcp_named_plan.ehcn_ehcp_asmt_id", "ssd_ehcp_assessment.ehca_ehcp_assessment_id"),
]
ORDERS = [
    ("ssd_cin_episodes", "cine_referral_date", "cine_close_date"),
    ("ssd_cin_assessments", "cina_assessment_start_date", "cina_assessment_auth_date"),
    ("ssd_cin_plans", "cinp_cin_plan_start_date", "cinp_cin_plan_end_date"),
    ("ssd_s47_enquiry", "s47e_s47_start_date", "s47e_s47_end_date"),
    ("ssd_cp_plans", "cppl_cp_plan_start_date", "cppl_cp_plan_end_date"),
    ("ssd_cla_episodes", "clae_cla_episode_start_date", "clae_cla_episode_ceased_date"),
    ("ssd_cla_placement", "clap_cla_placement_start_date", "clap_cla_placement_end_date"),
    ("ssd_legal_status", "lega_legal_status_start_date", "lega_legal_status_end_date"),
    ("ssd_missing", "miss_missing_episode_start_date", "miss_missing_episode_end_date"),
    ("ssd_involvements", "invo_involvement_start_date", "invo_involvement_end_date"),
    ("ssd_permanence", "perm_placement_order_date", "perm_placed_for_adoption_date"),
    ("ssd_permanence", "perm_matched_date", "perm_placed_for_adoption_date"),
    ("ssd_permanence", "perm_placed_for_adoption_date", "perm_permanence_order_date"),
    ("ext_front_door_decision", "received_at", "decided_at"),
    ("ext_proceedings", "issue_date", "final_order_date"),
    ("ext_return_interview", "returned_at", "completed_at"),
    ("ext_post", "start_date", "end_date"),
]
AHEAD = {
    "icpc_icpc_target_date",
    "cppr_cp_review_due",
    "clar_cla_review_due_date",
    "planned_final_hearing_date",
    "pers_expected_dob",
}


@pytest.fixture(scope="module")
def con(clean: Path) -> duckdb.DuckDBPyConnection:
    return connect(clean)


def count(con: duckdb.DuckDBPyConnection, query: str) -> int:
    found = con.execute(query).fetchone()
    assert found is not None
    return int(found[0])


@pytest.mark.parametrize(("link", "to"), LINKS)
def test_every_link_leads_to_a_row(con: duckdb.DuckDBPyConnection, link: str, to: str) -> None:
    (table, column), (other, key) = link.split("."), to.split(".")
    assert count(con, f"select count({column}) from {table}") > 0
    lost = f"select count(*) from {table} where {column} is not null and {column} not in (select {key} from {other})"
    assert count(con, lost) == 0


@pytest.mark.parametrize(("table", "first", "then"), ORDERS)
def test_dates_are_in_order(con: duckdb.DuckDBPyConnection, table: str, first: str, then: str) -> None:
    assert count(con, f"select count(*) from {table} where {then} >= {first}") > 0
    assert count(con, f"select count(*) from {table} where {then} < {first}") == 0


def test_keys_occur_once(con: duckdb.DuckDBPyConnection) -> None:
    written = {row[0] for row in con.execute("select table_name from duckdb_tables()").fetchall()}
    twice = [
        name
        for name, table in TABLES.items()
        if name in written and table.key
        if count(con, f"select count(*) - count(distinct {table.key}) from {name}")
    ]
    assert twice == []


def test_nothing_is_known_that_lies_ahead(con: duckdb.DuckDBPyConnection) -> None:
    columns = con.execute(
        "select table_name, column_name from duckdb_columns()"
        " where data_type in ('DATE', 'TIMESTAMP_S', 'TIMESTAMP_MS')"
    ).fetchall()
    assert len(columns) > 80
    early = [
        f"{table}.{column}"
        for table, column in columns
        if column not in AHEAD and count(con, f"select count(*) from {table} where {column} >= date '2026-04-01'")
    ]
    assert early == []


def test_episodes_of_a_period_of_care_follow_one_another_without_gaps(con: duckdb.DuckDBPyConnection) -> None:
    gaps = """
        select count(*) from (
            select clae_cla_episode_ceased_date as ended, clae_cla_episode_ceased_reason as reason,
                lead(clae_cla_episode_start_date) over w as onward, lead(clae_cla_episode_start_reason) over w as why
            from ssd_cla_episodes
            window w as (partition by clae_cla_id order by clae_cla_episode_start_date,
                coalesce(clae_cla_episode_ceased_date, date '9999-01-01')))
        where onward is not null and (ended is distinct from onward or reason <> 'X1' or why = 'S')
            or onward is null and coalesce(reason, '') = 'X1'"""
    assert count(con, gaps) == 0
    entered = "select count(*) from ssd_cla_episodes where clae_cla_episode_start_reason = 'S'"
    assert count(con, entered) == count(con, "select count(distinct clae_cla_id) from ssd_cla_episodes")


def test_legal_statuses_cover_every_day_of_care(con: duckdb.DuckDBPyConnection) -> None:
    uncovered = """
        select count(*) from ssd_cla_episodes e where not exists (
            select 1 from ssd_legal_status where lega_person_id = e.clae_person_id
            and lega_legal_status_start_date <= e.clae_cla_episode_start_date
            and coalesce(lega_legal_status_end_date, date '9999-01-01') >=
                coalesce(e.clae_cla_episode_ceased_date, date '9998-01-01'))"""
    assert count(con, uncovered) == 0
    kinds = {row[0] for row in con.execute("select distinct lega_legal_status from ssd_legal_status").fetchall()}
    assert kinds >= {"C1", "C2", "E1", "V2", "V3", "V4"}


def test_a_child_is_in_one_period_of_care_and_on_one_plan_at_a_time(con: duckdb.DuckDBPyConnection) -> None:
    for person, begun, ended, table, own in (
        ("clae_person_id", "clae_cla_episode_start_date", "clae_cla_episode_ceased_date", "ssd_cla_episodes", ""),
        ("cppl_person_id", "cppl_cp_plan_start_date", "cppl_cp_plan_end_date", "ssd_cp_plans", ""),
    ):
        overlapping = f"""select count(*) from (select {ended} as ended, lead({begun}) over (
            partition by {person} order by {begun}, coalesce({ended}, date '9999-01-01')) as onward from {table}) {own}
            where coalesce(ended, date '9999-01-01') > onward"""
        assert count(con, overlapping) == 0


def test_nobody_is_looked_after_at_18_or_before_birth(con: duckdb.DuckDBPyConnection) -> None:
    wrong = """select count(*) from ssd_cla_episodes join ssd_person on pers_person_id = clae_person_id
        where clae_cla_episode_start_date < pers_dob
        or coalesce(clae_cla_episode_ceased_date, date '2026-03-31') > pers_dob + interval 18 year"""
    assert count(con, wrong) == 0
