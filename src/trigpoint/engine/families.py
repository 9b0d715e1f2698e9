"""The family of a child, by which figures may count instead of by child."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.records import Records, plain, present


def families(records: Records) -> ir.Table:
    """One row per child with a family: `authority, child, family_id`; of several families the smallest id."""
    raw = records.table("ssd_family")
    raw = raw.filter(present(raw.fami_family_id) & present(raw.fami_person_id))
    return raw.group_by(authority=raw.authority, child=raw.fami_person_id).agg(family_id=raw.fami_family_id.min())


def with_family(records: Records, table: ir.Table) -> ir.Table:
    """The table with `family`, a text that is the same for every child of a family; a child without one is its own.

    The text is `family` and the family's id, or `child` and the child's own id: it is shown in lists.
    """
    joined = table.left_join(records.shared("families", families), ["authority", "child"]).pipe(plain)
    ids = records.children.select(_number="number", _id="child")
    joined = joined.left_join(ids, joined.child == ids["_number"])
    alone = ibis.literal("child ") + joined["_id"]
    family = ibis.coalesce(ibis.literal("family ") + joined.family_id, alone)
    return joined.mutate(family=family).drop("family_id", "_number", "_id")
