"""A connection of the engine's own."""

from pathlib import Path

from trigpoint.engine.backends import DuckDB


def test_it_draws_no_progress_of_its_own(tmp_path: Path) -> None:
    """How far work is, is told once, by whoever asked for it, and as plain lines off a terminal."""
    backend = DuckDB()
    backend.start(tmp_path)
    (row,) = backend.con.raw_sql("SELECT current_setting('enable_progress_bar')").fetchall()
    assert row == (False,)
