"""Settings that are too weak to start with, a sentence each with its remedy."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit
from uuid import UUID

if TYPE_CHECKING:
    from trigpoint.web.environment import Environment

_SECRET_LENGTH, _PASSWORD_LENGTH = 50, 12
_KNOWN = ("django-insecure", "changeme", "change-me", "secret", "password", "trigpoint")
_HERE = frozenset({"127.0.0.1", "localhost", "[::1]", "testserver"})
_GUESSED = frozenset({"", "postgres", "password", "trigpoint", "admin", "changeme", "secret"})
_ANY_TENANT = ("/common/", "/organizations/", "/consumers/")
_ENTRA = "login.microsoftonline.com"


def faults(told: Environment) -> list[str]:
    """Why the application must not start; empty where it may."""
    found = [*_secrets(told), *_database(told)]
    if told.trial:
        return [*found, *_trial(told)]
    return [*found, *_reach(told), *_provider(told), *_ways_out(told), *_database_in_use(told), *_folders(told)]


def sqlite_file(database: str) -> Path | None:
    """The file that an address of SQLite names; None for other databases."""
    parts = urlsplit(database)
    return Path(unquote(parts.path)[1:]) if parts.scheme == "sqlite" else None


def unknown_names(given: Mapping[str, str], known: frozenset[str]) -> list[str]:
    """Variables that look like ours and are not read: a misspelt one would be left out without a word."""
    ours = sorted(name for name in given if name.startswith("TRIGPOINT_") and name not in known)
    return [f"{name} is no setting of Trigpoint: mend its spelling or leave it out." for name in ours]


def _secrets(told: Environment) -> Iterator[str]:
    for name, secret in (("TRIGPOINT_SECRET_KEY", told.secret_key), ("TRIGPOINT_CHILD_KEY", told.child_key)):
        if name == "TRIGPOINT_CHILD_KEY" and secret == told.secret_key:
            if not told.trial:
                yield (
                    "TRIGPOINT_CHILD_KEY is missing or the same as TRIGPOINT_SECRET_KEY: make one with "
                    "`trigpoint manage secret-key` and keep it as long as the access log."
                )
        elif len(secret) < _SECRET_LENGTH or len(set(secret)) < 10:
            yield (
                f"{name} is shorter than {_SECRET_LENGTH} characters or repeats a few: "
                "make one with `trigpoint manage secret-key`."
            )
        elif any(word in secret.lower() for word in _KNOWN):
            yield f"{name} holds a word that is tried first: make one with `trigpoint manage secret-key`."


def _trial(told: Environment) -> Iterator[str]:
    if set(told.hosts) - _HERE:
        yield "A trial answers on this machine alone: leave out TRIGPOINT_HOSTS, or set up a deployment."
    if told.behind_proxy:
        yield "A trial stands behind no proxy: leave out TRIGPOINT_BEHIND_PROXY, or set up a deployment."
    if told.issuer:
        yield "A trial signs people in itself: leave out TRIGPOINT_OIDC_ISSUER, or TRIGPOINT_TRIAL where it is none."


def _reach(told: Environment) -> Iterator[str]:
    """Who can reach it, by which names."""
    if told.debug:
        yield "TRIGPOINT_DEBUG is on: leave it out, it shows the inside of the application to anyone."
    if told.allow_local:
        yield "TRIGPOINT_LOCAL_ACCOUNTS is on: local accounts are for a trial; people use the council's."
    if not told.behind_proxy:
        yield "TRIGPOINT_BEHIND_PROXY is off: set it, and let a proxy answer https; Trigpoint itself speaks http."
    if not told.hosts or any("*" in host or host.startswith(".") for host in told.hosts):
        yield "TRIGPOINT_HOSTS must name each host that is served, such as trigpoint.example.gov.uk, without `*`."
    for host in told.hosts:
        if any(mark in host for mark in "/:@ ") and not host.startswith("["):
            yield f"TRIGPOINT_HOSTS holds {host!r}: give names of hosts only, without https, port or path."
        elif host in _HERE or _is_address(host):
            yield f"TRIGPOINT_HOSTS holds {host!r}: give its own name, which its certificate says."
    if told.listen != "localhost" and not _is_address(told.listen):
        yield "TRIGPOINT_LISTEN is no address: give a number such as 127.0.0.1, without port; `--port` says that."
    if told.place == "Your authority" or not told.place:
        yield "TRIGPOINT_PLACE is missing: give the name of the council, as pages and packs print it."


def _provider(told: Environment) -> Iterator[str]:
    if not told.issuer:
        yield "TRIGPOINT_OIDC_ISSUER is missing: give the address of the council's identity provider."
        return
    parts = urlsplit(told.issuer)
    if parts.scheme != "https" or not parts.hostname:
        yield "TRIGPOINT_OIDC_ISSUER is not an https address: sign-in would travel readable by others."
    if parts.query or parts.fragment or parts.username:
        yield "TRIGPOINT_OIDC_ISSUER holds more than an address: leave out what stands after `?`, `#` or before `@`."
    if any(each in f"{told.issuer}/" for each in _ANY_TENANT):
        yield "TRIGPOINT_OIDC_ISSUER accepts every tenant: name the council's own tenant in it."
    if parts.hostname == _ENTRA and not told.tenant:
        yield "TRIGPOINT_OIDC_TENANT is missing: give the id of the council's tenant, which every sign-in must say."
    if told.tenant and parts.hostname == _ENTRA and not _is_id(told.tenant):
        yield "TRIGPOINT_OIDC_TENANT is not the id of a tenant: copy the one that Entra ID shows, with its hyphens."
    if told.tenant and parts.hostname == _ENTRA and told.tenant not in told.issuer:
        yield "TRIGPOINT_OIDC_TENANT is not the tenant in TRIGPOINT_OIDC_ISSUER: give the same in both."
    if not (told.client_id and told.client_secret):
        yield "TRIGPOINT_OIDC_CLIENT_ID and TRIGPOINT_OIDC_CLIENT_SECRET are needed to sign anyone in."
    elif len(told.client_secret) < 16:
        yield "TRIGPOINT_OIDC_CLIENT_SECRET is shorter than 16 characters: take the one that the provider made."


def _ways_out(told: Environment) -> Iterator[str]:
    """The proxy on the way out, the roots that are trusted, the log server."""
    if told.proxy and (urlsplit(told.proxy).scheme not in {"http", "https"} or not urlsplit(told.proxy).hostname):
        yield "TRIGPOINT_PROXY is not the address of a proxy: give it as http://proxy.example.gov.uk:3128."
    if told.certificates and not Path(told.certificates).is_file():
        yield f"TRIGPOINT_CERTIFICATES names {told.certificates}, which is no file: give the council's roots as PEM."
    elif told.certificates and Path(told.certificates).stat().st_mode & 0o002:
        yield f"TRIGPOINT_CERTIFICATES can be written by everyone on the machine: `chmod o-w {told.certificates}`."
    elif told.certificates and b"-----BEGIN CERTIFICATE-----" not in Path(told.certificates).read_bytes():
        yield f"TRIGPOINT_CERTIFICATES names {told.certificates}, which holds no certificate: give the roots as PEM."
    if told.syslog and urlsplit(told.syslog).scheme not in {"", "udp", "tcp"}:
        yield "TRIGPOINT_SYSLOG is neither a socket such as /dev/log nor udp://host:514 nor tcp://host:514."


def _database(told: Environment) -> Iterator[str]:
    parts = urlsplit(told.database)
    if parts.scheme not in {"sqlite", "postgresql", "postgres"}:
        yield "TRIGPOINT_DATABASE_URL is of neither SQLite nor PostgreSQL: postgresql://user:password@host/name."
    elif parts.scheme == "sqlite" and parts.path.removeprefix("/") in {"", ":memory:"}:
        yield "TRIGPOINT_DATABASE_URL names no file: give it as sqlite:////srv/trigpoint/web.sqlite3."


def _database_in_use(told: Environment) -> Iterator[str]:
    parts = urlsplit(told.database)
    if file := sqlite_file(told.database):
        if not file.is_absolute():
            yield "TRIGPOINT_DATABASE_URL must be a whole path: sqlite:// and then /, followed by /srv/trigpoint/..."
        if file.is_relative_to(told.store):
            yield "TRIGPOINT_DATABASE_URL lies within TRIGPOINT_STORE: put it beside the store."
    if parts.scheme not in {"postgresql", "postgres"}:
        return
    asked = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    local = not (parts.hostname or asked.get("host")) or (asked.get("host") or parts.hostname or "").startswith("/")
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    if user == "postgres":
        yield "TRIGPOINT_DATABASE_URL signs in as postgres, which may do anything: make a role that owns one database."
    if not local and (password.lower() in _GUESSED or password == user):
        yield "TRIGPOINT_DATABASE_URL has no password or one that is tried first: give the role a long random one."
    elif not local and len(password) < _PASSWORD_LENGTH:
        yield f"TRIGPOINT_DATABASE_URL has a password of under {_PASSWORD_LENGTH} characters: make a long random one."
    if (
        not local
        and parts.hostname not in _HERE
        and asked.get("sslmode") not in {"require", "verify-ca", "verify-full"}
    ):
        yield "TRIGPOINT_DATABASE_URL reaches another machine readable by others: add `?sslmode=verify-full`."


def _folders(told: Environment) -> Iterator[str]:
    if not told.store.is_absolute() or not told.data.is_absolute():
        yield "TRIGPOINT_STORE and TRIGPOINT_DATA must be whole paths: every process must mean the same folders."
    if told.store == told.data or told.data.is_relative_to(told.store) or told.store.is_relative_to(told.data):
        yield "TRIGPOINT_STORE and TRIGPOINT_DATA lie within each other: give each a folder of its own."
    if told.backups is not None:
        if not told.backups.is_absolute():
            yield "TRIGPOINT_BACKUPS must be a whole path."
        if any(told.backups.is_relative_to(each) for each in (told.store, told.data)):
            yield "TRIGPOINT_BACKUPS lies within what it backs up: whoever harms the one harms the other."
    yield from (
        f"{where} can be read or written by everyone on the machine: `chmod o-rwx {where}`." for where in _open(told)
    )


def _open(told: Environment) -> Iterator[Path]:
    """Folders and files of ours that others on the machine may read or write."""
    places = [told.store, told.data, *([told.backups] if told.backups else [])]
    if file := sqlite_file(told.database):
        places.append(file)
    for place in places:
        if place.exists() and place.stat().st_mode & 0o007:
            yield place


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True


def _is_id(text: str) -> bool:
    try:
        return str(UUID(text)) == text.lower()
    except ValueError:
        return False
