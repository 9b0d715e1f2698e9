"""The child, its family, addresses, disabilities and immigration statuses as rules see them."""

from trigpoint.quality.record_column import After, Lost, Own
from trigpoint.quality.record_view import RecordView
from trigpoint.records import ssd
from trigpoint.records.ssd import Family


class Person(RecordView, of=ssd.Person, child=ssd.Person.pers_person_id):
    """A child or young person."""

    birth_date = Own(ssd.Person.pers_dob, "Date of birth")
    expected_on = Own(ssd.Person.pers_expected_dob, "Expected date of birth")
    sex = Own(ssd.Person.pers_sex, "Sex")
    ethnicity = Own(ssd.Person.pers_ethnicity, "Ethnicity")


class FamilyMember(RecordView, of=Family, child=Family.fami_person_id):
    """Membership of a family."""

    person_lost = Lost(Family.fami_person_id)


class Address(
    RecordView,
    of=ssd.Address,
    child=ssd.Address.addr_person_id,
    start=ssd.Address.addr_address_start_date,
    end=ssd.Address.addr_address_end_date,
):
    """Where a child lived."""

    person_lost = Lost(ssd.Address.addr_person_id)


class Disability(RecordView, of=ssd.Disability, child=ssd.Disability.disa_person_id):
    """A disability."""

    person_lost = Lost(ssd.Disability.disa_person_id)


class ImmigrationStatus(
    RecordView,
    of=ssd.ImmigrationStatus,
    child=ssd.ImmigrationStatus.immi_person_id,
    start=ssd.ImmigrationStatus.immi_immigration_status_start_date,
    end=ssd.ImmigrationStatus.immi_immigration_status_end_date,
):
    """An immigration status."""

    person_lost = Lost(ssd.ImmigrationStatus.immi_person_id)
    status = Own(ssd.ImmigrationStatus.immi_immigration_status, "Immigration status")
    eighteenth_birthday = After(RecordView.born_on, "18th birthday", years=18)
