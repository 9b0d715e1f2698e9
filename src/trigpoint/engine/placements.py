"""Carer-placements: who actually cared for the child, out of the episodes recorded (definition 18, settled N11)."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.care import CHILD, kept
from trigpoint.engine.months import FAR, month_of
from trigpoint.engine.records import Records, as_flag, plain
from trigpoint.engine.states import islands, running

_TEMPORARY = ("T0", "T1", "T2", "T3", "T4")


def grouped(records: Records) -> ir.Table:
    """Kept episodes with `run`, the number of the stay with one carer they stand in (step 1), and `stay`, which rises
    with every day that no episode covers: the child was at home."""
    table = records.shared("kept", kept)
    line = ibis.window(group_by=CHILD, order_by="place")
    before_end, before_start = table.ended_on.lag().over(line), table.started_on.lag().over(line)
    no_gap = before_start.notnull() & (before_end.isnull() | (before_end >= table.started_on))
    same_carer = table.reason.isin(("L", "T", "U")).fill_null(False) | table.type.isin(("A3", "A5")).fill_null(False)
    table = table.mutate(_begins=1 - as_flag(no_gap & same_carer))
    so_far = ibis.window(group_by=CHILD, order_by="place", preceding=(None, 0))
    earlier = ibis.window(group_by=CHILD, order_by="place", preceding=(None, 1))
    reach = table.ended_on.fill_null(ibis.date("9999-12-31")).max().over(earlier)
    table = table.mutate(_after_home=as_flag(table.started_on > reach))
    return table.mutate(
        run=table["_begins"].sum().over(so_far).cast("int64"),
        stay=table["_after_home"].sum().over(so_far).cast("int64"),
    )


def runs(records: Records) -> ir.Table:
    """One row per run: how it began and how it ended."""
    table = records.shared("runs", grouped)
    ahead = ibis.window(group_by=CHILD, order_by="place")
    table = table.mutate(_ends=table["_begins"].lead().over(ahead).fill_null(1))
    first, last = table["_begins"] == 1, table["_ends"] == 1
    return table.group_by(*CHILD, "run").agg(
        began=table.started_on.max(where=first),
        ended=table.ended_on.max(where=last),
        first_placement=table.placement.max(where=first),
        first_type=table.type.max(where=first),
        first_urn=table.urn.max(where=first),
        last_placement=table.placement.max(where=last),
        last_type=table.type.max(where=last),
        last_urn=table.urn.max(where=last),
        first_stay=table.stay.max(where=first),
        last_stay=table.stay.max(where=last),
    )


def carers(records: Records, *, count_temporary: bool) -> ir.Table:
    """Which run is with which carer: `authority, child, run, carer`; runs that are no placement are left out."""
    ends = records.shared("run_ends", runs)
    goes = (ends.began == ends.ended).fill_null(False)
    if not count_temporary:
        goes = goes | ends.first_type.isin(_TEMPORARY).fill_null(False)
    stands = ends.filter(~goes)
    line = ibis.window(group_by=CHILD, order_by="run")
    before = {name: stands[f"last_{name}"].lag().over(line) for name in ("placement", "type", "urn", "stay")}
    follows_something_that_went = (stands.run - stands.run.lag().over(line) > 1).fill_null(False)
    never_at_home = stands.first_stay == before["stay"]
    same_id = (stands.first_placement == before["placement"]).fill_null(False)
    urns_differ = (stands.first_urn != before["urn"]).fill_null(False)
    same_type = (stands.first_type == before["type"]).fill_null(False) & ~urns_differ
    stands = stands.mutate(_new=1 - as_flag(follows_something_that_went & never_at_home & (same_id | same_type)))
    so_far = ibis.window(group_by=CHILD, order_by="run", preceding=(None, 0))
    return stands.select(*CHILD, "run", carer=stands["_new"].sum().over(so_far).cast("int64"))


COUNTS = tuple(f"placements_in_{n}_months{suffix}" for suffix in ("", "_with_temporary") for n in (12, 24))
"""Number columns of `PlacementStability`."""


def placement_counts(records: Records) -> ir.Table:
    """Placements in the months up to each month's end, as a line: those of `COUNTS` that are wanted."""
    changes = []
    for suffix, count_temporary in (("", False), ("_with_temporary", True)):
        months = [n for n in (12, 24) if records.wants(f"placements_in_{n}_months{suffix}")]
        if months:
            table = records.shared("runs", grouped)
            table = table.join(carers(records, count_temporary=count_temporary), [*CHILD, "run"])
            table = table.pipe(plain).cache()
            changes += [_changes(table, n, f"placements_in_{n}_months{suffix}") for n in months]
    names = [name for name, _ in changes]
    parts = [
        part.mutate(**{n: (part.step if n == name else ibis.literal(0, "int64")) for n in names}).select(
            *CHILD, "month", *names
        )
        for name, part in changes
    ]
    return running(ibis.union(*parts), CHILD, names)


def _changes(table: ir.Table, months: int, name: str) -> tuple[str, ir.Table]:
    """+1 in the month from which a carer-placement touches the window, -1 in the month from which it no longer does."""
    last_day = (table.ended_on - ibis.interval(days=1)).cast("date")
    far = ibis.literal(FAR, "int64")
    spells = table.select(*CHILD, "carer", "from_month", to_month=(month_of(last_day) + months).fill_null(far))
    whole = islands(spells, (*CHILD, "carer"))
    one = ibis.literal(1, "int64")
    begins = whole.select(*CHILD, month="from_month", step=one)
    ends = whole.select(*CHILD, month="to_month", step=-one)
    return name, ibis.union(begins, ends)
