"""Builds `cases.AssessmentByFactor`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.people import with_person, with_team
from trigpoint.engine.records import Records, as_flag, plain
from trigpoint.engine.views.assessment_factor import NO_FACTOR, authorised, factors
from trigpoint.records.codes import CODE_SETS


def build(records: Records) -> ir.Table:
    """One row per assessment authorised and factor that the census lists or any assessment has."""
    found = factors(records).cache()
    listed = sorted({code.code for code in CODE_SETS["ASSESSMENT_FACTORS"]})
    every = ibis.union(ibis.memtable({"factor": listed}), found.select("factor"), distinct=True)
    every = every.filter(every.factor != NO_FACTOR)
    any_said = found.select("authority", "id").distinct().mutate(is_said=ibis.literal(1, "int64"))
    table = authorised(records).left_join(any_said, ["authority", "id"]).pipe(plain)
    table = with_team(records, with_person(records, table, "authorised_on"), "team_id").cross_join(every)
    marked = found.mutate(is_found=ibis.literal(1, "int64"))
    table = table.left_join(marked, ["authority", "id", "factor"]).pipe(plain)
    identified = as_flag(table.is_found == 1)
    return table.mutate(is_identified=ibis.cases((table.is_said == 1, identified), else_=ibis.null("int64")))
