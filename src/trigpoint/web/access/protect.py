"""A second lock on the access log: the database itself refuses to change or remove an entry."""

from __future__ import annotations

from django.db import connection

_TABLES = ("access_logged", "access_shown")
_REFUSAL = "The access log is only ever appended to."
_FUNCTION = (
    "CREATE OR REPLACE FUNCTION trigpoint_append_only() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{_REFUSAL}'; END $$"
)


def protect() -> None:
    """Make the database refuse it; what is protected already stays so."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_FUNCTION)
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
    found = []
    for event in ("UPDATE", "DELETE"):
        name = f"{table}_no_{event.lower()}"
        refuse = (
            "EXECUTE FUNCTION trigpoint_append_only()"
            if connection.vendor == "postgresql"
            else f"BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"
        )
        found.append((name, f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW {refuse}"))
    return found


def _on(table: str) -> str:
    return f" ON {table}" if connection.vendor == "postgresql" else ""
