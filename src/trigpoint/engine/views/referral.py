"""Builds `cases.Referral`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.front_door import DECIDED, source_group, with_limits
from trigpoint.engine.months import add_months
from trigpoint.engine.people import with_person, with_team
from trigpoint.engine.records import Records, as_flag, plain, present
from trigpoint.engine.referrals import outcomes, together, without_service

_CHILD = ("authority", "child")
_OUTCOME = (
    "previous_without_service",
    "has_assessment",
    "has_initial_assessment",
    "has_completed_assessment",
    "is_closed",
    "close_reason",
    "source",
    *DECIDED,
)


def build(records: Records) -> ir.Table:
    """One row per child and day of referral."""
    found = _found(records)
    referral = _with_previous(_collapsed(found))
    if records.wants("previous_closed_within_12_months"):
        referral = _with_closure(referral, found)
    if records.wants(*_OUTCOME):
        referral = _with_outcome(records, referral)
    return with_team(records, with_person(records, referral, "referred_on"), "team_id")


def _found(records: Records) -> ir.Table:
    raw = records.table("ssd_cin_episodes")
    raw = raw.filter(present(raw.cine_person_id) & (raw.cine_referral_date <= records.as_at))
    return raw.select(
        authority=raw.authority,
        child=raw.cine_person_id,
        id=raw.cine_referral_id,
        referred_on=raw.cine_referral_date,
        nfa=raw.cine_referral_nfa.strip().upper(),
        closed_on=records.known(raw.cine_close_date),
        team_id=raw.cine_referral_team,
    )


def _collapsed(found: ir.Table) -> ir.Table:
    """N1: referrals of one child on one day are one; it ended in no further action only if no row says otherwise.

    Most days have one referral: those are told apart by a count, and only the others are put together.
    """
    found = found.mutate(
        no_further_action=ibis.cases(
            (found.nfa.isin(("N", "NO", "0", "F", "FALSE")), "N"),
            (found.nfa.isin(("Y", "YES", "1", "T", "TRUE")), "Y"),
            else_=ibis.null("string"),
        )
    ).drop("nfa", "closed_on")
    day = [*_CHILD, "referred_on"]
    counts = found.group_by(*day).agg(n=found.count())
    several = counts.filter(counts.n > 1).select(*day)
    columns = [*day, "id", "no_further_action", "team_id"]
    more = found.semi_join(several, day)
    one = more.group_by(*day).agg(
        id=more.id.min(), no_further_action=more.no_further_action.min(), team_id=more.team_id.min()
    )
    return ibis.union(found.anti_join(several, day).select(*columns), one.select(*columns))


def _with_previous(one: ir.Table) -> ir.Table:
    """The referral before decides: no earlier one can lie nearer. Same-day rows are collapsed, so none ties."""
    before = ibis.window(group_by=_CHILD, order_by="referred_on", preceding=(None, 1))
    acted = ibis.cases((one.no_further_action.fill_null("N") != "Y", one.referred_on), else_=ibis.null("date"))
    dated = one.mutate(previous_on=one.referred_on.max().over(before), previous_acted_on=acted.max().over(before))
    year_before = add_months(dated.referred_on, -12)
    return dated.mutate(
        previous_within_12_months=as_flag(dated.previous_on >= year_before),
        previous_with_action_within_12_months=as_flag(dated.previous_acted_on >= year_before),
    ).drop("previous_acted_on")


def _with_closure(referral: ir.Table, found: ir.Table) -> ir.Table:
    """N40: an earlier-dated referral closed in the 12 months before. A closure counts from the day after its own
    referral at the earliest, so that a referral of the same day is never an earlier one."""
    closed = found.filter(found.closed_on.notnull())
    after = (closed.referred_on + ibis.interval(days=1)).cast("date")
    closures = closed.select(
        *_CHILD,
        on=ibis.greatest(closed.closed_on, after),
        closed_on=closed.closed_on,
        is_referral=ibis.literal(0, "int64"),
    )
    asked = referral.select(
        *_CHILD, on=referral.referred_on, closed_on=ibis.null("date"), is_referral=ibis.literal(1, "int64")
    )
    line = ibis.union(closures, asked)
    so_far = ibis.window(group_by=_CHILD, order_by=["on", "is_referral"], preceding=(None, 0))
    line = line.mutate(last_closed_on=line.closed_on.max().over(so_far))
    latest = line.filter(line.is_referral == 1).select(*_CHILD, "last_closed_on", referred_on="on")
    joined = referral.left_join(latest, [*_CHILD, "referred_on"])
    return (
        joined.mutate(
            previous_closed_within_12_months=as_flag(joined.last_closed_on >= add_months(joined.referred_on, -12))
        )
        .pipe(plain)
        .drop("last_closed_on")
    )


def _with_outcome(records: Records, referral: ir.Table) -> ir.Table:
    """How the referral was decided and assessed and how it ended, and how the one before it ended."""
    table = referral.left_join(together(outcomes(records)), [*_CHILD, "referred_on"]).pipe(plain)
    table = table.mutate(source=source_group(table.source_code), without_service=without_service(table))
    line = ibis.window(group_by=_CHILD, order_by="referred_on")
    table = table.mutate(previous_without_service=table.without_service.lag().over(line))
    return with_limits(records, table, "referred_on") if records.wants(*DECIDED) else table
