"""The database of the application as one file, and back: with the tools of the database itself.

Django's own dump is not used: it rounds times to thousandths of a second, and the hashes of the access log would no
longer hold.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from django.db import connection


class DumpError(RuntimeError):
    """Why a database was not dumped or loaded."""


def dump(target: Path) -> None:
    """Write the whole database to a file, as it is at one moment. Raises DumpError."""
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(target)) as copy:
            connection.ensure_connection()
            connection.connection.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
        return
    _run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={target}")


def has_tables() -> bool:
    """Whether anything is in the database already."""
    return bool(connection.introspection.table_names())


def load(source: Path) -> None:
    """Put the file back into a database without tables. Raises DumpError."""
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(source)) as copy:
            connection.ensure_connection()
            copy.backup(connection.connection)
        connection.close()
        return
    connection.close()
    _run("pg_restore", "--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges", str(source))


def _run(tool: str, *arguments: str) -> None:
    """Run a tool of PostgreSQL on our database; the password goes by the surroundings, where no list shows it."""
    path = os.environ.get("TRIGPOINT_PG_TOOLS", "")
    found = shutil.which(tool, path=path or None)
    if found is None:
        raise DumpError(f"{tool} is not here: install the client tools of PostgreSQL (postgresql-client)")
    told = connection.get_connection_params()
    names = {"host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD", "sslmode": "PGSSLMODE"}
    given = {variable: str(told[name]) for name, variable in names.items() if told.get(name)}
    into = [f"--dbname={told['dbname']}"]
    done = subprocess.run(  # noqa: S603 - a tool by its name, arguments of ours
        [found, *into, *arguments], env=os.environ | given, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise DumpError(f"{tool} failed: {(done.stderr.strip().splitlines() or ['no reason given'])[-1]}")
