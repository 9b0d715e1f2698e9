"""The application as a trial serves it, for journeys: run by `served`, in a process of its own.

It has imported everything before it forks, so that each beginning costs no start. It takes orders, a line each:
`make FOLDER DATABASE` makes tables, accounts and a check of data quality; `pack FOLDER DATABASE` a month with a pack
of the council's own and its targets; `begin FOLDER DATABASE PORT` serves what was made, with a worker; `end` stops
both.
"""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from unittest.mock import patch

MEASURES = ("cla_at_period_end", "icpc_15wd_pct", "missing_episodes")
"""Those whose figures are prepared anew: few, as each takes a second."""


def _child(work: Callable[[], None]) -> int:
    """A process that does something and ends; its number."""
    number = os.fork()
    if number:
        return number
    try:
        os.setpgid(0, 0)
        work()
    except SystemExit as ended:  # so gunicorn ends
        os._exit(int(ended.code or 0))
    except BaseException:  # noqa: BLE001 - the parent only sees how it ended
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def _at(home: Path, database: str) -> None:
    """Look at the store, the files and the database of a folder."""
    from django.conf import settings  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415

    connection.settings_dict["NAME"] = database
    settings.ENVIRONMENT = replace(settings.ENVIRONMENT, store=home / "store", data=home / "data")


def _make(home: Path, database: str) -> None:
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415

    from trigpoint.tasks.kept_check import keep_check  # noqa: PLC0415
    from trigpoint.web.people.samples import _wanted, make_account  # noqa: PLC0415

    from .conftest import PASSWORD  # noqa: PLC0415

    _at(home, database)
    keep_check(home / "store", effects=False)
    call_command("migrate", verbosity=0)
    for name, held in _wanted():
        make_account(name, held, PASSWORD)
    connection.close()


def _pack(home: Path, database: str) -> None:
    from datetime import date  # noqa: PLC0415

    from django.db import connection  # noqa: PLC0415

    from trigpoint.tasks.targets import load_targets  # noqa: PLC0415
    from trigpoint.web.months.models import Month, MonthPack  # noqa: PLC0415

    from .own_targets import OLD, PACK  # noqa: PLC0415

    _at(home, database)
    (home / "ours.toml").write_text(PACK, encoding="utf-8")
    (home / "old.toml").write_text(OLD, encoding="utf-8")
    load_targets(home / "old.toml", home / "store")
    MonthPack.objects.create(
        month=Month.objects.create(period=date(2026, 10, 31)), pack=str(home / "ours.toml"), audience="internal"
    )
    connection.close()


def _serve(home: Path, database: str, port: int) -> None:
    from trigpoint.web import serve  # noqa: PLC0415

    _at(home, database)
    serve._web_server(f"127.0.0.1:{port}", 1)


def _work(home: Path, database: str) -> None:
    from trigpoint.tasks.prepared_figures import prepare_figures  # noqa: PLC0415
    from trigpoint.web.jobs import queue, worker  # noqa: PLC0415

    _at(home, database)
    queue._gather()
    # other formats have tests of their own, and take longer
    with (
        patch("trigpoint.tasks.publish_month.formats", lambda: ["html"]),
        patch("trigpoint.web.targets.work._FORMS", ()),
        patch("trigpoint.web.months.work.prepare_figures", partial(prepare_figures, measures=MEASURES)),
        patch("trigpoint.web.jobs.worker._PAUSE", 0.1),
    ):
        worker.work()


def main() -> None:
    """Take orders until there are no more, and say when each is done."""
    from trigpoint.web import wsgi  # noqa: F401, PLC0415 - imported before it forks
    from trigpoint.web.jobs import queue  # noqa: PLC0415

    queue._gather()
    running: list[int] = []
    for order in sys.stdin:
        what, *told = order.split()
        if what in {"make", "pack"}:
            step = {"make": _make, "pack": _pack}[what]
            _, status = os.waitpid(_child(partial(step, Path(told[0]), told[1])), 0)
            assert status == 0
        if what == "begin":
            home, database, port = Path(told[0]), told[1], int(told[2])
            running = [_child(partial(_serve, home, database, port)), _child(partial(_work, home, database))]
        if what == "end":
            _end(running)
        print("done", flush=True)  # noqa: T201 - its answer
    _end(running)


def _end(running: list[int]) -> None:
    """Stop the processes that were begun; gunicorn ends its own."""
    for number in running:
        os.kill(number, signal.SIGTERM)
    for number in running:
        os.waitpid(number, 0)
    running.clear()


if __name__ == "__main__":
    import django

    from trigpoint.records.without_pandas import start_without_pandas

    start_without_pandas()
    django.setup()
    main()
