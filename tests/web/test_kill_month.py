"""kill -9 at any instant of freezing, calculating, signing off and publishing: nothing is lost or done twice."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
TRIES = 200 if os.environ.get("TRIGPOINT_LONG") else 20


def _run(home: Path, *arguments: str, script: str = "web.kill_month") -> str:
    """The script in a process of its own, on the database and the store of `home`."""
    given = os.environ | {
        "DJANGO_SETTINGS_MODULE": "trigpoint.web.settings",
        "PYTHONPATH": f"{ROOT / 'src'}:{ROOT / 'tests'}",
        "TRIGPOINT_DATABASE_URL": f"sqlite:///{home / 'base' / 'web.sqlite3'}",
        "TRIGPOINT_STORE": str(home / "base" / "store"),
        "TRIGPOINT_DATA": str(home / "base" / "data"),
        "TRIGPOINT_SECRET_KEY": "for-tests-only-0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGH",
        "TRIGPOINT_TRIAL": "1",
    }
    command = [sys.executable, "-m", script, *arguments]
    done = subprocess.run(command, env=given, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


def test_a_worker_may_be_killed_at_any_instant(store: Path, tmp_path: Path) -> None:
    (tmp_path / "base").mkdir()
    shutil.copytree(store, tmp_path / "base" / "store")
    _run(tmp_path, "make", str(tmp_path))
    found: dict[str, Any] = json.loads(_run(tmp_path, "kill", str(tmp_path), str(TRIES), "7"))
    whole = found["whole"]
    assert [job[:2] for job in whole["jobs"][-3:]] == [["freeze", "done"], ["calculate", "done"], ["publish", "done"]]
    assert len(whole["releases"]) == 1
    assert len(whole["snapshots"]) == 2
    assert all(approval[1] for approval in whole["approvals"])
    assert whole["commentary"]
    assert found["troubles"] == []
    assert found["kills"] >= TRIES * 0.7, "too few fell into the work to prove anything"


def test_a_web_server_may_be_killed_at_any_instant_of_a_sign_off(tmp_path: Path) -> None:
    (tmp_path / "base").mkdir()
    _run(tmp_path, "make", str(tmp_path), script="web.kill_sign_off")
    told = ("kill", str(tmp_path), str(TRIES), "7")
    found: dict[str, Any] = json.loads(_run(tmp_path, *told, script="web.kill_sign_off"))
    assert len(found["whole"]["approvals"]) > 20
    assert found["whole"]["whole"] == [["ok"]]
    assert found["troubles"] == []
    assert found["kills"] >= TRIES * 0.7, "too few fell into the request to prove anything"
