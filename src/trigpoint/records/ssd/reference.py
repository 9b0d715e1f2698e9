"""Dates, cohort, teams, professionals and who worked with whom."""

from trigpoint.records.table import Table, date, integer, scaled, text


class DimDate(Table, name="ssd_dim_date"):
    """The calendar as the case system keeps it; Trigpoint uses its own."""

    date_key = integer()
    full_date = date()
    calendar_year = integer()
    calendar_quarter = integer()
    month_number = integer()
    day_of_month = integer()
    iso_year = integer()
    iso_week = integer()
    day_of_week_monday1 = integer()
    is_weekend = integer()
    month_start_date = date()
    month_end_date = date()
    quarter_start_date = date()
    quarter_end_date = date()
    year_start_date = date()
    year_end_date = date()
    fiscal_year_start_year = integer()
    fiscal_year_label = text()
    fiscal_year_start_date = date()
    fiscal_year_end_date = date()
    fiscal_quarter = integer()
    fiscal_quarter_start_date = date()
    fiscal_quarter_end_date = date()


class Cohort(Table, name="ssd_cohort"):
    """Which extract brought a child into the dataset."""

    dim_person_id = text()
    legacy_id = text()
    has_contact = integer()
    has_referral = integer()
    has_903 = integer()
    is_care_leaver = integer()
    has_eligibility = integer()
    has_client_flag = integer()
    has_involvement = integer()
    first_activity_dttm = date()
    last_activity_dttm = date()


class Department(Table, name="ssd_department"):
    """A team, and the service it belongs to."""

    dept_team_id = text(key=True)
    dept_team_name = text()
    dept_team_parent_id = text()
    dept_team_parent_name = text()


class Professionals(Table, name="ssd_professionals"):
    """A worker."""

    prof_professional_id = text(key=True)
    prof_staff_id = text()
    prof_professional_name = text()
    prof_social_worker_registration_no = text()
    prof_agency_worker_flag = text()
    prof_professional_job_title = text()
    prof_professional_caseload = integer()
    prof_professional_department = text()
    prof_full_time_equivalency = scaled(100, note="full-time equivalent; stored in hundredths")


class Involvements(Table, name="ssd_involvements"):
    """A spell in which a worker was involved with a child."""

    invo_involvements_id = text(key=True)
    invo_professional_id = text()
    invo_professional_role_id = text()
    invo_professional_team = text()
    invo_person_id = text()
    invo_involvement_start_date = date()
    invo_involvement_end_date = date()
    invo_worker_change_reason = text()
    invo_referral_id = text()


class LinkedIdentifiers(Table, name="ssd_linked_identifiers"):
    """Other identifiers of a child, with the dates they held."""

    link_table_id = text(key=True)
    link_person_id = text()
    link_identifier_type = text()
    link_identifier_value = text()
    link_valid_from_date = date()
    link_valid_to_date = date()
