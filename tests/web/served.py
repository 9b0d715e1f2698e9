"""The application served for journeys: its own store, database, web server and worker, begun anew for each story."""

from __future__ import annotations

import fcntl
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.request import urlopen

import psycopg

ROOT = Path(__file__).parents[2]
SERVER = os.environ.get("TRIGPOINT_TEST_DATABASE", "")
"""The address of a PostgreSQL server; empty for SQLite."""
SCRIPTS = (True,) if SERVER else (True, False)
"""Whether JavaScript is on. Without it pages ask the database for the same: once is enough for PostgreSQL."""
_MADE = "trigpoint_journeys"


@dataclass
class Served:
    """The process that serves, and the folder in which what it serves is kept."""

    process: subprocess.Popen[str]
    base: Path
    folder: Path
    stories: list[Path] = field(default_factory=list)

    @contextmanager
    def story(self, *, own_pack: bool = False) -> Iterator[str]:
        """Serve a copy of what was made, with a pack of the council's own and its targets or without; its address."""
        home = self.folder / f"story-{len(self.stories)}"
        self.stories.append(home)
        shutil.copytree(self.base, home)
        port, database = _free_port(), _copied(home)
        if own_pack:
            self.order(f"pack {home} {database}")
        self.order(f"begin {home} {database} {port}")
        address = f"http://127.0.0.1:{port}"
        _await(address)
        try:
            yield address
        finally:
            self.order("end")

    def order(self, what: str) -> None:
        """Have something done; returns when it is."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{what}\n")
        self.process.stdin.flush()
        assert self.process.stdout.readline() == "done\n", "the process that serves has ended"


@contextmanager
def serving(store: Path, folder: Path) -> Iterator[Served]:
    """A process that serves copies of a store; what every story begins with is made once for every process."""
    shared = store.parent / "journeys"
    given = os.environ | {
        "DJANGO_SETTINGS_MODULE": "web_settings",
        "PYTHONPATH": f"{ROOT / 'src'}:{ROOT / 'tests'}",
        "TRIGPOINT_TRIAL": "1",
        "TRIGPOINT_PLACE": "Borderfield Council",
    }
    command = [sys.executable, "-m", "web.serving"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, env=given, cwd=ROOT, text=True, **pipes) as process:  # type: ignore[call-overload]
        found = Served(process, shared, folder)
        with (store.parent / "journeys.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not (shared / "made").exists():
                (shared / "data").mkdir(parents=True)
                shutil.copytree(store, shared / "store")
                _sql(f"DROP DATABASE IF EXISTS {_MADE}", f"CREATE DATABASE {_MADE}")
                found.order(f"make {shared} {_MADE if SERVER else shared / 'web.sqlite3'}")
                (shared / "made").touch()
        yield found
        assert process.stdin is not None
        process.stdin.close()


def _copied(home: Path) -> str:
    """The database of a story: a copy of the one that was made."""
    if not SERVER:
        return str(home / "web.sqlite3")
    name = f"{_MADE}_{os.getpid()}_{home.name.rpartition('-')[2]}"
    _sql(f"DROP DATABASE IF EXISTS {name}", f"CREATE DATABASE {name} TEMPLATE {_MADE}")
    return name


def _sql(*statements: str) -> None:
    if SERVER:
        with psycopg.connect(SERVER, autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement.encode())


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _await(address: str) -> None:
    for _ in range(300):
        try:
            urlopen(f"{address}/sign-in/", timeout=5).close()
        except OSError:  # not yet, or not quickly
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"{address} does not answer")
