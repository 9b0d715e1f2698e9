"""Which workers a child in care has had, and for how long without a break (definitions 22 and 23, settled N20)."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.care import CHILD, episodes
from trigpoint.engine.look_back import lasted
from trigpoint.engine.months import FAR, month_of, month_on, open_end
from trigpoint.engine.records import Records, as_flag, plain, present
from trigpoint.engine.states import islands, running

_SOCIAL_WORKER = ("allocated case worker", "allocated social worker", "social worker")
_WORKER = (*CHILD, "who")


def allocations(records: Records) -> ir.Table:
    """Every allocation of a worker to a child ever in care: `authority, child, who, began, ended` and two flags.

    `who` is the person: the registration number, else the staff id, else the worker's id. `is_social_worker` and
    `is_lead` say what the role was.
    """
    raw = records.table("ssd_involvements")
    care = records.shared("episodes", episodes).select(*CHILD).distinct()
    role = raw.invo_professional_role_id.fill_null("").strip().lower()
    is_chair = (role == "iro") | role.contains("independent reviewing") | role.contains("chair")
    known = raw.filter(present(raw.invo_professional_id) & (raw.invo_involvement_start_date <= records.as_at))
    table = known.select(
        authority=known.authority,
        child=known.invo_person_id,
        worker=known.invo_professional_id,
        began=known.invo_involvement_start_date,
        ended=records.known(known.invo_involvement_end_date),
        is_social_worker=as_flag(role.isin(_SOCIAL_WORKER)),
        is_lead=as_flag(~is_chair),
    )
    table = table.semi_join(care, list(CHILD))
    table = table.left_join(_people(records), ["authority", "worker"]).pipe(plain)
    return table.mutate(who=table.who.fill_null(ibis.literal("worker ") + table.worker)).drop("worker")


def _people(records: Records) -> ir.Table:
    raw = records.table("ssd_professionals")
    raw = raw.filter(present(raw.prof_professional_id))
    one = raw.group_by(authority=raw.authority, worker=raw.prof_professional_id).agg(
        number=raw.prof_social_worker_registration_no.strip().nullif("").min(),
        staff=raw.prof_staff_id.strip().nullif("").min(),
    )
    registered, staff = ibis.literal("registered ") + one.number, ibis.literal("staff ") + one.staff
    return one.select("authority", "worker", who=ibis.coalesce(registered, staff))


def social_workers_line(records: Records) -> ir.Table:
    """How many different social workers had the child in the 12 months to each month's end, as a line."""
    table = records.shared("allocations", allocations)
    table = table.filter(table.is_social_worker == 1)
    last_day = (table.ended - ibis.interval(days=1)).cast("date")
    far = ibis.literal(FAR, "int64")
    spells = table.select(
        *_WORKER, from_month=month_on(table.began, records.as_at), to_month=(month_of(last_day) + 12).fill_null(far)
    )
    whole = islands(spells, _WORKER)
    step = {"social_workers_in_12_months": ibis.literal(1, "int64")}
    begins = whole.select(*CHILD, month="from_month", **step)
    ends = whole.select(*CHILD, month="to_month", **{name: -value for name, value in step.items()})
    return running(ibis.union(begins, ends), CHILD, list(step))


def same_worker_line(records: Records, role: str, name: str) -> ir.Table:
    """Months at whose end one worker has had the child, day by day, for 12 months; `role` is a flag of allocations."""
    table = records.shared("allocations", allocations)
    table = table.filter((table[role] == 1) & (table.ended.isnull() | (table.ended > table.began)))
    table = table.select(*_WORKER, "began", _end=table.ended.fill_null(ibis.date("9999-12-31"))).distinct()
    earlier = ibis.window(group_by=_WORKER, order_by=["began", "_end"], preceding=(None, 1))
    so_far = ibis.window(group_by=_WORKER, order_by=["began", "_end"], preceding=(None, 0))
    reach = table["_end"].max().over(earlier)
    table = table.mutate(_breaks=as_flag(reach.isnull() | (table.began > reach)))
    table = table.mutate(_run=table["_breaks"].sum().over(so_far))
    runs = table.group_by(*_WORKER, "_run").agg(began=table.began.min(), ended=table["_end"].max())
    spells = runs.select(
        *CHILD,
        from_month=month_on(lasted(runs.began, 12), records.as_at),
        to_month=open_end(records.known(runs.ended), records.as_at),
    )
    return islands(spells, CHILD).mutate(**{name: ibis.literal(1, "int64")})
