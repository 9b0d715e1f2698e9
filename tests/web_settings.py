"""Django's settings in the tests: a trial on SQLite, or on PostgreSQL where TRIGPOINT_TEST_DATABASE names one."""

from __future__ import annotations

import os
import tempfile

_HOME = tempfile.mkdtemp(prefix="trigpoint-web-")
os.environ.setdefault("TRIGPOINT_SECRET_KEY", "for-tests-only-0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGH")
os.environ.setdefault("TRIGPOINT_STORE", f"{_HOME}/store")
os.environ.setdefault("TRIGPOINT_DATA", f"{_HOME}/data")
os.environ.setdefault("TRIGPOINT_PLACE", "Borderfield Council")
os.environ.setdefault("TRIGPOINT_TRIAL", "1")
os.environ.setdefault(
    "TRIGPOINT_DATABASE_URL", os.environ.get("TRIGPOINT_TEST_DATABASE") or f"sqlite:///{_HOME}/web.sqlite3"
)

from trigpoint.web.settings import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # weak and quick, as no test is about hashing
WHITENOISE_AUTOREFRESH = True  # finds static files when they are asked for: no look through all of them at start
