"""Builds `cases.AssessmentFactor`."""

import ibis.expr.types as ir

from trigpoint.engine.people import with_person, with_team
from trigpoint.engine.records import Records, as_flag, plain, present
from trigpoint.engine.views.assessment import assessments

NO_FACTOR = "21"


def build(records: Records) -> ir.Table:
    """One row per assessment authorised and factor identified in it."""
    table = authorised(records).join(factors(records), ["authority", "id"]).pipe(plain)
    table = table.mutate(is_no_factor=as_flag(table.factor == NO_FACTOR))
    return with_team(records, with_person(records, table, "authorised_on"), "team_id")


def authorised(records: Records) -> ir.Table:
    """Every assessment that was authorised."""
    table = assessments(records)
    return table.filter(table.authorised_on.notnull() & present(table.id))


def factors(records: Records) -> ir.Table:
    """The factors of each assessment, each once: `authority, id, factor`."""
    raw = records.table("ssd_assessment_factors")
    raw = raw.filter(present(raw.cinf_assessment_id) & present(raw.cinf_assessment_factors_factors))
    codes = raw.select(
        "authority", id=raw.cinf_assessment_id, factor=raw.cinf_assessment_factors_factors.split(";").unnest()
    )
    codes = codes.mutate(factor=codes.factor.strip().upper())
    return codes.filter(codes.factor != "").distinct()
