"""The queries sent to a database, as text, and SQL Server by a stand-in for its driver: no server of it is run here."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import sqlglot
from sqlglot import exp

from trigpoint.records import TABLES
from trigpoint.sources import Database, Part, Refused, plan
from trigpoint.sources.database.dialect import POSTGRESQL, SQL_SERVER, Dialect
from trigpoint.sources.database.sql_server import connection_text


class DriverError(Exception):
    """What the stand-in raises for the driver."""


class Stand:
    """Stands in for pyodbc: answers the two queries and keeps what it was sent."""

    Error = DriverError

    def __init__(self, rows: dict[str, list[tuple[Any, ...]]], columns: list[tuple[str, str]]) -> None:
        self.rows, self.columns = rows, columns
        self.sent: list[tuple[str, tuple[Any, ...]]] = []
        self.opened: list[tuple[str, dict[str, Any]]] = []
        self.closed = False

    def connect(self, text: str, **asked: Any) -> Stand:
        self.opened.append((text, asked))
        return self

    def cursor(self) -> Stand:
        return self

    def close(self) -> None:
        self.closed = True

    def execute(self, sql: str, *parameters: Any) -> Any:
        self.sent.append((sql, parameters))
        if "INFORMATION_SCHEMA" in sql:
            return SimpleNamespace(fetchall=lambda: self.columns)
        table = sql.partition(" FROM ")[2].split()[0].split(".")[1].strip("[]")
        if table == "ssd_family":
            raise DriverError("42000", "[42000] The SELECT permission was denied (229)")
        batches: Iterator[list[tuple[Any, ...]]] = iter([self.rows[table], []])
        return SimpleNamespace(fetchmany=lambda _: next(batches))


@pytest.fixture
def stand(monkeypatch: pytest.MonkeyPatch) -> Stand:
    made = Stand(
        {
            "SSD_Contacts": [
                (1, "P1", datetime.fromisoformat("2024-03-20T14:30"), '{"NFA_FLAG": "Y"}'),
                (2, 7.0, date(2024, 3, 21), None),
            ],
            "ssd_professionals": [("W", Decimal("0.50"), True)],
        },
        [
            ("SSD_Contacts", name)
            for name in ("cont_contact_id", "cont_person_id", "cont_contact_date", "cont_contact_outcome_json")
        ]
        + [
            ("ssd_professionals", name)
            for name in ("prof_professional_id", "prof_full_time_equivalency", "prof_agency_worker_flag", "salary")
        ]
        + [("payroll", "salary")],
    )
    monkeypatch.setitem(sys.modules, "pyodbc", made)
    monkeypatch.setenv("TRIGPOINT_DATABASE_PASSWORD", "o}p;n")
    return made


def read(folder: Path, url: str = "sqlserver://reader@db.example/Children") -> dict[str, Part]:
    found = Database(url).fetch(folder, lambda *_: None)
    return {part.table: part for part in plan([], "", [found]).parts()}


def test_sql_server_is_read_by_columns_that_are_declared(stand: Stand, tmp_path: Path) -> None:
    parts = read(tmp_path)
    assert [sql for sql, _ in stand.sent[1:]] == [
        "SELECT [cont_contact_id], [cont_person_id], [cont_contact_date], [cont_contact_outcome_json] "
        "FROM [dbo].[SSD_Contacts] ORDER BY [cont_contact_id], [cont_person_id], [cont_contact_date]",
        "SELECT [prof_professional_id], [prof_full_time_equivalency], [prof_agency_worker_flag] "
        "FROM [dbo].[ssd_professionals] "
        "ORDER BY [prof_professional_id], [prof_full_time_equivalency], [prof_agency_worker_flag]",
    ]
    assert stand.sent[0][1] == ("dbo",)
    assert stand.closed
    contacts = parts["ssd_contacts"].data.to_pylist()
    assert [(r["authority"], r["cont_contact_id"], r["cont_person_id"], r["cont_contact_date"]) for r in contacts] == [
        ("Children", "1", "P1", date(2024, 3, 20)),
        ("Children", "2", "7", date(2024, 3, 21)),
    ]
    assert contacts[0]["cont_contact_outcome_nfa_flag"] == "Y"
    worker = parts["ssd_professionals"].data.to_pylist()[0]
    assert (worker["prof_full_time_equivalency"], worker["prof_agency_worker_flag"]) == (50, "Y")


def test_sql_server_is_told_that_it_is_only_read(stand: Stand, tmp_path: Path) -> None:
    read(tmp_path, "sqlserver://reader@db.example:1444/Children?driver=ODBC+Driver+17+for+SQL+Server")
    text, asked = stand.opened[0]
    assert text == (
        "DRIVER={ODBC Driver 17 for SQL Server};SERVER={tcp:db.example,1444};DATABASE={Children};"
        "ApplicationIntent={ReadOnly};APP={trigpoint};Encrypt={yes};UID={reader};PWD={o}}p;n}"
    )
    assert (asked["readonly"], asked["autocommit"]) == (True, False)
    assert "Trusted_Connection={yes}" in connection_text("mssql://db.example/Children", "")


REFUSED = {
    "sqlserver://reader:secret@db.example/Children": "the address of the database holds a password",
    "sqlserver://db.example/Children?Server=other": "unknown settings: server",
    "sqlserver://db.example": "the address of the database cannot be read",
    "sqlserver://db.example:port/Children": "the address of the database cannot be read",
}


@pytest.mark.parametrize("url", REFUSED)
def test_an_address_of_sql_server_is_refused(stand: Stand, tmp_path: Path, url: str) -> None:
    with pytest.raises(Refused) as refusal:
        read(tmp_path, url)
    assert REFUSED[url] in str(refusal.value)
    assert "secret" not in str(refusal.value)
    assert not stand.opened


def test_a_table_that_may_not_be_read_and_a_cell_that_cannot_are_named(stand: Stand, tmp_path: Path) -> None:
    stand.columns += [("ssd_family", "fami_table_id")]
    with pytest.raises(Refused, match=r"dbo\.ssd_family: the account may not read this table"):
        read(tmp_path)
    stand.columns.pop()
    stand.rows["SSD_Contacts"] = [(b"\x00", "P1", None, None)]
    with pytest.raises(Refused, match=r"dbo\.SSD_Contacts, column cont_contact_id: a cell .* of the type bytes"):
        read(tmp_path)


def test_without_its_driver_a_database_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for module, url, extra in (
        ("pyodbc", "sqlserver://h/d", "sqlserver"),
        ("psycopg", "postgresql://h/d", "postgresql"),
    ):
        monkeypatch.setitem(sys.modules, module, None)
        with pytest.raises(Refused, match=rf"not installed; install it.*trigpoint\[{extra}\]"):
            read(tmp_path, url)


@pytest.mark.parametrize(("dialect", "name"), [(POSTGRESQL, "postgres"), (SQL_SERVER, "tsql")])
def test_every_query_is_one_select_of_declared_names(dialect: Dialect, name: str) -> None:
    hostile = 'ssd"]; DROP TABLE x; --'
    for table in TABLES.values():
        columns = list(table.fields)
        (query,) = sqlglot.parse(dialect.rows(hostile, table.name, table, columns), dialect=name)
        assert isinstance(query, exp.Select)
        assert [column.name for column in query.selects] == columns
        (source,) = query.find_all(exp.Table)
        assert (source.db, source.name) == (hostile, table.name)
        order = query.args["order"].expressions
        assert not table.key or order[0].this.name == table.key
    (catalogue,) = sqlglot.parse(dialect.catalogue.replace("%s", "'s'").replace("?", "'s'"), dialect=name)
    assert isinstance(catalogue, exp.Select)
