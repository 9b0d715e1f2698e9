"""A command loads what it needs and no more."""

from __future__ import annotations

import subprocess
import sys

LOADED = """
import sys
from trigpoint.cli.app import main
try:
    main({arguments})
except SystemExit:
    pass
print(*sorted({{"ibis", "pandas", "docx", "pptx"}} & sys.modules.keys()))
"""


def loaded(*arguments: str) -> str:
    code = LOADED.format(arguments=list(arguments))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.splitlines()[-1]


def test_loading_files_needs_neither_engine_nor_pandas() -> None:
    assert loaded("load", "--help") == ""


def test_calculating_needs_the_engine_and_no_pandas() -> None:
    assert loaded("figures", "--help") == "ibis"


def test_tables_still_become_data_frames() -> None:
    code = (
        "from trigpoint.records.without_pandas import start_without_pandas as start; start(); import pyarrow as pa\n"
        "frame = pa.table({'a': [1, 2]}).to_pandas(); print(pa.Table.from_pandas(frame).num_rows)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["2"]
