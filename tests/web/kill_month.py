"""A worker that is killed at an instant of its work and set to work again: run by `test_kill_month`, in a process.

It has imported everything before it forks, so that each try costs the work and not the start.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sqlite3
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any


def main(home: Path, tries: int, seed: int) -> dict[str, Any]:
    """Do the jobs of `home` without a stop, then `tries` times with a kill; what differed, and where the kills fell."""
    whole = _work(home, home / "whole", None)
    took = whole.pop("spent")
    chance, troubles, fell = random.Random(seed), [], 0
    for place in range(tries):
        to = home / "killed"
        after = chance.uniform(0.02, 0.98) * took
        found = _work(home, to, after)
        fell += found["killed"]
        for name in set(whole) - {"killed"}:
            if found[name] != whole[name]:
                when = f"{place}, killed after {after:.2f} s of {took:.2f}"
                troubles.append(f"{when}: {name}: {found[name]} not {whole[name]}")
        shutil.rmtree(to)
    return {"took": took, "kills": fell, "troubles": troubles, "whole": whole}


def _work(home: Path, to: Path, kill_after: float | None) -> dict[str, Any]:
    """A copy of everything, worked on; killed once, then finished by another worker."""
    shutil.copytree(home / "base", to)
    killed = 0
    if kill_after is not None:
        child = _worker(to)
        while _spent(child) < kill_after and os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
            time.sleep(0.002)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        killed = os.WIFSIGNALED(status)
    child = _worker(to)
    _, status, used = os.wait4(child, 0)
    ended = {"killed": int(killed), "exit": os.waitstatus_to_exitcode(status)}
    return _state(to) | ended | {"spent": used.ru_utime + used.ru_stime}


def _spent(process: int) -> float:
    """Seconds of processor time that a process has used: the clock on the wall says little on a busy machine."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _worker(home: Path) -> int:
    """A process that takes back what another left and does every job; its number."""
    child = os.fork()
    if child:
        return child
    try:
        from django.conf import settings  # noqa: PLC0415
        from django.db import connection  # noqa: PLC0415

        from trigpoint.web.jobs.queue import take_back  # noqa: PLC0415

        from . import flow  # noqa: PLC0415

        connection.settings_dict["NAME"] = str(home / "web.sqlite3")
        settings.ENVIRONMENT = replace(settings.ENVIRONMENT, store=home / "store", data=home / "data")
        take_back()
        flow.work()
        connection.close()
    except BaseException:  # noqa: BLE001 - the parent only sees how it ended
        import traceback  # noqa: PLC0415

        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def _state(home: Path) -> dict[str, Any]:
    """What stands: rows without their times, releases by content, entries by content, and what was left lying about."""
    rows = sqlite3.connect(home / "web.sqlite3")

    def ask(sql: str) -> list[list[Any]]:
        return [list(row) for row in rows.execute(sql)]

    releases = sorted(path for path in (home / "store" / "releases").glob("*") if not path.name.startswith("."))
    said = [json.loads((path / "manifest.json").read_text()) for path in releases]
    found = {
        "lines": ask("SELECT key, figure, due, missing, digest, waived FROM months_line ORDER BY key"),
        "approvals": ask("SELECT line_id, voided IS NULL FROM months_approval ORDER BY id"),
        "happenings": ask("SELECT what FROM months_happening ORDER BY what"),
        "publications": ask("SELECT release != '', replaces, published IS NOT NULL FROM months_publication"),
        "jobs": ask("SELECT kind, state, trouble FROM jobs_job ORDER BY id"),
        "releases": [[one["job"], {name: file["sha256"] for name, file in one["content"].items()}] for one in said],
        "snapshots": sorted(path.name for path in (home / "store" / "snapshots").glob("[0-9]*")),
        "months": ask("SELECT period, snapshot, calculated_at IS NULL FROM months_month ORDER BY period"),
        "commentary": sorted(file.stem[23:] for file in (home / "store/entries/commentary").glob("*.parquet")),
        "leftovers": sorted(path.name for path in (home / "data" / "aside").glob("*")),
    }
    rows.close()
    return found


def make(home: Path) -> None:
    """A month that is signed off, with the freeze of another, a calculation and its publication waiting to be done."""
    from django.conf import settings  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415

    from trigpoint.store import Store  # noqa: PLC0415
    from trigpoint.web.jobs.queue import ask  # noqa: PLC0415
    from trigpoint.web.months.models import Month, Publication  # noqa: PLC0415
    from trigpoint.web.people.actor import Held  # noqa: PLC0415
    from trigpoint.web.people.samples import make_account  # noqa: PLC0415

    from . import flow  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    roles = ("analyst", "information_manager", "head_of_service", "approver")
    people = flow.People(*(make_account(role, Held(role), "a long enough password") for role in roles))
    store = Store(settings.ENVIRONMENT.store)
    snapshot = store.current()
    assert snapshot is not None
    flow.accepted(snapshot.id, people.analyst)
    told = {"snapshot": snapshot.id, "publish_on": "2026-11-17", "packs": [[flow.PACK, "internal"]]}
    ask("freeze", "freeze", told | {"period": "2026-10-31"}, people.manager.pk)
    flow.work()
    month = Month.objects.get()
    ask("calculate", "calculate", {"month": month.pk}, people.analyst.pk)
    flow.work()
    month.refresh_from_db()
    first = month.lines.filter(missing="").first()
    assert first is not None
    flow.said(first, people.head, "More children were reported missing than usual.")
    flow.settle(month, people)
    _agree_audit(store, snapshot.manifest["authorities"][0])
    ask("freeze", "freeze", told | {"period": "2026-09-30"}, people.manager.pk)
    ask("calculate", "calculate", {"month": month.pk}, people.analyst.pk)
    job = ask("publish", "publish", {"month": month.pk, "forms": ["html"]}, people.manager.pk)
    Publication.objects.create(job=job, month=month, published_by=people.manager)
    connection.close()
    (home / "base" / "data").mkdir(exist_ok=True)


def _agree_audit(store: Any, authority: str) -> None:
    """An audit that was agreed since the snapshot was loaded: the next freeze takes it in."""
    import pyarrow as pa  # noqa: PLC0415

    audit = {"authority": [authority], "audit_id": ["new"], "audited_on": [date(2026, 10, 1)], "grade": ["Good"]}
    with store.writing() as writer:
        writer.add_entry("ext_audit", pa.table(audit))


if __name__ == "__main__":
    import django

    from trigpoint.records.without_pandas import start_without_pandas

    start_without_pandas()
    django.setup()
    if sys.argv[1] == "make":
        make(Path(sys.argv[2]))
    else:
        from trigpoint.web.jobs import queue

        queue._gather()
        print(json.dumps(main(Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))))  # noqa: T201 - its answer
