"""Starting the application: a web server and the worker beside it, for a trial on this machine or for real use."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
import threading
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_SETTINGS = "trigpoint.web.settings"
_PAUSE = 5.0
"""Seconds until a worker that ended by itself is begun again."""


def trial_environment(store: Path, data: Path, given: MutableMapping[str, str]) -> bool:
    """Fill what a trial needs into the variables `given`: a secret of its own and SQLite. False for a deployment.

    A deployment says its own secret and database; then nothing is filled in but the store.
    """
    given.setdefault("TRIGPOINT_STORE", str(store.resolve()))
    given.setdefault("TRIGPOINT_DATA", str(data.resolve()))
    if given.get("TRIGPOINT_SECRET_KEY"):
        return False
    data.mkdir(parents=True, exist_ok=True)
    data.chmod(0o700)
    given["TRIGPOINT_SECRET_KEY"] = _secret(data / "secret")
    given.setdefault("TRIGPOINT_DATABASE_URL", f"sqlite:///{data.resolve() / 'trigpoint.sqlite3'}")
    given["TRIGPOINT_TRIAL"] = "1"
    return True


def start_django() -> None:
    """Make Django ready in this process. With a weak setting the process ends: each in a sentence, exit code 3."""
    import django  # noqa: PLC0415 - only commands of the web need it

    from trigpoint.records.without_pandas import start_without_pandas  # noqa: PLC0415
    from trigpoint.web.environment import read_environment  # noqa: PLC0415

    start_without_pandas()
    if faults := read_environment(os.environ).faults():
        sys.stderr.write("\n".join(faults) + "\n")
        raise SystemExit(3)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", _SETTINGS)
    django.setup()


def bring_up_to_date() -> None:
    """Make or change the tables of the database as this version needs them."""
    from django.core.management import call_command  # noqa: PLC0415

    call_command("migrate", verbosity=0)


def serve(port: int, workers: int = 2) -> None:
    """Serve until interrupted, with the worker as a second process."""
    from django.conf import settings  # noqa: PLC0415

    where = "127.0.0.1" if settings.ENVIRONMENT.trial else settings.ENVIRONMENT.listen
    with _worker():
        make_ready()
        _web_server(f"{where}:{port}", workers)


def make_ready() -> None:
    """Load every view and template once, before processes are forked off: else the first visitor of each waits."""
    from django.template import engines  # noqa: PLC0415
    from django.urls import get_resolver  # noqa: PLC0415

    assert get_resolver().url_patterns
    for engine in engines.all():
        templates: Any = engine.env  # type: ignore[attr-defined,unused-ignore]
        for name in templates.list_templates(filter_func=lambda name: name.endswith(".html.j2")):
            templates.get_template(name)


@contextmanager
def _worker() -> Iterator[None]:
    """The worker beside the server. When it ends by itself it is begun again: without it nothing would be done."""
    mine, stopping = os.getpid(), threading.Event()
    running: list[subprocess.Popen[bytes]] = []

    def keep() -> None:
        while not stopping.is_set():
            running[:] = [subprocess.Popen([sys.executable, "-m", "trigpoint.cli", "manage", "work"])]
            if stopping.is_set():
                running[0].terminate()
            running[0].wait()
            stopping.wait(_PAUSE)

    keeper = threading.Thread(target=keep, name="worker", daemon=True)
    keeper.start()
    try:
        yield
    finally:
        if os.getpid() == mine:  # a process of the server, forked off, comes by here too when it ends
            stopping.set()
            for process in running:
                process.terminate()
            keeper.join()


def _web_server(bind: str, workers: int) -> None:
    from trigpoint.web.wsgi import application  # noqa: PLC0415

    if os.name == "nt":
        from waitress import serve as wait  # type: ignore[import-untyped,import-not-found,unused-ignore]  # noqa: PLC0415

        wait(application, listen=bind)
        return
    from gunicorn.app.base import BaseApplication  # noqa: PLC0415

    class _Server(BaseApplication):  # type: ignore[misc]
        """Gunicorn without its own command line."""

        def load_config(self) -> None:
            options: dict[str, Any] = {
                "bind": bind,
                "workers": workers,
                "threads": 4,
                "worker_class": "gthread",
                "timeout": 120,
                "loglevel": "warning",
                "limit_request_line": 8190,
            }
            for name, value in options.items():
                self.cfg.set(name, value)

        def load(self) -> Any:
            return application

    _Server().run()


def _secret(file: Path) -> str:
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(64), encoding="utf-8")
    return file.read_text(encoding="utf-8").strip()
