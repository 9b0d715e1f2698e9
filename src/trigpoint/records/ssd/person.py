"""The child: identity, family, address, disability, immigration status."""

from trigpoint.records.table import Table, date, json, text


class Person(Table, name="ssd_person"):
    """A child or young person, or the mother of one."""

    pers_legacy_id = text()
    pers_person_id = text(key=True)
    pers_upn = text()
    pers_forename = text()
    pers_surname = text()
    pers_sex = text(codes="SEX")
    pers_gender = text()
    pers_ethnicity = text(codes="ETHNIC")
    pers_dob = date()
    pers_single_unique_id = text()
    pers_upn_unknown = text()
    pers_send_flag = text()
    pers_expected_dob = date()
    pers_death_date = date()
    pers_is_mother = text()
    pers_nationality = text()


class Family(Table, name="ssd_family"):
    """Membership of a family."""

    fami_table_id = text(key=True)
    fami_family_id = text()
    fami_person_id = text()


class Address(Table, name="ssd_address"):
    """Where a child lived, and when."""

    addr_table_id = text(key=True)
    addr_person_id = text()
    addr_address_type = text()
    addr_address_start_date = date()
    addr_address_end_date = date()
    addr_address_postcode = text()
    addr_address_json = json(
        "ROOM",
        "FLAT",
        "HOUSE",
        "BUILDING",
        "STREET",
        "TOWN",
        "UPRN",
        "EASTING",
        "NORTHING",
    )


class Disability(Table, name="ssd_disability"):
    """A recorded disability."""

    disa_table_id = text(key=True)
    disa_person_id = text()
    disa_disability_code = text(codes="DISABILITY")


class ImmigrationStatus(Table, name="ssd_immigration_status"):
    """An immigration status with its dates; unaccompanied asylum-seeking children are found here."""

    immi_immigration_status_id = text(key=True)
    immi_person_id = text()
    immi_immigration_status_start_date = date()
    immi_immigration_status_end_date = date()
    immi_immigration_status = text()


class Mother(Table, name="ssd_mother"):
    """A mother and her child."""

    moth_table_id = text(key=True)
    moth_person_id = text()
    moth_childs_person_id = text()
    moth_childs_dob = date()
