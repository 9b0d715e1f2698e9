"""The worker beside the server is there as long as the server is."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from typing import Any

import pytest
from django.template import engines

from trigpoint.web import serve

from .served import ROOT

_POPEN = subprocess.Popen


def _waits(found: list[subprocess.Popen[bytes]], number: int) -> None:
    for _ in range(500):
        if len(found) >= number:
            return
        time.sleep(0.01)
    pytest.fail(f"{len(found)} workers were begun, not {number}")


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """The workers that are begun: each only waits."""
    found: list[subprocess.Popen[bytes]] = []

    def begin(*_given: Any) -> subprocess.Popen[bytes]:
        found.append(_POPEN([sys.executable, "-c", "import time; time.sleep(60)"]))
        return found[-1]

    monkeypatch.setattr(subprocess, "Popen", begin)
    monkeypatch.setattr(serve, "_PAUSE", 0.01)
    return found


def test_a_worker_that_dies_is_begun_again_and_ends_with_the_server(begun: list[subprocess.Popen[bytes]]) -> None:
    with serve._worker():
        _waits(begun, 1)
        begun[0].kill()
        _waits(begun, 2)
        assert begun[1].poll() is None
    assert begun[1].poll() is not None
    assert len(begun) == 2


@pytest.mark.skipif(os.name == "nt", reason="no process is forked there")
def test_a_forked_process_that_ends_leaves_the_worker(begun: list[subprocess.Popen[bytes]]) -> None:
    around = serve._worker()
    with around:
        _waits(begun, 1)
        forked = os.fork()
        if forked == 0:
            try:
                around.__exit__(None, None, None)
            finally:
                os._exit(0)
        os.waitpid(forked, 0)
        assert begun[0].poll() is None


def test_every_view_and_template_is_loaded_before_somebody_asks() -> None:
    serve.make_ready()
    loaded = next(iter(engines.all())).env.cache  # type: ignore[attr-defined]
    names = {name for _, name in loaded}
    assert {"base.html.j2", "teams/week.html.j2", "quality/worklist.html.j2"} <= names
    assert {"trigpoint.web.teams.pages", "trigpoint.web.people.oidc"} <= set(sys.modules)


_FORKED = """
import os, sys
import pyarrow  # its threads know of forks
before = len(os.listdir("/proc/self/task"))
import django
django.setup()
from trigpoint.web import serve
serve.make_ready()
more = len(os.listdir("/proc/self/task")) - before
number = os.fork()
if not number:
    sys.exit(0)
print(os.waitpid(number, 0)[1], more)
"""


@pytest.mark.skipif(not os.path.isdir("/proc/self/task"), reason="threads are counted as Linux tells them")
def test_nothing_runs_beside_a_process_that_others_are_forked_from() -> None:
    """A forked process has no threads but its own, and would fall over those of a library when it ends."""
    given = os.environ | {"DJANGO_SETTINGS_MODULE": "web_settings", "PYTHONPATH": f"{ROOT / 'src'}:{ROOT / 'tests'}"}
    done = subprocess.run([sys.executable, "-c", _FORKED], env=given, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0", "0"]
