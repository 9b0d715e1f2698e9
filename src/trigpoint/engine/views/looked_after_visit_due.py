"""Builds `cases.LookedAfterVisitDue`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.care import CHILD, is_uasc_on
from trigpoint.engine.care_visits import SPOT, homes, spots, visit_gaps
from trigpoint.engine.involvements import with_team_on
from trigpoint.engine.people import with_person
from trigpoint.engine.records import Records, plain
from trigpoint.engine.visits import due_windows


def build(records: Records) -> ir.Table:
    """One row per visit due."""
    table = due_windows(records.shared("care_visit_gaps", visit_gaps))
    begun = records.shared("spots", spots).select(*SPOT, place="first_place")
    ids = records.shared("homes", homes).select(*CHILD, "place", "id")
    begun = begun.join(ids, [*CHILD, "place"]).pipe(plain).drop("place")
    table = table.left_join(begun, list(SPOT)).pipe(plain)
    table = table.mutate(id=table.id + ibis.literal(":") + (table.number + 1).cast("string"))
    table = is_uasc_on(records, table, (*SPOT, "number"), "limit_on", "is_uasc")
    return with_team_on(records, with_person(records, table, "limit_on"), "limit_on")
