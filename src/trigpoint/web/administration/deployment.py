"""What is wrong with a deployment that runs: each a sentence with its remedy."""

from __future__ import annotations

import hashlib
import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.core.checks import ERROR, run_checks
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

import trigpoint.web
from trigpoint.store import Store, StoreError
from trigpoint.web.access.checking import check_chain
from trigpoint.web.access.protect import is_protected
from trigpoint.web.administration.archive import newest_backup
from trigpoint.web.administration.machine import machine_faults, use_faults
from trigpoint.web.environment import VARIABLES, Environment
from trigpoint.web.jobs.worker import is_working
from trigpoint.web.weak import unknown_names

DAY = 26 * 60 * 60
"""Seconds that the newest backup may be old: a night, and two hours for a late one."""
_FREE = 2_000_000_000


def deployment_faults(told: Environment) -> Iterator[str]:
    """Everything that is wrong, the settings first; what depends on a fault is not looked at."""
    yield from told.faults()
    yield from unknown_names(os.environ, VARIABLES)
    yield from _settings(told)
    reached = list(_database())
    yield from reached
    if not reached:
        yield from _log(told)
        yield from () if told.trial else use_faults()
    yield from _store(told)
    yield from _static()
    if not is_working(told.data):
        yield f"No worker runs for {told.data}: start it with `trigpoint manage work`, as a service."
    if not told.trial:
        yield from _backups(told)
        yield from machine_faults(told)


def _settings(told: Environment) -> Iterator[str]:
    """What Django itself would warn of, and what a file of other settings could have undone."""
    if os.environ.get("DJANGO_SETTINGS_MODULE", "trigpoint.web.settings") != "trigpoint.web.settings":
        yield "DJANGO_SETTINGS_MODULE names other settings than Trigpoint's: leave it out."
    if settings.DEBUG:
        yield "DEBUG is on in Django's settings: pages would show the inside of the application."
    if told.trial:
        return
    if not (settings.SESSION_COOKIE_SECURE and settings.CSRF_COOKIE_SECURE and settings.SESSION_COOKIE_HTTPONLY):
        yield "Cookies may travel readable by others: SESSION_COOKIE_SECURE and CSRF_COOKIE_SECURE must be on."
    if not settings.SESSION_COOKIE_NAME.startswith("__Host-"):
        yield "The cookie of the session does not begin with __Host-: another host of the domain could set it."
    if not settings.SECURE_SSL_REDIRECT or settings.SECURE_HSTS_SECONDS < 31_536_000:
        yield "Browsers are not told to use https only: SECURE_SSL_REDIRECT and a year of SECURE_HSTS_SECONDS."
    for one in run_checks(include_deployment_checks=True):
        if one.level >= ERROR and not one.is_silenced():
            yield f"{one.msg} ({one.id})"


def _database() -> Iterator[str]:
    """Whether it answers, is up to date, and its role may do no more than it must."""
    try:
        executor = MigrationExecutor(connection)
        open_ones = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        yield f"The database does not answer: {str(error).splitlines()[0]}. Check TRIGPOINT_DATABASE_URL."
        return
    if open_ones:
        yield f"The tables are {len(open_ones)} steps behind this version: run `trigpoint manage migrate`."
    elif connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT rolsuper OR rolcreaterole OR rolcreatedb FROM pg_roles WHERE rolname = current_user")
            row = cursor.fetchone()
        if row and row[0]:
            yield "The role of the database may make roles or databases: take SUPERUSER, CREATEROLE and CREATEDB away."


def _log(told: Environment) -> Iterator[str]:
    found = check_chain()
    yield from found.faults[:5]
    if not told.trial and not is_protected():
        yield "The database would let an entry of the access log be changed: run `trigpoint manage protect-log`."


def _store(told: Environment) -> Iterator[str]:
    try:
        newest = Store(told.store).current()
    except (StoreError, OSError) as error:
        yield str(error)
        return
    if newest is not None and not all(file.is_file() for files in newest.tables.values() for file in files):
        yield f"Snapshot {newest.id} of {told.store} is not whole: put it back from a backup."
    for place in (told.store, told.data):
        if place.exists() and not os.access(place, os.R_OK | os.W_OK | os.X_OK):
            yield f"{place} cannot be written by this account: give it to the account that runs Trigpoint."
        elif place.exists() and shutil.disk_usage(place).free < _FREE:
            yield f"Less than 2 GB are free for {place}: a load could stop half way. Make room."


def _static() -> Iterator[str]:
    """Whether the committed files of the pages are those that were reviewed."""
    folder = Path(trigpoint.web.__path__[0]) / "static" / "govuk"
    for line in (folder / "SHA256SUMS").read_text().splitlines():
        wanted, name = line.split()
        file = folder / name.lstrip("*")
        if not file.is_file() or hashlib.sha256(file.read_bytes()).hexdigest() != wanted:
            yield f"{file.name} is missing or not as it was released: install Trigpoint again."


def _backups(told: Environment) -> Iterator[str]:
    if told.backups is None:
        yield "TRIGPOINT_BACKUPS is missing: name the folder that `trigpoint manage backup` writes to each night."
        return
    newest = newest_backup(told.backups)
    if newest is None:
        yield f"{told.backups} holds no backup: run `trigpoint manage backup`, each night."
    elif time.time() - newest.stat().st_mtime > DAY:
        days = (time.time() - newest.stat().st_mtime) / 86_400
        yield f"The newest backup, {newest.name}, is {days:.1f} days old: see why the nightly one does not run."
