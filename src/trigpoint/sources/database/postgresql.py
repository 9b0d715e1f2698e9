"""PostgreSQL by psycopg: one read-only transaction that sees the database as it stood when it began."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from trigpoint.sources.database import session
from trigpoint.sources.database.dialect import POSTGRESQL
from trigpoint.sources.issue import refused

SCHEMES = ("postgresql://", "postgres://")

_AS_TEXT = ("date", "timestamp", "timestamptz", "time", "numeric", "float4", "float8", "json", "jsonb", "uuid")
"""Types taken as the database writes them: nothing is rounded, and a date that Python has not is told like another."""


class PostgreSql:
    """A session of PostgreSQL. Raises Refused when there is none to be had."""

    dialect = POSTGRESQL

    def __init__(self, url: str) -> None:
        try:
            import psycopg  # noqa: PLC0415 - an extra: only who reads a database needs it
            from psycopg.conninfo import conninfo_to_dict  # noqa: PLC0415
        except ImportError:
            mend = "install it: pip install 'trigpoint[postgresql]'"
            raise refused("--database", "reading PostgreSQL needs psycopg, which is not installed", mend) from None
        self._driver = psycopg
        try:
            given: dict[str, Any] = dict(conninfo_to_dict(url))
        except psycopg.Error as error:
            mend = "write it as postgresql://user@host:5432/database; the schema is given with --schema"
            what = f"the address of the database cannot be read ({session.one_line(error)})"
            raise refused("--database", _without_password(what, url), mend) from None
        self.name, self.shown = _named(given)
        if given.pop("password", None):
            raise session.refuse_password(self.shown)
        self._connection = self._connect(given)

    def _connect(self, given: dict[str, Any]) -> Any:
        from psycopg.types.string import TextLoader  # noqa: PLC0415 - see above

        secret = {"password": session.password()} if session.password() else {}
        asked = {"connect_timeout": session.CONNECT_SECONDS, "application_name": "trigpoint", **given, **secret}
        try:
            connection = self._driver.connect(**asked)
            connection.read_only = True
            connection.isolation_level = self._driver.IsolationLevel.REPEATABLE_READ
            for kind in _AS_TEXT:
                connection.adapters.register_loader(kind, TextLoader)
            connection.execute("SET LOCAL datestyle TO 'ISO'")
        except self._driver.Error as error:
            raise session.not_connected(self.shown, error) from None
        return connection

    def query(self, sql: str, parameter: str) -> list[session.Row]:
        """All rows of a short answer."""
        try:
            return list(self._connection.execute(sql, [parameter]).fetchall())
        except self._driver.Error as error:
            raise session.lost(self.shown, error) from None

    def batches(self, sql: str, what: str) -> Iterator[Sequence[session.Row]]:
        """Rows by a cursor that stays on the server, so that no table has to fit into memory."""
        try:
            with self._connection.cursor(name="trigpoint") as cursor:
                cursor.execute(sql)
                while rows := cursor.fetchmany(session.BATCH):
                    yield rows
        except self._driver.errors.InsufficientPrivilege:
            raise session.not_allowed(what) from None
        except self._driver.Error as error:
            raise session.lost(what, error) from None

    def close(self) -> None:
        """End the transaction and the connection."""
        self._connection.close()


def _named(given: dict[str, Any]) -> tuple[str, str]:
    """The database's name, and its address without user and password. A socket's folder is this machine's own."""
    host, name = str(given.get("host") or "localhost"), str(given.get("dbname") or given.get("user") or "postgres")
    host = "localhost" if host.startswith("/") else host
    port = f":{given['port']}" if given.get("port") else ""
    return name, f"postgresql://{host}{port}/{name}"


def _without_password(said: str, url: str) -> str:
    """What is said of an address, unless it repeats the address."""
    secret = url.partition("://")[2].rpartition("@")[0].partition(":")[2]
    return said.replace(secret, "...") if secret else said
