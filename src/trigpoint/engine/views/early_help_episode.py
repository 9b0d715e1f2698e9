"""Builds `cases.EarlyHelpEpisode`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.early_help import episodes
from trigpoint.engine.people import with_person
from trigpoint.engine.records import Records, as_flag, plain, present

_CHILD = ("authority", "child")
_STEP_UP = ("step up", "step-up", "stepped up", "stepped-up")


def build(records: Records) -> ir.Table:
    """One row per early help episode."""
    table = _with_referral(records, _with_step_down(records, episodes(records)))
    said = table.end_reason.lower()
    is_step_up = ibis.or_(*(said.contains(words) for words in _STEP_UP))
    table = table.mutate(
        is_ended_by_step_up=ibis.cases((said.isnull(), ibis.null("int64")), else_=as_flag(is_step_up)),
        dated_on=ibis.coalesce(table.started_on, table.ended_on),
    )
    return with_person(records, table, "dated_on")


def _with_step_down(records: Records, table: ir.Table) -> ir.Table:
    """Whether, and from what, an episode was stepped down; of several stages the smallest."""
    raw = records.table("ext_early_help_step_down")
    known = raw.stepped_down_on.isnull() | (raw.stepped_down_on <= records.as_at)
    raw = raw.filter(present(raw.episode_id) & known)
    found = raw.group_by(authority=raw.authority, id=raw.episode_id).agg(
        stepped_down_from=raw.stepped_down_from.strip().lower().nullif("").min(), rows=raw.count()
    )
    joined = table.left_join(found, ["authority", "id"]).pipe(plain)
    return joined.mutate(is_step_down=as_flag(joined.rows > 0)).drop("rows")


def _with_referral(records: Records, table: ir.Table) -> ir.Table:
    """The child's first referral on the day the episode ended or later."""
    raw = records.table("ssd_cin_episodes")
    raw = raw.filter(present(raw.cine_person_id) & (raw.cine_referral_date <= records.as_at))
    referrals = raw.select(authority="authority", child="cine_person_id", on="cine_referral_date")
    ends = table.filter(table.ended_on.notnull()).select(*_CHILD, "ended_on").distinct()
    pairs = ends.join(referrals, list(_CHILD))
    pairs = pairs.filter(pairs["on"] >= pairs.ended_on)
    first = pairs.group_by(*_CHILD, "ended_on").agg(referred_on=pairs["on"].min())
    joined = table.left_join(first, [*_CHILD, "ended_on"]).pipe(plain)
    return joined.mutate(referral_limit_on=(joined.ended_on + ibis.interval(days=28)).cast("date"))
