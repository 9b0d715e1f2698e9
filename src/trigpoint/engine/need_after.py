"""What became of the episodes of need that were open when a plan or a period of care ended."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.care import CHILD
from trigpoint.engine.months import add_months, birthday
from trigpoint.engine.need import care_spells, episodes_of_need
from trigpoint.engine.people import people
from trigpoint.engine.records import Records, as_flag, plain, present

_END = (*CHILD, "ended_on")


def follow_up(records: Records, table: ir.Table) -> ir.Table:
    """The table, which has `authority, child, ended_on`, with the columns of `cases.FollowUp`."""
    table = table.mutate(limit_on=add_months(table.ended_on, 6)).cache()
    ends = table.select(*_END, "limit_on").distinct().cache()
    table = table.left_join(_closures(records, ends), list(_END)).pipe(plain)
    table = table.left_join(_in_care(records, ends), list(_END)).pipe(plain)
    table = table.left_join(_lives(records), list(CHILD)).pipe(plain)
    by = table.limit_on
    return table.mutate(
        had_episode=as_flag(table.episodes > 0),
        became_looked_after=as_flag(table.was_in_care == 1),
        was_adopted=as_flag(table.adopted == 1),
        moved_away=as_flag(table.moved == 1),
        has_died=as_flag((table.died_on <= by).fill_null(False) | (table.died == 1).fill_null(False)),
        turned_18=as_flag(table.of_age_on <= by),
    )


def _closures(records: Records, ends: ir.Table) -> ir.Table:
    """For each end: the episodes of need open on the day, and when the last of them closed; empty while any is open."""
    need = episodes_of_need(records)
    need = need.filter(need.is_no_further_action == 0).select(*CHILD, "referred_on", "closed_on", "close_reason")
    pairs = ends.join(need, list(CHILD)).pipe(plain)
    began = pairs.referred_on.isnull() | (pairs.referred_on <= pairs.ended_on)
    pairs = pairs.filter(began & (pairs.closed_on.isnull() | (pairs.closed_on >= pairs.ended_on)))
    in_time = (pairs.closed_on <= pairs.limit_on).fill_null(False)
    reasons = {"adopted": "RC1", "died": "RC2", "moved": "RC5"}
    found = pairs.group_by(*_END).agg(
        episodes=pairs.count(),
        still_open=as_flag(pairs.closed_on.isnull()).max(),
        last_on=pairs.closed_on.max(),
        **{name: as_flag(in_time & (pairs.close_reason == code)).max() for name, code in reasons.items()},
    )
    closed = ibis.cases((found.still_open == 0, found.last_on), else_=ibis.null("date"))
    return found.mutate(closed_on=closed).drop("still_open", "last_on")


def _in_care(records: Records, ends: ir.Table) -> ir.Table:
    """Ends after which the child was looked after at any time up to the limit."""
    spells = care_spells(records).rename(began="started_on", left="ended_on")
    pairs = ends.join(spells, list(CHILD)).pipe(plain)
    pairs = pairs.filter((pairs.began <= pairs.limit_on) & (pairs.left.isnull() | (pairs.left > pairs.ended_on)))
    return pairs.select(*_END).distinct().mutate(was_in_care=ibis.literal(1, "int64"))


def _lives(records: Records) -> ir.Table:
    """Each child's 18th birthday and day of death."""
    person = records.table("ssd_person")
    person = person.filter(present(person.pers_person_id) & (person.pers_death_date <= records.as_at))
    deaths = person.group_by(authority=person.authority, child=person.pers_person_id).agg(
        died_on=person.pers_death_date.min()
    )
    who = records.shared("people", people)
    who = who.select(*CHILD, of_age_on=birthday(who.born_on, 18))
    return who.left_join(deaths, list(CHILD)).pipe(plain)
