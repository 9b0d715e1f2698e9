"""Health, offending and strengths and difficulties of looked-after children."""

from trigpoint.records.table import Table, date, integer, text


class ClaConvictions(Table, name="ssd_cla_convictions"):
    """A conviction or caution."""

    clac_cla_conviction_id = text(key=True)
    clac_person_id = text()
    clac_cla_conviction_date = date()
    clac_cla_conviction_offence = text()


class ClaHealth(Table, name="ssd_cla_health"):
    """A health or dental check: type, date and status."""

    clah_health_check_id = text(key=True)
    clah_person_id = text()
    clah_health_check_type = text()
    clah_health_check_date = date()
    clah_health_check_status = text()


class ClaImmunisations(Table, name="ssd_cla_immunisations"):
    """Whether immunisations are up to date."""

    clai_person_id = text()
    clai_immunisations_status = text()
    clai_immunisations_status_date = date()


class ClaSubstanceMisuse(Table, name="ssd_cla_substance_misuse"):
    """Substance misuse identified."""

    clas_substance_misuse_id = text(key=True)
    clas_person_id = text()
    clas_substance_misuse_date = date()
    clas_substance_misused = text()
    clas_intervention_received = text()


class SdqScores(Table, name="ssd_sdq_scores"):
    """A strengths and difficulties score."""

    csdq_table_id = text(key=True)
    csdq_person_id = text()
    csdq_sdq_completed_date = date()
    csdq_sdq_score = integer()
    csdq_sdq_reason = text()
