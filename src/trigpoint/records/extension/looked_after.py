"""What the standard lacks about looked-after children and care leavers."""

from trigpoint.records.table import Table, date, moment, text


class HealthRequest(Table, name="ext_health_request"):
    """A request for an initial health assessment."""

    request_id = text(key=True)
    person_id = text(required=True)
    requested_at = moment(required=True, note="initial health assessment requested")
    assessed_by = text(note="paediatrician | nurse | gp | other; empty while not assessed")


class HealthPassport(Table, name="ext_health_passport"):
    """A health history issued to a young person."""

    person_id = text(required=True)
    issued_on = date(required=True, note="health history issued")


class Proceedings(Table, name="ext_proceedings"):
    """Care proceedings of one child."""

    proceedings_id = text(key=True, note="one row per child per set of proceedings")
    person_id = text(required=True)
    family_id = text()
    issue_date = date(required=True)
    planned_final_hearing_date = date()
    final_order_date = date()


class ReturnInterview(Table, name="ext_return_interview"):
    """A return interview after a missing episode."""

    missing_table_id = text(required=True, note="ssd_missing.miss_table_id")
    returned_at = moment()
    refused = text(note="Y or N")
    completed_at = moment(note="empty when not completed")


class PersonalEducationPlan(Table, name="ext_personal_education_plan"):
    """A personal education plan."""

    pep_id = text(key=True)
    person_id = text(required=True)
    pep_date = date(required=True)


class CareLeaverBirthday(Table, name="ext_care_leaver_birthday"):
    """A care leaver at a birthday: the OC3 record."""

    person_id = text(required=True, note="one row per former relevant young person per birthday (the OC3 record)")
    birthday_on = date(required=True)
    in_touch = text(codes="IN_TOUCH", note="YES | NO | DIED | REFU | NREQ | RHOM")
    accommodation = text(codes="ACCOM", note="SSDA903 accommodation code")
    suitable = text(note="1 | 2")
    activity = text(codes="ACTIV", note="SSDA903 activity code")


class PlacementLocation(Table, name="ext_placement_location"):
    """Whether a placement lies inside the authority."""

    placement_id = text(required=True, note="ssd_cla_placement.clap_cla_placement_id")
    inside_boundary = text(note="Y or N")


class DeprivationOfLiberty(Table, name="ext_deprivation_of_liberty"):
    """A deprivation of liberty order."""

    order_id = text(key=True)
    person_id = text(required=True)
    start_date = date(required=True)
    end_date = date()
