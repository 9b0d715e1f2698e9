"""Which record columns decide what an expression says: its rows, and what stands in each of its columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import ibis.expr.operations as ops
import ibis.expr.types as ir
from ibis.expr.operations import relations
from ibis.expr.operations.core import Node, Value

Names = frozenset[tuple[str, str]]
"""Record tables and columns of them."""

_NONE: Names = frozenset()
_PASSED_ON = (relations.Simple, ops.DropColumns, ops.Reference, ops.AliasedRelation, ops.TableUnnest)
"""Tables that say in a column what the table they stand on says in it."""


class Lineage:
    """Finds its way back from expressions to the tables `raw`, which stand for record tables by their names.

    A column that could change what is said is found, whether or not it ever does; one that is not found never does.
    Tables named in `unique` have at most one row for each value of a column. A kept step is looked through.
    """

    def __init__(self, raw: Mapping[str, str], unique: Mapping[str, str]) -> None:
        self._raw, self._unique = raw, unique
        self._rows: dict[Any, Names] = {}
        self._columns: dict[tuple[Any, str], Names] = {}

    def rows(self, table: ir.Table) -> Names:
        """What decides which rows a table has."""
        return self._of_rows(table.op())

    def column(self, table: ir.Table, name: str) -> Names:
        """What decides what stands in a column, besides which rows there are."""
        return self._of_column(table.op(), name)

    def _of_rows(self, table: Any) -> Names:
        if table not in self._rows:
            self._rows[table] = self._find_rows(table)
        return self._rows[table]

    def _of_column(self, table: Any, name: str) -> Names:
        if (table, name) not in self._columns:
            self._columns[table, name] = self._find_column(table, name)
        return self._columns[table, name]

    def _find_rows(self, table: Any) -> Names:  # noqa: PLR0911 - one line a kind
        match table:
            case ops.Project() | ops.Filter() | ops.Aggregate() | ops.TableUnnest():
                return self._of_rows(table.parent) | self._of_values(_deciding(table))
            case ops.Distinct() | ops.Limit():
                return self._of_everything(table.parent)
            case ops.JoinChain():
                joined = [self._of_link(link) for link in table.rest if not self._adds_columns_only(link)]
                return self._of_rows(table.first).union(*joined)
            case ops.Union(distinct=False):
                return self._of_rows(table.left) | self._of_rows(table.right)
            case ops.Set():
                return self._of_everything(table.left) | self._of_everything(table.right)
            case ops.DropColumns() | ops.Reference() | ops.Sort() | ops.FillNull() | ops.AliasedRelation():
                return self._of_rows(table.parent)
            case ops.PhysicalTable() | ops.DummyTable():
                return _NONE if (kept := _kept(table)) is None else self._of_rows(kept)
        raise _unknown(table)

    def _find_column(self, table: Any, name: str) -> Names:  # noqa: PLR0911 - one line a kind
        match table:
            case ops.Project():
                return self._of_value(table.values[name])
            case ops.Aggregate():
                own = self._of_value(table.values[name])
                return own if name in table.groups else own | self._of_rows(table)
            case ops.JoinChain():
                value = table.values[name]
                joined = [self._of_link(link) for link in table.rest if link.table in value.relations]
                return self._of_value(value).union(*joined)
            case ops.TableUnnest() if name in {table.column_name, table.offset}:
                return self._of_value(table.column)
            case ops.Set():
                return self._of_column(table.left, name) | self._of_column(table.right, name)
            case ops.PhysicalTable() | ops.DummyTable() if not isinstance(table, ops.AliasedRelation):
                if (kept := _kept(table)) is not None:
                    return self._of_column(kept, name)
                known = self._raw.get(getattr(table, "name", ""))
                return frozenset({(known, name)}) if known else _NONE
            case _ if isinstance(table, _PASSED_ON):
                return self._of_column(table.parent, name)
        raise _unknown(table)

    def _of_everything(self, table: Any) -> Names:
        return self._of_rows(table).union(*(self._of_column(table, name) for name in table.schema.names))

    def _of_link(self, link: Any) -> Names:
        return self._of_rows(link.table) | self._of_values(link.predicates)

    def _of_values(self, values: Iterable[Node]) -> Names:
        return _NONE.union(*map(self._of_value, values))

    def _of_value(self, value: Any) -> Names:
        if isinstance(value, ops.Field):
            return self._of_column(value.rel, value.name)
        if isinstance(value, ops.CountStar):
            return self._of_rows(value.arg) | (_NONE if value.where is None else self._of_value(value.where))
        if isinstance(value, ops.Relation):
            return self._of_everything(value)
        found = self._of_values(value.__children__)
        if isinstance(value, ops.WindowFunction | ops.Reduction):
            return found.union(*map(self._of_rows, value.relations))
        return found

    def _adds_columns_only(self, link: Any) -> bool:
        """Whether a joined table neither adds rows nor takes any away: a left join to one row at most."""
        equal = [p for p in link.predicates if isinstance(p, ops.Equals)]
        fields = [field for p in equal for field in p.find(ops.Field, filter=Value)]
        return link.how == "left" and self._has_one(link.table, {f.name for f in fields if f.rel == link.table})

    def _has_one(self, table: Any, names: set[str]) -> bool:  # noqa: PLR0911 - one line a kind
        """Whether a table has at most one row for what stands in some of its columns."""
        match table:
            case ops.Aggregate():
                return set(table.groups) <= names
            case ops.Distinct():
                return set(table.schema.names) <= names or self._has_one(table.parent, names)
            case ops.Project():
                return self._has_one(table.parent, _before(table.values, table.parent, names))
            case ops.JoinChain():
                only = all(link.how in {"semi", "anti"} or self._adds_columns_only(link) for link in table.rest)
                return only and self._has_one(table.first, _before(table.values, table.first, names))
            case ops.Filter() | ops.Sort() | ops.DropColumns() | ops.Reference():
                return self._has_one(table.parent, names)
            case ops.PhysicalTable() if (kept := _kept(table)) is not None:
                return self._has_one(kept, names)
        return self._unique.get(getattr(table, "name", ""), "") in names


def _deciding(table: Any) -> Iterable[Any]:
    """What makes rows more or fewer than those of the table that this one stands on."""
    match table:
        case ops.Project():
            return [value for value in table.values.values() if value.find(ops.Unnest, filter=Value)]
        case ops.Filter():
            return table.predicates
        case ops.Aggregate():
            return table.groups.values()
    return [table.column]


def _before(values: Mapping[str, Any], parent: Any, names: set[str]) -> set[str]:
    """What columns are called in the table that they are taken from as they stand."""
    taken = {name: value for name, value in values.items() if isinstance(value, ops.Field) and value.rel == parent}
    return {value.name for name, value in taken.items() if name in names}


def _kept(table: Any) -> Any:
    """The expression of a step that was kept; None of any other table."""
    source = getattr(table, "source", None)
    entry = None if source is None else source._cache_name_to_entry.get(table.name)  # noqa: SLF001 - Ibis has no other
    return None if entry is None else entry.orig_op


def _unknown(table: Any) -> TypeError:
    return TypeError(f"{type(table).__name__} is a kind of table whose lineage is not known.")
