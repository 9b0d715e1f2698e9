"""Family group conferences, as the views of what they are meant to prevent or prepare read them."""

import ibis.expr.types as ir

from trigpoint.engine.records import Records, as_flag, plain, present


def with_family_group_conference(records: Records, table: ir.Table, day: str) -> ir.Table:
    """The table with `had_family_group_conference`: one about the child was held on an earlier day than the column's.

    As it is when no extras are wanted.
    """
    if not records.extras:
        return table
    raw = records.table("ext_family_group_conference")
    raw = raw.filter(present(raw.person_id) & raw.held_on.notnull())
    first = raw.group_by(authority=raw.authority, child=raw.person_id).agg(first_conference_on=raw.held_on.min())
    joined = table.left_join(first, ["authority", "child"]).pipe(plain)
    joined = joined.mutate(had_family_group_conference=as_flag(joined.first_conference_on < joined[day]))
    return joined.drop("first_conference_on")
