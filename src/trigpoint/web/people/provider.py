"""The council's identity provider: its addresses, its keys, and codes turned into tokens. The only outbound calls."""

from __future__ import annotations

import json
import threading
import time
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, cast
from urllib.parse import urlsplit

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session
from joserfc.errors import JoseError
from joserfc.jwk import KeySet, KeySetSerialization, RSAKey

from trigpoint.web.environment import Environment

_TIMEOUT = 10
_LARGEST = 1_000_000
_KEEP = 60 * 60
_PAUSE = 60


class SignInError(Exception):
    """Why somebody was not signed in: a sentence for them, and in `reason` a few words for the access log."""

    def __init__(self, reason: str, sentence: str = "") -> None:
        super().__init__(sentence or "Your council's sign-in gave an answer that cannot be trusted. Try again.")
        self.reason = reason


@dataclass(frozen=True)
class Asked:
    """What was sent with somebody to the provider, and must come back: kept in their session, for one return only."""

    address: str
    state: str
    nonce: str
    verifier: str


@dataclass
class Provider:
    """One provider, as `environment` pins it. Its addresses are kept, and its keys for an hour.

    A key that is not known makes it ask anew, at most once a minute: a storm of invented keys is no storm of calls.
    """

    environment: Environment
    _addresses: dict[str, Any] = field(default_factory=dict)
    _keys: dict[str, RSAKey] = field(default_factory=dict)
    _told: float = float("-inf")
    _asked: float = float("-inf")
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def begin(self, back: str, nonce: str, verifier: str, *, again: bool = False) -> Asked:
        """Where to send somebody who wants to sign in; `again` has them prove anew who they are."""
        more = {"prompt": "login", "max_age": "0"} if again else {}
        with self._client(back) as client:
            address, state = client.create_authorization_url(
                self._address("authorization_endpoint"), code_verifier=verifier, nonce=nonce, **more
            )
        return Asked(address, state, nonce, verifier)

    def token(self, back: str, code: str, verifier: str) -> str:
        """The ID token for a code. Raises SignInError where the provider gives none."""
        with self._client(back) as client:
            try:
                given = client.fetch_token(
                    self._address("token_endpoint"),
                    grant_type="authorization_code",
                    code=code,
                    code_verifier=verifier,
                    timeout=_TIMEOUT,
                    allow_redirects=False,
                )
            except (requests.RequestException, AuthlibBaseError, ValueError, KeyError) as error:
                raise SignInError("the provider gave no token for the code") from error
        found = given.get("id_token")
        if not isinstance(found, str):
            raise SignInError("the provider gave no ID token")
        return found

    def key(self, kid: str) -> RSAKey:
        """The key of this name. Raises SignInError where the provider has none."""
        with self._lock:
            now = time.monotonic()
            stale = now - self._told > _KEEP
            if (kid not in self._keys or stale) and now - self._asked > _PAUSE:
                self._asked = now
                self._keys = self._read_keys()
                self._told = now
            if kid not in self._keys:
                raise SignInError("the token is signed with a key that the provider does not have")
            return self._keys[kid]

    def check(self) -> None:
        """Ask for its addresses and its keys, as a sign-in does. Raises SignInError."""
        for name in ("authorization_endpoint", "token_endpoint"):
            self._address(name)
        if not self._read_keys():
            raise SignInError("the provider has no key that a token could be signed with")

    def _read_keys(self) -> dict[str, RSAKey]:
        try:
            found = KeySet.import_key_set(cast("KeySetSerialization", self._get(self._address("jwks_uri"))))
        except (JoseError, ValueError, KeyError, TypeError) as error:
            raise SignInError("the provider's keys cannot be read") from error
        usable = [key for key in found if isinstance(key, RSAKey) and key.as_dict().get("use", "sig") == "sig"]
        return {str(key.kid): key for key in usable if not key.is_private}

    def _address(self, name: str) -> str:
        """An address of the provider, which must be on the issuer's own host: nowhere else is ever called."""
        issuer = self.environment.issuer
        if not self._addresses:
            said = self._get(f"{issuer.rstrip('/')}/.well-known/openid-configuration")
            if said.get("issuer") != issuer:
                raise SignInError("the provider's own description names another issuer")
            self._addresses = said
        address = self._addresses.get(name)
        if not isinstance(address, str) or urlsplit(address)[:2] != urlsplit(issuer)[:2]:
            self._addresses = {}
            raise SignInError(f"the provider's {name} is missing or on another host")
        return address

    def _get(self, address: str) -> dict[str, Any]:
        with self._plain(requests.Session()) as session:
            try:
                answer = session.get(address, timeout=_TIMEOUT, allow_redirects=False, stream=True)
                text = answer.raw.read(_LARGEST + 1, decode_content=True)
                if answer.status_code != 200 or len(text) > _LARGEST:
                    raise SignInError("the provider does not answer as it should", _LATER)
                said = json.loads(text)
            except (requests.RequestException, ValueError) as error:
                raise SignInError("the provider cannot be reached", _LATER) from error
        if not isinstance(said, dict):
            raise SignInError("the provider does not answer as it should", _LATER)
        return said

    def _client(self, back: str) -> OAuth2Session:
        client = OAuth2Session(
            self.environment.client_id,
            self.environment.client_secret,
            scope="openid profile email",
            redirect_uri=back,
            code_challenge_method="S256",
        )
        self._plain(client)
        return client

    def _plain(self, session: requests.Session) -> requests.Session:
        """A session that goes by our settings alone: no proxy, password or certificate from the surroundings."""
        session.trust_env = False
        if self.environment.proxy:
            session.proxies = {"http": self.environment.proxy, "https": self.environment.proxy}
        if self.environment.certificates:
            session.verify = self.environment.certificates
        return session


_LATER = "Your council's sign-in cannot be reached from here. Try again in a few minutes, then tell your ICT service."


@lru_cache(maxsize=8)
def provider_of(environment: Environment) -> Provider:
    """The provider of a deployment: one for each process, with what it keeps."""
    return Provider(environment)
