"""What a driver module offers: a session in which nothing can be written, and failures as sentences."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import Any, Protocol

from trigpoint.sources.database.dialect import Dialect
from trigpoint.sources.issue import Refused, refused

BATCH = 10_000
"""Rows fetched at a time."""
PASSWORD = "TRIGPOINT_DATABASE_PASSWORD"  # noqa: S105 - the name of a variable
CONNECT_SECONDS = 15

Row = Sequence[Any]


class Session(Protocol):
    """One connection, one transaction. `shown` is its address as it may be written anywhere."""

    shown: str
    name: str
    dialect: Dialect

    def query(self, sql: str, parameter: str) -> list[Row]:
        """All rows of a short answer."""

    def batches(self, sql: str, what: str) -> Iterator[Sequence[Row]]:
        """Rows of a long answer, some at a time; `what` is named when they cannot be read. Raises Refused."""

    def close(self) -> None:
        """End the transaction and the connection."""


def password() -> str:
    """The password that the environment gives; empty when none."""
    return os.environ.get(PASSWORD, "")


def refuse_password(shown: str) -> Refused:
    """The refusal of an address that holds a password, which a command line would show to others and keep."""
    mend = f"take it out and set it as {PASSWORD} in the environment; change it if others can have seen it"
    return refused(shown, "the address of the database holds a password", mend)


def not_connected(shown: str, error: BaseException) -> Refused:
    """The refusal of a connection that could not be made."""
    said = one_line(error)
    if "password" in said.lower() or "login failed" in said.lower():
        return refused(shown, f"the database did not let us in ({said})", f"check the user and {PASSWORD}")
    mend = "check the address, and that the server can be reached from here"
    return refused(shown, f"there is no connection to the database ({said})", mend)


def lost(what: str, error: BaseException) -> Refused:
    """The refusal of a read that broke off."""
    mend = "try again; nothing that was read before it is kept"
    return refused(what, f"reading from the database broke off ({one_line(error)})", mend)


def not_allowed(what: str) -> Refused:
    """The refusal of a table that the account may not read."""
    mend = "ask for SELECT on the tables of the dataset, and for nothing more"
    return refused(what, "the account may not read this table", mend)


def one_line(error: BaseException) -> str:
    """What a driver says, in one short line without a full stop."""
    lines = str(error).strip().splitlines() or [type(error).__name__]
    return lines[0].rpartition("FATAL: ")[2].strip().rstrip(".")[:200]
