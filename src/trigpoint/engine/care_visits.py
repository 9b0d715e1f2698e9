"""Visits to children looked after, in the whole stay with one carer (definition 24, settled N23)."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.care import CHILD, PERIOD
from trigpoint.engine.months import add_months
from trigpoint.engine.placements import carers, grouped
from trigpoint.engine.records import Records, as_flag, is_yes, plain, present
from trigpoint.engine.reviews import joined_reviews
from trigpoint.engine.visits import days_after, gaps

ADOPTIVE, PARENTS = ("A3", "A4", "A5", "A6"), "P1"
SPOT = (*CHILD, "spot")
_GAP = (*SPOT, "number")


def homes(records: Records) -> ir.Table:
    """Kept episodes with where the child lives: `spot`, a number for each carer, and the `kind` of placement there.

    A stay that is no placement leaves the child with the carer underneath; with none it is a spot of its own.
    """
    table = records.shared("runs", grouped)
    table = table.left_join(carers(records, count_temporary=False), [*CHILD, "run"]).pipe(plain)
    so_far = ibis.window(group_by=CHILD, order_by="place", preceding=(None, 0))
    own = ibis.cases((table.carer.notnull(), table.place))
    table = table.mutate(base=own.max().over(so_far).cast("int64")).cache()
    under = table.select(*CHILD, base="place", base_carer="carer", base_type="type", base_stay="stay")
    table = table.left_join(under, [*CHILD, "base"]).pipe(plain)
    stands = (table.base_stay == table.stay).fill_null(False)
    return table.select(
        *PERIOD,
        "place",
        "id",
        "started_on",
        "ended_on",
        "from_month",
        "to_month",
        spot=ibis.cases((stands, table.base_carer), else_=-table.run).cast("int64"),
        kind=ibis.cases((stands, table.base_type), else_=table.type),
    )


def spots(records: Records) -> ir.Table:
    """One row per carer of a child: `authority, child, spot, started_on, ended_on, first_place`."""
    table = records.shared("homes", homes)
    far = ibis.date("9999-12-31")
    whole = table.group_by(*SPOT).agg(
        started_on=table.started_on.min(), _end=table.ended_on.fill_null(far).max(), first_place=table.place.min()
    )
    return whole.mutate(ended_on=whole["_end"].nullif(far)).drop("_end")


def visit_gaps(records: Records) -> ir.Table:
    """Gaps between visits at which the child was seen, as `visits.gaps` gives them for each `SPOT`, with `limit_on`
    and whether on the day each began the child was placed for adoption or with parents."""
    raw = records.table("ssd_cla_visits")
    seen = is_yes(raw.clav_cla_visit_seen.fill_null("")) == 1
    raw = raw.filter(present(raw.clav_person_id) & (raw.clav_cla_visit_date <= records.as_at) & seen)
    visits = raw.select(authority=raw.authority, child=raw.clav_person_id, visited_on=raw.clav_cla_visit_date)
    table = gaps(records.shared("spots", spots), visits, SPOT).cache()
    table = _marked(table, _to_18(records, table), "is_to_18")
    table = _with_kind(records, table)
    day = table.began_on
    limit = ibis.cases(
        ((table.number == 0) | (table.is_weekly == 1), days_after(day, 7)),
        (table.is_four_weekly == 1, days_after(day, 28)),
        ((table.is_to_18 == 1) & (table.is_with_parents == 0), add_months(day, 3)),
        else_=days_after(day, 42),
    )
    return table.mutate(limit_on=limit)


def _marked(table: ir.Table, hits: ir.Table, name: str) -> ir.Table:
    """The gaps with a flag: 1 for those among the hits."""
    marks = hits.select(*_GAP).distinct().mutate(**{name: ibis.literal(1, "int64")})
    joined = table.left_join(marks, list(_GAP)).pipe(plain)
    return joined.mutate(**{name: joined[name].fill_null(0)})


def _open_on(table: ir.Table, spells: ir.Table) -> ir.Table:
    """The gaps on whose first day a spell (`authority, child, since, until`) of the child is open."""
    pairs = table.select(*_GAP, "began_on").join(spells, list(CHILD))
    return pairs.filter((pairs.since <= pairs.began_on) & (pairs.until.isnull() | (pairs.until > pairs.began_on)))


def _to_18(records: Records, table: ir.Table) -> ir.Table:
    """Gaps that begin under a care plan of staying with the carer until 18, a year or more after arrival."""
    table = table.filter(table.began_on >= add_months(table.started_on, 12))
    raw = records.table("ssd_cla_care_plan")
    raw = raw.filter(
        (raw.lacp_cla_care_plan_start_date <= records.as_at)
        & (is_yes(raw.lacp_cla_care_plan_ltfost18.fill_null("")) == 1)
    )
    plans = raw.select(
        authority=raw.authority,
        child=raw.lacp_person_id,
        since=raw.lacp_cla_care_plan_start_date,
        until=records.known(raw.lacp_cla_care_plan_end_date),
    )
    return _open_on(table, plans)


def _with_kind(records: Records, table: ir.Table) -> ir.Table:
    """The gaps with the kind of placement on their first day and, for one with parents, how often it is visited:
    weekly to the first review, then every four weeks under an interim care order."""
    special = _special(records, table).cache()
    reviews = records.shared("joined_reviews", joined_reviews)
    first = reviews.group_by(*PERIOD).agg(reviewed_on=reviews.held_on.min())
    special = special.left_join(first, list(PERIOD)).pipe(plain)
    special = _marked(special, _open_on(special, _interim_orders(records)), "is_interim")
    with_parents = special.is_with_parents == 1
    reviewed = (special.reviewed_on <= special.began_on).fill_null(False)
    flags = special.select(
        *_GAP,
        "is_adoptive",
        "is_with_parents",
        is_weekly=as_flag(with_parents & ~reviewed),
        is_four_weekly=as_flag(with_parents & reviewed & (special.is_interim == 1)),
    )
    joined = table.left_join(flags, list(_GAP)).pipe(plain)
    return joined.mutate(**{name: joined[name].fill_null(0) for name in flags.columns if name.startswith("is_")})


def _special(records: Records, table: ir.Table) -> ir.Table:
    """Gaps of spots that are, at some time, a placement for adoption or with parents, with the kind on their day."""
    lived = records.shared("homes", homes)
    kinds = lived.filter(lived.kind.isin((*ADOPTIVE, PARENTS))).select(*SPOT).distinct()
    lived = lived.semi_join(kinds, list(SPOT)).select(*SPOT, "period", "place", "kind", since="started_on")
    pairs = table.select(*_GAP, "began_on").join(lived, list(SPOT)).pipe(plain)
    pairs = pairs.filter(pairs.since <= pairs.began_on)
    latest = ibis.row_number().over(ibis.window(group_by=_GAP, order_by=ibis.desc("place")))
    pairs = pairs.mutate(_place=latest)
    return pairs.filter(pairs["_place"] == 0).select(
        *_GAP,
        "period",
        "began_on",
        is_adoptive=as_flag(pairs.kind.isin(ADOPTIVE)),
        is_with_parents=as_flag(pairs.kind == PARENTS),
    )


def _interim_orders(records: Records) -> ir.Table:
    raw = records.table("ssd_legal_status")
    raw = raw.filter((raw.lega_legal_status.strip() == "C1") & (raw.lega_legal_status_start_date <= records.as_at))
    return raw.select(
        authority=raw.authority,
        child=raw.lega_person_id,
        since=raw.lega_legal_status_start_date,
        until=records.known(raw.lega_legal_status_end_date),
    )
