"""Episodes of being looked after and the periods of care they form, as every view about care reads them."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.months import birthday, month_on, open_end
from trigpoint.engine.people import people
from trigpoint.engine.records import Records, as_flag, plain, present

CHILD = ("authority", "child")
PERIOD = (*CHILD, "period")


def episodes(records: Records) -> ir.Table:
    """Every dated episode known on the as-at date, in the child's order (`place`, from 0).

    `authority, child, place, id, cla_id, entered_on, started_on, ended_on, reason, ceased, type, urn, provider,
    placement, from_month, to_month, is_dropped` (1 when a V3 or V4 legal status shares a day with it, N7).
    """
    table = _with_placement(records, _found(records))
    order = ["started_on", table.ended_on.isnull(), "ended_on", "id", "reason", "placement", "ceased", "cla_id"]
    table = table.mutate(place=ibis.row_number().over(ibis.window(group_by=CHILD, order_by=order)).cast("int64"))
    marks = _short_term(records, table)
    table = table.left_join(marks, [*CHILD, "place"]).pipe(plain)
    return table.mutate(
        is_dropped=table.is_dropped.fill_null(0),
        from_month=month_on(table.started_on, records.as_at),
        to_month=open_end(table.ended_on, records.as_at),
    )


def _found(records: Records) -> ir.Table:
    raw = records.table("ssd_cla_episodes")
    raw = raw.filter(present(raw.clae_person_id) & (raw.clae_cla_episode_start_date <= records.as_at))
    return raw.select(
        authority=raw.authority,
        child=raw.clae_person_id,
        id=raw.clae_cla_episode_id,
        cla_id=ibis.cases((present(raw.clae_cla_id), raw.clae_cla_id), else_=ibis.null("string")),
        entered_on=raw.clae_entered_care_date,
        started_on=raw.clae_cla_episode_start_date,
        ended_on=records.known(raw.clae_cla_episode_ceased_date),
        reason=raw.clae_cla_episode_start_reason.strip(),
        ceased=ibis.cases(
            (raw.clae_cla_episode_ceased_date > records.as_at, ibis.null("string")),
            else_=raw.clae_cla_episode_ceased_reason.strip(),
        ),
        placement=ibis.cases(
            (present(raw.clae_cla_placement_id), raw.clae_cla_placement_id), else_=ibis.null("string")
        ),
    ).distinct()


def _with_placement(records: Records, table: ir.Table) -> ir.Table:
    raw = records.table("ssd_cla_placement")
    raw = raw.filter(present(raw.clap_cla_placement_id))
    known = raw.group_by(authority=raw.authority, placement=raw.clap_cla_placement_id).agg(
        type=raw.clap_cla_placement_type.strip().min(),
        urn=raw.clap_cla_placement_urn.strip().nullif("").min(),
        provider=raw.clap_cla_placement_provider.min(),
    )
    return table.left_join(known, ["authority", "placement"]).pipe(plain)


def _short_term(records: Records, table: ir.Table) -> ir.Table:
    raw = records.table("ssd_legal_status")
    raw = raw.filter(
        raw.lega_legal_status.strip().isin(("V3", "V4")) & (raw.lega_legal_status_start_date <= records.as_at)
    )
    far = ibis.date("9999-12-31")
    status = raw.select(
        authority=raw.authority,
        child=raw.lega_person_id,
        began=raw.lega_legal_status_start_date,
        ended=records.known(raw.lega_legal_status_end_date).fill_null(far),
    )
    pairs = table.select(*CHILD, "place", "started_on", end=table.ended_on.fill_null(far)).join(status, list(CHILD))
    share = ibis.greatest(pairs.started_on, pairs.began) < ibis.least(pairs.end, pairs.ended)
    return pairs.filter(share).select(*CHILD, "place", is_dropped=ibis.literal(1, "int64")).distinct()


def kept(records: Records) -> ir.Table:
    """The episodes that are not dropped, each with the number of its period of care (`period`, from 1; N10)."""
    table = records.shared("episodes", episodes)
    table = table.filter(table.is_dropped == 0)
    line = ibis.window(group_by=CHILD, order_by="place")
    before_id, before_ceased = table.cla_id.lag().over(line), table.ceased.lag().over(line)
    is_first = ibis.row_number().over(line) == 0
    other_id = (table.cla_id != before_id).fill_null(False)
    after_cease = (before_ceased.nullif("") != "X1").fill_null(False)
    begins = is_first | (table.reason == "S").fill_null(False) | after_cease | other_id
    table = table.mutate(_begins=as_flag(begins))
    so_far = ibis.window(group_by=CHILD, order_by="place", preceding=(None, 0))
    return table.mutate(period=table["_begins"].sum().over(so_far).cast("int64")).drop("_begins")


def periods(records: Records) -> ir.Table:
    """One row per period of care: its first episode (`id, began_on`), `cla_id, entered_on, left_on`."""
    table = records.shared("kept", kept)
    line = ibis.window(group_by=PERIOD, order_by="place")
    back = ibis.window(group_by=PERIOD, order_by=ibis.desc("place"))
    entered = ibis.coalesce(table.entered_on, table.started_on)
    left = ibis.cases((table.ceased.nullif("") == "X1", ibis.null("date")), else_=table.ended_on)
    table = table.mutate(
        _first=ibis.row_number().over(line), _last=ibis.row_number().over(back), _entered=entered, _left=left
    )
    first, last = table["_first"] == 0, table["_last"] == 0
    return table.group_by(*PERIOD).agg(
        id=table.id.max(where=first),
        began_on=table.started_on.max(where=first),
        entered_on=table["_entered"].max(where=first),
        left_on=table["_left"].max(where=last),
        cla_id=table.cla_id.min(),
    )


def uasc_spells(records: Records) -> ir.Table:
    """When a child was an unaccompanied asylum seeker: `authority, child, began, ended` (end exclusive, N8)."""
    raw = records.table("ssd_immigration_status")
    said = raw.immi_immigration_status.strip().upper()
    is_uasc = (said == "UASC") | said.contains("UNACCOMPANIED ASYLUM")
    raw = raw.filter(
        present(raw.immi_person_id)
        & is_uasc
        & (raw.immi_immigration_status_start_date.isnull() | (raw.immi_immigration_status_start_date <= records.as_at))
    )
    status = raw.select(
        authority=raw.authority,
        child=raw.immi_person_id,
        began=raw.immi_immigration_status_start_date.fill_null(ibis.date("1900-01-01")),
        ended=records.known(raw.immi_immigration_status_end_date),
    )
    joined = status.left_join(people(records).semi_join(status, list(CHILD)), list(CHILD))
    far = ibis.date("9999-12-31")
    ended = ibis.least(joined.ended.fill_null(far), birthday(joined.born_on, 18).fill_null(far))
    return joined.select(*CHILD, "began", ended=ended)


def is_uasc_on(records: Records, table: ir.Table, keys: tuple[str, ...], day: str, name: str) -> ir.Table:
    """The table with a flag: the child was an unaccompanied asylum seeker on a day column. `keys` identify its rows."""
    spells = records.shared("uasc", uasc_spells)
    pairs = table.select(*dict.fromkeys((*CHILD, *keys, day))).join(spells, list(CHILD))
    hits = pairs.filter((pairs.began <= pairs[day]) & (pairs[day] < pairs.ended)).select(*keys).distinct()
    joined = table.left_join(hits.mutate(**{name: ibis.literal(1, "int64")}), list(keys))
    joined = joined.pipe(plain)
    return joined.mutate(**{name: joined[name].fill_null(0)})
