"""Builds `cases.ReviewedChild`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.care import CHILD
from trigpoint.engine.looked_after import uasc_line
from trigpoint.engine.participation import SPANS, participation_line, said, with_participation
from trigpoint.engine.people import people
from trigpoint.engine.records import Records, plain
from trigpoint.engine.spells import breakdown_lines, with_breakdowns
from trigpoint.engine.together import overlay
from trigpoint.engine.views.review_meeting import held


def build(records: Records) -> ir.Table:
    """One row per child and the months in which everything about it stayed as it was."""
    reviews = with_participation(records, held(records))
    reviews = reviews.filter(
        reviews.limit_on.notnull() & (reviews.is_4_or_over.fill_null(1) == 1) & (reviews.is_code_for_under_4 == 0)
    )
    base = participation_line(reviews.cache())
    base = base.filter(ibis.or_(*(base[f"said{span}"] > 0 for span in SPANS))).cache()
    lines = [records.shared("uasc_line", uasc_line), *breakdown_lines(records, base)]
    table = overlay(base, lines, CHILD)
    who = records.shared("people", people).select(*CHILD, "born_on")
    table = table.left_join(who, list(CHILD)).pipe(plain)
    table = table.mutate(**said(table))
    is_4 = ibis.cases((table.born_on.notnull(), 1), else_=ibis.null("int64"))
    table = table.mutate(id=table.child, is_uasc=table.is_uasc.fill_null(0), is_4_or_over=is_4.cast("int64"))
    return with_breakdowns(records, table)
