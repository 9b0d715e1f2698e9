"""Children looked after at each month's end, as both views of them read it."""

from collections.abc import Sequence

import ibis
import ibis.expr.types as ir

from trigpoint.engine.care import CHILD, PERIOD, episodes, kept, periods, uasc_spells
from trigpoint.engine.months import month_on, open_end
from trigpoint.engine.records import Records, plain, present
from trigpoint.engine.spells import breakdown_lines, with_breakdowns
from trigpoint.engine.states import islands, timeline
from trigpoint.engine.together import overlay


def in_care(records: Records) -> ir.Table:
    """A line per child: the episode that stands at each month's end, a kept one first, then the latest begun (N12)."""
    every = records.shared("episodes", episodes)
    numbered = records.shared("kept", kept).select(*CHILD, "place", "period")
    every = every.left_join(numbered, [*CHILD, "place"]).pipe(plain)
    every = every.filter(every.from_month < every.to_month)
    facts = ("is_dropped", "period", "type", "started_on", "id", "place")
    spells = every.select(*CHILD, "from_month", "to_month", *facts)
    best = ["is_dropped", ibis.desc("started_on"), ibis.desc("id"), ibis.desc("place")]
    line = timeline(spells, CHILD, best, ["is_dropped", "period", "type"])
    return line.rename(placement_type="type", is_short_term_series="is_dropped")


def uasc_line(records: Records) -> ir.Table:
    """Months in which the child was an unaccompanied asylum seeker: `is_uasc` is 1."""
    spells = records.shared("uasc", uasc_spells)
    spells = spells.select(
        *CHILD, from_month=month_on(spells.began, records.as_at), to_month=month_on(spells.ended, records.as_at)
    )
    return islands(spells, CHILD).mutate(is_uasc=ibis.literal(1, "int64"))


def legal_line(records: Records) -> ir.Table:
    """The legal status at each month's end: of several the one that began last."""
    raw = records.table("ssd_legal_status")
    raw = raw.filter(
        present(raw.lega_person_id)
        & present(raw.lega_legal_status)
        & (raw.lega_legal_status_start_date <= records.as_at)
    )
    spells = raw.select(
        authority=raw.authority,
        child=raw.lega_person_id,
        legal_status=raw.lega_legal_status.strip(),
        began=raw.lega_legal_status_start_date,
        from_month=month_on(raw.lega_legal_status_start_date, records.as_at),
        to_month=open_end(records.known(raw.lega_legal_status_end_date), records.as_at),
    )
    spells = spells.filter(spells.from_month < spells.to_month)
    return timeline(spells, CHILD, [ibis.desc("began"), "legal_status"], ["legal_status"])


def looked_after(records: Records, more: Sequence[ir.Table]) -> ir.Table:
    """Looked-after children with what every view of them shares, laid over further lines keyed by child."""
    base = records.shared("in_care", in_care)
    lines = [*more]
    if uasc := [name for name in ("is_uasc",) if records.wants(name)]:
        lines.append(records.shared("uasc_line", uasc_line))
    if records.wants("legal_status"):
        lines.append(records.shared("legal_line", legal_line))
    lines += breakdown_lines(records, base)
    table = overlay(base, lines, CHILD)
    entered = records.shared("periods", periods).select(*PERIOD, "entered_on")
    table = table.left_join(entered, list(PERIOD)).pipe(plain)
    table = table.mutate(id=table.child, **{name: table[name].fill_null(0) for name in uasc})
    return with_breakdowns(records, table)
