"""What the surroundings say: where the store is, which database, which secret, who signs people in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from trigpoint.web.weak import faults

_NAMES = (
    *("STORE", "DATA", "PLACE", "SECRET_KEY", "CHILD_KEY", "DATABASE_URL", "HOSTS", "TRIAL", "DEBUG"),
    *("OIDC_ISSUER", "OIDC_TENANT", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "PROXY", "CERTIFICATES", "SYSLOG"),
    *("BACKUPS", "BEHIND_PROXY", "LISTEN", "LOCAL_ACCOUNTS", "PG_TOOLS"),
)
VARIABLES = frozenset(f"TRIGPOINT_{name}" for name in _NAMES)
"""Every variable that is read."""


@dataclass(frozen=True, kw_only=True)
class Environment:
    """The settings of one deployment, as the variables TRIGPOINT_... name them.

    `trial` serves invented records on this machine alone: local accounts, no encryption on the way. `data` is a folder
    of ours for uploads and backups; `place` is the name of the council; `issuer` is the identity provider. `child_key`
    makes the tokens of children in the access log: it must outlive a change of the secret, or nobody can be asked any
    more who saw a child. `listen` is the address that answers the council's proxy; `proxy` leads out to the issuer,
    `certificates` is a file of the council's own roots, `syslog` takes a copy of the access log, and `backups` is the
    folder of the backups.
    """

    store: Path
    data: Path
    place: str = "Your authority"
    secret_key: str = ""
    child_key: str = ""
    database: str = ""
    hosts: tuple[str, ...] = ()
    trial: bool = False
    debug: bool = False
    issuer: str = ""
    tenant: str = ""
    client_id: str = ""
    client_secret: str = ""
    listen: str = "127.0.0.1"
    proxy: str = ""
    certificates: str = ""
    syslog: str = ""
    backups: Path | None = None
    behind_proxy: bool = False
    allow_local: bool = False

    def faults(self) -> list[str]:
        """Why the application must not start, a sentence each with its remedy; empty where it may."""
        return faults(self)


def read_environment(given: Mapping[str, str]) -> Environment:
    """The settings from variables named TRIGPOINT_...; what is missing has its plain default, to be judged later."""

    def told(name: str, default: str = "") -> str:
        return given.get(f"TRIGPOINT_{name}", default).strip()

    def on(name: str) -> bool:
        return told(name).lower() in {"1", "true", "yes", "on"}

    data = Path(told("DATA", "web"))
    return Environment(
        store=Path(told("STORE", "store")),
        data=data,
        place=told("PLACE", "Your authority"),
        secret_key=told("SECRET_KEY"),
        child_key=told("CHILD_KEY") or told("SECRET_KEY"),
        database=told("DATABASE_URL"),
        hosts=tuple(host.strip() for host in told("HOSTS").split(",") if host.strip()),
        trial=on("TRIAL"),
        debug=on("DEBUG"),
        issuer=told("OIDC_ISSUER"),
        tenant=told("OIDC_TENANT"),
        client_id=told("OIDC_CLIENT_ID"),
        client_secret=told("OIDC_CLIENT_SECRET"),
        listen=told("LISTEN", "127.0.0.1"),
        proxy=told("PROXY"),
        certificates=told("CERTIFICATES"),
        syslog=told("SYSLOG"),
        backups=Path(told("BACKUPS")) if told("BACKUPS") else None,
        behind_proxy=on("BEHIND_PROXY"),
        allow_local=on("LOCAL_ACCOUNTS"),
    )
