"""Bad recording comes at the rate asked for, in every kind, and the rest of the twin is untouched."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from trigpoint.synthetic.recording import SPOILED


@pytest.fixture(scope="module")
def twins(clean: Path, recorded: Path) -> duckdb.DuckDBPyConnection:
    """Views `a_<table>` of the clean twin and `b_<table>` of the recorded one."""
    con = duckdb.connect()
    for letter, folder in (("a", clean), ("b", recorded)):
        for path in folder.glob("*.parquet"):
            con.execute(f"create view {letter}_{path.stem} as select * from '{path}'")
    return con


def count(con: duckdb.DuckDBPyConnection, query: str) -> int:
    found = con.execute(query).fetchone()
    assert found is not None
    return int(found[0])


def test_about_the_asked_share_of_rows_is_flawed(twins: duckdb.DuckDBPyConnection) -> None:
    flawed = rows = 0
    for name in SPOILED:
        flawed += count(twins, f"select count(*) from (from b_{name} except all from a_{name})")
        rows += count(twins, f"select count(*) from a_{name}")
    assert 0.045 < flawed / rows < 0.055


def test_other_tables_are_the_same_in_both_twins(clean: Path, recorded: Path) -> None:
    names = [path.name for path in clean.glob("*.parquet") if path.stem not in SPOILED]
    assert len(names) > 40
    assert [name for name in names if (clean / name).read_bytes() != (recorded / name).read_bytes()] == []


@pytest.mark.parametrize(
    ("kind", "query"),
    [
        ("a date is missing", "from b_ssd_cin_assessments where cina_assessment_start_date is null"),
        (
            "a link leads nowhere",
            "from b_ssd_initial_cp_conference where icpc_s47_enquiry_id not in"
            " (select s47e_s47_enquiry_id from b_ssd_s47_enquiry)",
        ),
        ("dates are out of order", "from b_ssd_cin_plans where cinp_cin_plan_end_date < cinp_cin_plan_start_date"),
        (
            "a spell was never ended",
            "from b_ssd_involvements b join a_ssd_involvements a using (invo_involvements_id) where "
            "b.invo_involvement_end_date is null and a.invo_involvement_end_date is not null",
        ),
        (
            "a key occurs twice",
            "from (select 1 from b_ssd_contacts group by cont_contact_id having count(*) > 1)",
        ),
        ("a code is in no code set", "from b_ssd_cla_reviews where clar_cla_review_participation = '??'"),
    ],
)  # fmt: skip
def test_each_kind_of_flaw_occurs(twins: duckdb.DuckDBPyConnection, kind: str, query: str) -> None:
    assert count(twins, f"select count(*) {query}") > 0, kind
    # the clean twin has none of them
    assert count(twins, f"select count(*) {query.replace('b_', 'a_')}") == 0, kind
