"""The few queries that are ever sent, as each kind of database writes them: SELECT, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trigpoint.records import Table


@dataclass(frozen=True)
class Dialect:
    """How names are quoted, and the query that lists tables and columns of a schema, which takes the schema's name."""

    opening: str
    closing: str
    catalogue: str
    schema: str

    def quoted(self, name: str) -> str:
        """A name that can be nothing but a name."""
        return f"{self.opening}{name.replace(self.closing, self.closing * 2)}{self.closing}"

    def rows(self, schema: str, found: str, table: type[Table], columns: Sequence[str]) -> str:
        """Every row of the table that the database calls `found`, in the order of its key and then of the rest.

        JSON is left out of the order: not every database can compare it.
        """
        names = ", ".join(map(self.quoted, columns))
        compared = [name for name in columns if not name.lower().endswith("_json")]
        order = sorted(compared, key=lambda name: name.lower() != table.key.lower())
        by = f" ORDER BY {', '.join(map(self.quoted, order))}" if order else ""
        return f"SELECT {names} FROM {self.quoted(schema)}.{self.quoted(found)}{by}"


POSTGRESQL = Dialect(
    '"',
    '"',
    # the views of the standard hide what an account may not read, which would look as if it were not there
    "SELECT c.relname, a.attname FROM pg_catalog.pg_class AS c "
    "JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace "
    "JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid "
    "WHERE n.nspname = %s AND c.relkind IN ('r', 'p', 'v', 'm', 'f') AND a.attnum > 0 AND NOT a.attisdropped "
    "ORDER BY c.relname, a.attnum",
    "public",
)
SQL_SERVER = Dialect(
    "[",
    "]",
    "SELECT TABLE_NAME, COLUMN_NAME FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = ? "
    "ORDER BY TABLE_NAME, ORDINAL_POSITION",
    "dbo",
)
