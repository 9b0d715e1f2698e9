"""A second lock on the access log: the database itself refuses to change an entry, or to remove one without a seal."""

from __future__ import annotations

from django.db import connection

_REFUSAL = "The access log is only ever appended to."
_SEALED = "(SELECT coalesce(max(number), 0) FROM access_seal)"
_TABLES = {
    "access_logged": f"OLD.number > {_SEALED}",
    "access_shown": f"(SELECT number FROM access_logged WHERE id = OLD.logged_id) > {_SEALED}",
    "access_seal": "",
}
"""The tables that are locked, and which rows of each may not be removed; empty for none at all."""


def protect() -> None:
    """Make the database refuse it; what is protected already stays so."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for statement in _functions():
                cursor.execute(statement)
        for table in _TABLES:
            for name, statement in _triggers(table):
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}{_on(table)}")
                cursor.execute(statement)


def unprotect() -> None:
    """Take the lock away again: for restoring a backup."""
    with connection.cursor() as cursor:
        for table in _TABLES:
            for name, _ in _triggers(table):
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}{_on(table)}")


def is_protected() -> bool:
    """Whether every one of the triggers is there."""
    wanted = {name for table in _TABLES for name, _ in _triggers(table)}
    asked = (
        "tgname FROM pg_trigger"
        if connection.vendor == "postgresql"
        else "name FROM sqlite_master WHERE type = 'trigger'"
    )
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {asked}")
        return wanted <= {row[0] for row in cursor.fetchall()}


def _triggers(table: str) -> list[tuple[str, str]]:
    """Name and statement of each trigger of a table."""
    found = []
    for event in ("UPDATE", "DELETE"):
        name = f"{table}_no_{event.lower()}"
        kept = _TABLES[table] if event == "DELETE" else ""
        if connection.vendor == "postgresql":
            refuse = f"EXECUTE FUNCTION {_function(table if kept else '')}()"
        else:
            refuse = f"{f'WHEN {kept} ' if kept else ''}BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"
        found.append((name, f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW {refuse}"))
    return found


def _functions() -> list[str]:
    """What the triggers of PostgreSQL run: one that refuses, and one a table that lets go of what is sealed."""
    made = []
    for table, kept in {"": "", **_TABLES}.items():
        if kept or not table:
            body = f"RAISE EXCEPTION '{_REFUSAL}';"
            body = f"IF {kept} THEN {body} END IF; RETURN OLD;" if kept else body
            made.append(
                f"CREATE OR REPLACE FUNCTION {_function(table)}() RETURNS trigger LANGUAGE plpgsql AS "
                f"$$ BEGIN {body} END $$"
            )
    return made


def _function(table: str) -> str:
    return f"trigpoint_keep_{table}" if table else "trigpoint_append_only"


def _on(table: str) -> str:
    return f" ON {table}" if connection.vendor == "postgresql" else ""
