"""What happened to children looked after in the 12 months to each month's end, as lines keyed by child."""

from collections.abc import Mapping

import ibis
import ibis.expr.types as ir

from trigpoint.engine.care import CHILD
from trigpoint.engine.look_back import flag_line
from trigpoint.engine.months import birthday, month_of, month_on, open_end
from trigpoint.engine.people import people
from trigpoint.engine.records import Records, present
from trigpoint.engine.states import islands

_OFFERED = ("offer", "refus", "declin")


def happened(table: ir.Table, records: Records, name: str) -> ir.Table:
    """Months in whose 12 months one of the known days `on` lies: the flag is 1."""
    table = table.filter(present(table.child) & (table.on <= records.as_at))
    spells = table.select(*CHILD, from_month=month_on(table.on, records.as_at), to_month=month_of(table.on) + 12)
    return islands(spells, CHILD).mutate(**{name: ibis.literal(1, "int64")})


def convicted(records: Records) -> ir.Table:
    """`is_convicted`: convicted, cautioned or conditionally cautioned in the 12 months."""
    raw = records.table("ssd_cla_convictions")
    table = raw.select(authority=raw.authority, child=raw.clac_person_id, on=raw.clac_cla_conviction_date)
    return happened(table, records, "is_convicted")


def misused(records: Records) -> Mapping[str, ir.Table]:
    """Substance misuse in the 12 months: identified, with an intervention received, with one offered."""
    raw = records.table("ssd_cla_substance_misuse")
    said = raw.clas_intervention_received.fill_null("").strip().upper()
    received = said.isin(("Y", "YES", "1", "T", "TRUE"))
    offered = received | ibis.or_(*(said.lower().contains(word) for word in _OFFERED))
    table = raw.select(
        authority=raw.authority,
        child=raw.clas_person_id,
        on=raw.clas_substance_misuse_date,
        received=received,
        offered=offered,
    )
    return {
        "has_substance_misuse": happened(table, records, "has_substance_misuse"),
        "has_received_intervention": happened(table.filter(table.received), records, "has_received_intervention"),
        "has_been_offered_intervention": happened(
            table.filter(table.offered), records, "has_been_offered_intervention"
        ),
    }


def deprived_of_liberty(records: Records) -> ir.Table:
    """`is_deprived_of_liberty`: months at whose end an order to deprive the child of liberty is open."""
    raw = records.table("ext_deprivation_of_liberty")
    raw = raw.filter(present(raw.person_id) & (raw.start_date <= records.as_at))
    spells = raw.select(
        authority=raw.authority,
        child=raw.person_id,
        from_month=month_on(raw.start_date, records.as_at),
        to_month=open_end(records.known(raw.end_date), records.as_at),
    )
    return islands(spells, CHILD).mutate(is_deprived_of_liberty=ibis.literal(1, "int64"))


def planned_this_term(records: Records) -> ir.Table:
    """`has_education_plan`: from a personal education plan to the end of its term.

    Terms begin in September, January and April.
    """
    raw = records.table("ext_personal_education_plan")
    raw = raw.filter(present(raw.person_id) & (raw.pep_date <= records.as_at))
    month = month_of(raw.pep_date)
    january = month - month % 12
    ends = ibis.cases((month % 12 < 3, january + 3), (month % 12 < 8, january + 8), else_=january + 12)
    spells = raw.select(
        authority=raw.authority,
        child=raw.person_id,
        from_month=month_on(raw.pep_date, records.as_at),
        to_month=ends.cast("int64"),
    )
    return islands(spells, CHILD).mutate(has_education_plan=ibis.literal(1, "int64"))


def school_age(records: Records, base: ir.Table) -> ir.Table:
    """`is_of_school_age`: from the 5th birthday to the June of the school year of the 16th; none without a birthday."""
    who = records.shared("people", people)
    who = who.filter(who.born_on.notnull()).semi_join(base, list(CHILD))
    sixteen = month_of(birthday(who.born_on, 16))
    january = sixteen - sixteen % 12
    july = ibis.cases((sixteen % 12 < 8, january + 6), else_=january + 18).cast("int64")
    table = who.mutate(_from=month_on(birthday(who.born_on, 5), records.as_at), _to=july)
    return flag_line(table, "is_of_school_age")
