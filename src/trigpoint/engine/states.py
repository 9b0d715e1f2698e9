"""States at month ends: spells and changes turned into rows that each stand for the months in which nothing changed."""

from collections.abc import Mapping, Sequence
from typing import Any

import ibis
import ibis.expr.types as ir

from trigpoint.engine.months import FAR


def points(table: ir.Table, keys: Sequence[str], columns: Sequence[str]) -> ir.Table:
    """Every month named by the columns, one row each: `keys, month`."""
    parts = [table.select(*keys, month=table[column].cast("int64")) for column in columns]
    return parts[0] if len(parts) == 1 else ibis.union(*parts)


def between(changes: ir.Table, keys: Sequence[str]) -> ir.Table:
    """`keys, from_month, to_month` between one change and the next; what follows the last change has no end."""
    one = changes.filter(changes.month.notnull() & (changes.month < FAR)).distinct()
    following = one.month.lead().over(ibis.window(group_by=list(keys), order_by="month"))
    far = ibis.literal(FAR, type="int64")
    return one.select(*keys, from_month="month", to_month=following.fill_null(far))


def islands(spells: ir.Table, keys: Sequence[str]) -> ir.Table:
    """Overlapping or touching spells of one key as one: `keys, from_month, to_month`. Most keys have one spell only."""
    spells = spells.filter(spells.from_month < spells.to_month).select(*keys, "from_month", "to_month")
    totals = {"from_month": spells.from_month.min(), "to_month": spells.to_month.max(), "_spells": spells.count()}
    whole = spells.group_by(*keys).agg(**totals).cache()
    alone = whole.filter(whole["_spells"] == 1).drop("_spells")
    several = whole.filter(whole["_spells"] > 1).select(*keys)
    return ibis.union(alone, _merged(spells.semi_join(several, list(keys)), keys))


def _merged(spells: ir.Table, keys: Sequence[str]) -> ir.Table:
    # of two equal spells either may come first, and not the same one in both windows
    spells = spells.distinct()
    earlier = ibis.window(group_by=list(keys), order_by=["from_month", "to_month"], preceding=(None, 1))
    spells = spells.mutate(_reach=spells.to_month.max().over(earlier))
    begins = ibis.cases((spells["_reach"].isnull() | (spells.from_month > spells["_reach"]), 1), else_=0)
    so_far = ibis.window(group_by=list(keys), order_by=["from_month", "to_month"], preceding=(None, 0))
    spells = spells.mutate(_island=begins.cast("int64").sum().over(so_far))
    joined = spells.group_by(*keys, "_island").agg(from_month=spells.from_month.min(), to_month=spells.to_month.max())
    return joined.drop("_island")


def running(changes: ir.Table, keys: Sequence[str], columns: Sequence[str]) -> ir.Table:
    """Running sums of changes: `keys, from_month, to_month` and each column as it stands in those months.

    `changes` has `keys, month` and whole-number columns that say by how much each figure rises in that month.
    """
    summed = changes.filter(changes.month < FAR).group_by(*keys, "month")
    totals = summed.agg(**{column: changes[column].sum().cast("int64") for column in columns})
    line = ibis.window(group_by=list(keys), order_by="month", preceding=(None, 0))
    ahead = ibis.window(group_by=list(keys), order_by="month")
    far = ibis.literal(FAR, type="int64")
    return totals.select(
        *keys,
        from_month="month",
        to_month=totals.month.lead().over(ahead).fill_null(far),
        **{column: totals[column].sum().over(line).cast("int64") for column in columns},
    )


def timeline(spells: ir.Table, keys: Sequence[str], best: Sequence[Any], columns: Sequence[str]) -> ir.Table:
    """Spells that may overlap as a line on which at most one stands at a time: the first in the order `best`.

    `spells` has `keys, from_month, to_month` and the columns; the result has the same, its rows never overlapping.
    Most keys have no overlap: their spells are the line already, and only the others are held against each other.
    """
    earlier = ibis.window(group_by=list(keys), order_by=["from_month", "to_month"], preceding=(None, 1))
    marked = spells.mutate(_overlaps=(spells.from_month < spells.to_month.max().over(earlier)).fill_null(False))
    marked = marked.cache()
    tangled = marked.filter(marked["_overlaps"]).select(*keys).distinct()
    clear = marked.anti_join(tangled, list(keys)).select(*keys, "from_month", "to_month", *columns)
    return ibis.union(clear, _best(marked.semi_join(tangled, list(keys)), keys, best, columns))


def _best(spells: ir.Table, keys: Sequence[str], best: Sequence[Any], columns: Sequence[str]) -> ir.Table:
    stays = between(points(spells, keys, ["from_month", "to_month"]), keys)
    joined = stays.join(spells, list(keys), rname="{name}_of")
    inside = joined.filter((joined.from_month_of <= joined.from_month) & (joined.from_month < joined.to_month_of))
    chosen = ibis.row_number().over(ibis.window(group_by=[*keys, "from_month"], order_by=list(best)))
    inside = inside.mutate(_place=chosen)
    return inside.filter(inside["_place"] == 0).select(*keys, "from_month", "to_month", *columns)


def cut(spells: ir.Table, flags: Mapping[str, str]) -> ir.Table:
    """Spells cut at the months in which something begins to be so: each flag is 1 from the month in its column on.

    `spells` has `from_month, to_month` and, for each flag, a column with a month (missing: never). Rows of the result
    never overlap for one spell, and together they are the spell.
    """
    start, end = spells.from_month, spells.to_month
    marks = [spells[column].fill_null(FAR).cast("int64") for column in flags.values()]
    inside = [ibis.least(ibis.greatest(mark, start), end) for mark in marks]
    edges = ibis.array([start, *inside, end]).sort()
    cuts = spells.mutate(_edges=edges, _piece=ibis.range(len(marks) + 1).unnest())
    cuts = cuts.mutate(from_month=cuts["_edges"][cuts["_piece"]], to_month=cuts["_edges"][cuts["_piece"] + 1])
    cuts = cuts.filter(cuts.from_month < cuts.to_month).drop("_edges", "_piece")
    found = {flag: (cuts.from_month >= cuts[column]).fill_null(False) for flag, column in flags.items()}
    return cuts.mutate(**{flag: ibis.cases((so, 1), else_=0).cast("int64") for flag, so in found.items()})
