"""A web server that is killed at an instant of a sign-off, which is then sent again: run by `test_kill_month`.

It has imported everything before it forks, so that each try costs the request and not the start.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sqlite3
import sys
from pathlib import Path
from typing import Any

_LINES = 25
_SENT = "sent.json"


def make(home: Path) -> None:
    """A month whose lines wait for their sign-off, and somebody signed in who may give it."""
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    from trigpoint.web.months.state import line_states  # noqa: PLC0415
    from trigpoint.web.people.actor import Held  # noqa: PLC0415
    from trigpoint.web.people.samples import make_account  # noqa: PLC0415

    from .month_samples import WITHIN, make_line, make_month  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    month = make_month()
    for number in range(_LINES):
        make_line(month, 10 + number, f"measure_{number}", f"Measure {number}", "84%", "137 of 164", WITHIN, "", "")
    client = Client()
    director = make_account("director", Held("approver"), "a long enough password")
    client.force_login(director, backend="trigpoint.web.people.local.LocalBackend")
    ready = [f"{one.line.pk}:{one.digest}" for one in line_states(month) if not one.hindrance]
    cookies = {name: morsel.value for name, morsel in client.cookies.items()}
    (home / "base" / _SENT).write_text(json.dumps({"cookies": cookies, "line": ready}))
    connection.close()


def main(home: Path, tries: int, seed: int) -> dict[str, Any]:
    """Sign off without a stop, then `tries` times with a kill; what differed, and where the kills fell."""
    _send(home, home / "whole", None)
    whole, took = _state(home / "whole"), _TOOK[-1]
    chance, troubles, fell, before = random.Random(seed), [], 0, 0
    for place in range(tries):
        to, after = home / "killed", chance.uniform(0.02, 0.98) * took
        fell += _send(home, to, after)
        stood = _state(to)
        before += not stood["approvals"]
        if stood["approvals"] and stood != whole:
            troubles.append(f"{place}, killed after {after / 1e6:.1f} ms: half is done: {stood}")
        _send(home, to, None)
        if _state(to) != whole:
            troubles.append(f"{place}, killed after {after / 1e6:.1f} ms, sent again: {_state(to)} not {whole}")
        shutil.rmtree(to)
    return {"took": took, "kills": fell, "before": before, "troubles": troubles, "whole": whole}


_TOOK: list[int] = []


def _send(home: Path, to: Path, kill_after: float | None) -> bool:
    """Send the sign-off to a server process on a copy of everything; whether it was killed meanwhile."""
    if not to.exists():
        shutil.copytree(home / "base", to)
    ready, begin = os.pipe()
    child = os.fork()
    if not child:
        os.read(ready, 1)
        _serve(to)
    started = _spent(child)
    os.write(begin, b"x")
    while os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
        if kill_after is not None and _spent(child) - started >= kill_after:
            os.kill(child, signal.SIGKILL)
            break
    if kill_after is None:
        _TOOK.append(_spent(child) - started)
    _, status = os.waitpid(child, 0)
    os.close(ready)
    os.close(begin)
    if not os.WIFSIGNALED(status):
        assert os.waitstatus_to_exitcode(status) == 0, "the sign-off was not answered"
    return os.WIFSIGNALED(status)


def _serve(home: Path) -> None:
    """Answer the request as a web server would, in this process; it ends then."""
    try:
        from django.db import connection  # noqa: PLC0415
        from django.test import Client  # noqa: PLC0415

        connection.settings_dict["NAME"] = str(home / "web.sqlite3")
        sent = json.loads((home / _SENT).read_text())
        client = Client()
        client.cookies.load(sent["cookies"])
        answer = client.post("/month/2026-10/sign-off/", {"line": sent["line"]})
        connection.close()
        os._exit(0 if answer.status_code == 302 else 1)
    except BaseException:  # noqa: BLE001 - the parent only sees how it ended
        import traceback  # noqa: PLC0415

        traceback.print_exc()
        os._exit(1)


def _spent(process: int) -> int:
    """Nanoseconds that a process was on a processor."""
    return int(Path(f"/proc/{process}/schedstat").read_text().split()[0])


def _state(home: Path) -> dict[str, Any]:
    """What stands: sign-offs, the diary, the log with its chain, and whether the database is whole."""
    rows = sqlite3.connect(home / "web.sqlite3")
    found = {
        "approvals": rows.execute("SELECT line_id, voided IS NULL, digest FROM months_approval ORDER BY id").fetchall(),
        "happenings": rows.execute("SELECT what FROM months_happening ORDER BY id").fetchall(),
        "logged": rows.execute("SELECT number, action, detail FROM access_logged ORDER BY number").fetchall(),
        "head": rows.execute("SELECT number FROM access_head").fetchall(),
        "whole": rows.execute("PRAGMA integrity_check").fetchall(),
    }
    rows.close()
    return found


if __name__ == "__main__":
    import django

    from trigpoint.records.without_pandas import start_without_pandas

    start_without_pandas()
    django.setup()
    if sys.argv[1] == "make":
        make(Path(sys.argv[2]))
    else:
        from trigpoint.web import urls  # noqa: F401

        print(json.dumps(main(Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))))  # noqa: T201 - its answer
