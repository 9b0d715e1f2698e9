"""SQL Server by pyodbc: a connection that says it only reads. Its queries are tested as text, not against a server."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from trigpoint.sources.database import session
from trigpoint.sources.database.dialect import SQL_SERVER
from trigpoint.sources.issue import names, refused

SCHEMES = ("sqlserver://", "mssql://")

_DRIVER = "ODBC Driver 18 for SQL Server"
_OPTIONS = {"driver": "DRIVER", "encrypt": "Encrypt", "trustservercertificate": "TrustServerCertificate"}
_MAY_NOT_READ = "42000"
"""SQLSTATE with which the driver reports error 229, SELECT denied, among others."""


class SqlServer:
    """A session of SQL Server. Raises Refused when there is none to be had."""

    dialect = SQL_SERVER

    def __init__(self, url: str) -> None:
        try:
            import pyodbc  # noqa: PLC0415 - an extra: only who reads a database needs it
        except ImportError:
            mend = "install it with Microsoft's ODBC driver: pip install 'trigpoint[sqlserver]'"
            raise refused("--database", "reading SQL Server needs pyodbc, which is not installed", mend) from None
        self._driver: Any = pyodbc
        address = _address(url)
        self.name = unquote(address.path.strip("/"))
        port = f":{address.port}" if address.port else ""
        self.shown = f"sqlserver://{address.hostname}{port}/{self.name}"
        if address.password:
            raise session.refuse_password(self.shown)
        try:
            text = connection_text(url, session.password())
            self._connection = pyodbc.connect(text, readonly=True, autocommit=False, timeout=session.CONNECT_SECONDS)
        except pyodbc.Error as error:
            raise session.not_connected(self.shown, _said(error)) from None

    def query(self, sql: str, parameter: str) -> list[session.Row]:
        """All rows of a short answer."""
        try:
            return list(self._connection.cursor().execute(sql, parameter).fetchall())
        except self._driver.Error as error:
            raise session.lost(self.shown, _said(error)) from None

    def batches(self, sql: str, what: str) -> Iterator[Sequence[session.Row]]:
        """Rows some at a time, as the driver fetches them."""
        try:
            cursor = self._connection.cursor().execute(sql)
            while rows := cursor.fetchmany(session.BATCH):
                yield rows
        except self._driver.Error as error:
            if error.args and error.args[0] == _MAY_NOT_READ and "229" in str(error):
                raise session.not_allowed(what) from None
            raise session.lost(what, _said(error)) from None

    def close(self) -> None:
        """End the transaction and the connection."""
        self._connection.close()


def connection_text(url: str, password: str) -> str:
    """The words of ODBC for an address: the account of Windows where it names no user. Raises Refused."""
    address = _address(url)
    options = {key.lower(): value for key, value in parse_qsl(address.query)}
    if unknown := sorted(options.keys() - _OPTIONS.keys()):
        mend = f"use {names(_OPTIONS)}; the schema is given with --schema"
        raise refused("--database", f"the address of the database has unknown settings: {names(unknown)}", mend)
    server = f"tcp:{address.hostname}" + (f",{address.port}" if address.port else "")
    words = {"DRIVER": _DRIVER, "SERVER": server, "DATABASE": unquote(address.path.strip("/"))}
    words |= {"ApplicationIntent": "ReadOnly", "APP": "trigpoint", "Encrypt": "yes"}
    words |= {_OPTIONS[key]: value for key, value in options.items()}
    account = {"UID": unquote(address.username), "PWD": password} if address.username else {"Trusted_Connection": "yes"}
    return ";".join(f"{key}={{{value.replace('}', '}}')}}}" for key, value in (words | account).items())


def _address(url: str) -> SplitResult:
    try:
        address = urlsplit(url)
        known = address.hostname and address.path.strip("/") and (address.port or True)
    except ValueError:
        known = False
    if not known:
        mend = "write it as sqlserver://user@host:1433/database"
        raise refused("--database", "the address of the database cannot be read", mend)
    return address


def _said(error: Any) -> Exception:
    """The driver's sentence without its state."""
    return Exception(str(error.args[-1]) if error.args else str(error))
