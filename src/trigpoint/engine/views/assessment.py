"""Builds `cases.Assessment`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.people import with_person, with_team
from trigpoint.engine.records import Records, as_flag, is_yes, plain, present


def assessments(records: Records) -> ir.Table:
    """Every assessment known on the as-at date, with its child, referral and team."""
    raw = records.table("ssd_cin_assessments")
    raw = raw.filter(present(raw.cina_person_id))
    return raw.select(
        authority=raw.authority,
        child=raw.cina_person_id,
        id=raw.cina_assessment_id,
        referral=raw.cina_referral_id,
        started_on=raw.cina_assessment_start_date,
        authorised_on=records.known(raw.cina_assessment_auth_date),
        team_id=raw.cina_assessment_team,
        seen=raw.cina_assessment_child_seen,
        services=raw.cina_assessment_outcome_prov_of_services_flag,
    )


def unborn_on(records: Records, table: ir.Table, day: str) -> ir.Table:
    """The table with `is_unborn`: the child's birth, or while none is recorded the expected one, lies after a day."""
    person = records.table("ssd_person")
    person = person.filter(present(person.pers_person_id))
    births = person.group_by(authority=person.authority, child=person.pers_person_id).agg(
        _born=ibis.coalesce(person.pers_dob.min(), person.pers_expected_dob.min())
    )
    joined = table.left_join(births, ["authority", "child"]).pipe(plain)
    return joined.mutate(is_unborn=as_flag(joined["_born"] > joined[day])).drop("_born")


def referral_lookup(records: Records) -> ir.Table:
    """One row per referral id: when it was made, and closed if every row with the id says so."""
    raw = records.table("ssd_cin_episodes")
    known = raw.cine_referral_date.isnull() | (raw.cine_referral_date <= records.as_at)
    raw = raw.filter(present(raw.cine_referral_id) & present(raw.cine_person_id) & known)
    closed = records.known(raw.cine_close_date)
    one = raw.group_by(authority=raw.authority, referral=raw.cine_referral_id).agg(
        referral_on=raw.cine_referral_date.min(), closed_on=closed.max(), still_open=as_flag(closed.isnull()).max()
    )
    return one.mutate(
        closed_on=ibis.cases((one.still_open == 0, one.closed_on), else_=ibis.null("date")),
    ).drop("still_open")


def build(records: Records) -> ir.Table:
    """One row per assessment authorised."""
    table = assessments(records)
    if records.extras:
        table = with_referral_clock(records, table)
    table = table.filter(table.authorised_on.notnull())
    days = [day for day in ("started_on", "authorised_on", "referred_on") if day in table.columns]
    for day in days:
        table = records.working_day_number(table, day, f"{day}_number")
    table = table.mutate(
        working_days=table.authorised_on_number - table.started_on_number,
        authorised_before_start=as_flag(table.authorised_on < table.started_on),
    )
    if not records.extras:
        return table
    table = table.mutate(
        working_days_from_referral=table.authorised_on_number - table.referred_on_number,
        authorised_before_referral=as_flag(table.authorised_on < table.referred_on),
        child_seen=ibis.cases((present(table.seen), is_yes(table.seen)), else_=ibis.null("int64")),
    )
    table = unborn_on(records, table, "authorised_on") if records.wants("is_unborn") else table
    return with_team(records, with_person(records, table, "authorised_on"), "team_id")


def with_referral_clock(records: Records, table: ir.Table) -> ir.Table:
    """N13: the first assessment of a child under a referral runs from the referral, every other from its own start.

    Rows of one id and start are one assessment told twice: where it is the first, each of them is.
    """
    first = ibis.window(
        group_by=["authority", "child", "referral"], order_by=[table.started_on.isnull(), "started_on", "id"]
    )
    table = table.mutate(_place=ibis.rank().over(first))
    known = referral_lookup(records)
    joined = table.left_join(known, ["authority", "referral"])
    runs_from_referral = (joined["_place"] == 0) & joined.referral_on.notnull()
    return (
        joined.mutate(referred_on=ibis.cases((runs_from_referral, joined.referral_on), else_=joined.started_on))
        .pipe(plain)
        .drop("referral_on", "closed_on", "_place")
    )
