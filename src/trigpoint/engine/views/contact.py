"""Builds `cases.Contact`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.families import with_family
from trigpoint.engine.front_door import DECIDED, decisions, source_group, with_limits
from trigpoint.engine.people import with_person
from trigpoint.engine.records import Records, as_flag, is_yes, plain, present

_CHILD = ("authority", "child")
_OUTCOMES = (
    "new_referral",
    "existing_referral",
    "cp_enquiry",
    "nfa",
    "non_agency_adoption",
    "private_fostering",
    "advice",
    "missing",
    "ola_cp",
    "other_outcomes_exist",
)


def build(records: Records) -> ir.Table:
    """One row per child in a contact."""
    table = _marked(_found(records))
    table = table.mutate(source=source_group(table.source_code))
    if records.wants("contact"):
        table = _with_siblings(records, table)
    if records.wants("referred_on", "referral_limit_on"):
        table = _with_referral(records, table)
    if records.wants(*DECIDED):
        decided = decisions(records, "contact_id").rename(id="contact_id")
        table = table.left_join(decided, ["authority", "id"]).pipe(plain)
        table = with_limits(records, table, "contacted_on")
    return with_person(records, table, "contacted_on")


def _found(records: Records) -> ir.Table:
    raw = records.table("ssd_contacts")
    raw = raw.filter(present(raw.cont_person_id) & (raw.cont_contact_date <= records.as_at))
    flags = [raw[f"cont_contact_outcome_{name}_flag"] for name in _OUTCOMES]
    has_outcome = ibis.or_(*(present(flag) for flag in flags))
    return raw.select(
        authority=raw.authority,
        child=raw.cont_person_id,
        id=raw.cont_contact_id,
        contacted_on=raw.cont_contact_date,
        source_code=raw.cont_contact_source_code.strip().fill_null(""),
        is_new_referral=ibis.cases((has_outcome, is_yes(flags[0].fill_null(""))), else_=ibis.null("int64")),
        is_on_open_case=is_yes(flags[1].fill_null("")),
    )


def _marked(found: ir.Table) -> ir.Table:
    """Of contacts with one child, date and source all but the first by id are duplicates; most have no like."""
    same = [*_CHILD, "contacted_on", "source_code"]
    counts = found.group_by(*same).agg(n=found.count())
    several = counts.filter(counts.n > 1).select(*same)
    alone = found.anti_join(several, same).mutate(is_duplicate=ibis.literal(0, "int64"))
    more = found.semi_join(several, same)
    place = ibis.row_number().over(ibis.window(group_by=same, order_by="id"))
    return ibis.union(alone, more.mutate(is_duplicate=ibis.cases((place > 0, 1), else_=0).cast("int64")))


def _with_siblings(records: Records, table: ir.Table) -> ir.Table:
    """Contacts of one family on one day from one source are one, named by the smallest id."""
    table = with_family(records, table)
    together = ibis.window(group_by=["authority", "family", "contacted_on", "source_code"])
    return table.mutate(contact=table.id.min().over(together)).drop("family")


def _with_referral(records: Records, table: ir.Table) -> ir.Table:
    """The child's first referral on the day of the contact or later."""
    raw = records.table("ssd_cin_episodes")
    raw = raw.filter(present(raw.cine_person_id) & (raw.cine_referral_date <= records.as_at))
    day = raw.cine_referral_date
    referrals = raw.select(authority="authority", child="cine_person_id", on=day, referred_on=day)
    asked = table.select(*_CHILD, on="contacted_on").distinct().mutate(referred_on=ibis.null("date"))
    line = ibis.union(referrals, asked)
    line = line.mutate(is_referral=as_flag(line.referred_on.notnull()))
    ahead = ibis.window(group_by=_CHILD, order_by=["on", "is_referral"], preceding=0, following=None)
    line = line.mutate(next_on=line.referred_on.min().over(ahead))
    first = line.filter(line.is_referral == 0).select(*_CHILD, contacted_on="on", referred_on="next_on")
    joined = table.left_join(first, [*_CHILD, "contacted_on"]).pipe(plain)
    return joined.mutate(referral_limit_on=(joined.contacted_on + ibis.interval(days=3)).cast("date"))
