"""What the surroundings say: where the store is, which database, which secret, who signs people in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

_SECRET_LENGTH = 50
_KNOWN_SECRETS = ("django-insecure", "changeme", "change-me", "secret", "password", "trigpoint")


@dataclass(frozen=True, kw_only=True)
class Environment:
    """The settings of one deployment, as the variables TRIGPOINT_... name them.

    `trial` serves invented records on this machine alone: local accounts, no encryption on the way. `data` is a folder
    of ours for uploads and backups; `place` is the name of the council; `issuer` is the identity provider. `child_key`
    makes the tokens of children in the access log: it must outlive a change of the secret, or nobody can be asked any
    more who saw a child. `proxy` leads out to the issuer, `certificates` is a file of the council's own roots, `syslog`
    takes a copy of the access log, and `backups` is the folder of the backups.
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
    proxy: str = ""
    certificates: str = ""
    syslog: str = ""
    backups: Path | None = None
    behind_proxy: bool = False
    allow_local: bool = False

    def faults(self) -> list[str]:
        """Why the application must not start, a sentence each with its remedy; empty where it may."""
        return [*self._always(), *([] if self.trial else self._in_use())]

    def _always(self) -> Iterator[str]:
        if len(self.secret_key) < _SECRET_LENGTH or len(set(self.secret_key)) < 10:
            yield (
                f"TRIGPOINT_SECRET_KEY is shorter than {_SECRET_LENGTH} characters or repeats a few: "
                "make one with `trigpoint manage secret-key`."
            )
        elif any(word in self.secret_key.lower() for word in _KNOWN_SECRETS):
            yield "TRIGPOINT_SECRET_KEY holds a word that is tried first: make one with `trigpoint manage secret-key`."
        if urlsplit(self.database).scheme not in {"sqlite", "postgresql", "postgres"}:
            yield "TRIGPOINT_DATABASE_URL is of neither SQLite nor PostgreSQL: postgresql://user:password@host/name."
        if self.trial and set(self.hosts) - {"127.0.0.1", "localhost", "[::1]", "testserver"}:
            yield "A trial answers on this machine alone: leave out TRIGPOINT_HOSTS, or set up a deployment."

    def _in_use(self) -> Iterator[str]:
        if self.debug:
            yield "TRIGPOINT_DEBUG is on: leave it out, it shows the inside of the application to anyone."
        if not self.hosts or any("*" in host or host.startswith(".") for host in self.hosts):
            yield "TRIGPOINT_HOSTS must name each host that is served, such as trigpoint.example.gov.uk, without `*`."
        if self.allow_local:
            yield "TRIGPOINT_LOCAL_ACCOUNTS is on: local accounts are for a trial; people use the council's."
        if not self.issuer:
            yield "TRIGPOINT_OIDC_ISSUER is missing: give the address of the council's identity provider."
        elif urlsplit(self.issuer).scheme != "https" or not urlsplit(self.issuer).hostname:
            yield "TRIGPOINT_OIDC_ISSUER is not an https address: sign-in would travel readable by others."
        if "/common/" in f"{self.issuer}/" or "/organizations/" in f"{self.issuer}/":
            yield "TRIGPOINT_OIDC_ISSUER accepts every tenant: name the council's own tenant in it."
        if self.issuer and not (self.client_id and self.client_secret):
            yield "TRIGPOINT_OIDC_CLIENT_ID and TRIGPOINT_OIDC_CLIENT_SECRET are needed to sign anyone in."
        if not self.store.is_absolute() or not self.data.is_absolute():
            yield "TRIGPOINT_STORE and TRIGPOINT_DATA must be whole paths: every process must mean the same folders."
        yield from (
            f"{where} can be read or written by everyone on the machine: `chmod o-rwx {where}`."
            for where in self._open()
        )

    def _open(self) -> Iterator[Path]:
        """Folders and files of ours that others on the machine may read or write."""
        places = [self.store, self.data]
        if urlsplit(self.database).scheme == "sqlite":
            places.append(Path(urlsplit(self.database).path))
        for place in places:
            if place.exists() and place.stat().st_mode & 0o007:
                yield place


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
        proxy=told("PROXY"),
        certificates=told("CERTIFICATES"),
        syslog=told("SYSLOG"),
        backups=Path(told("BACKUPS")) if told("BACKUPS") else None,
        behind_proxy=on("BEHIND_PROXY"),
        allow_local=on("LOCAL_ACCOUNTS"),
    )
