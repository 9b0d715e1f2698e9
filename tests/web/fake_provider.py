"""An identity provider on this machine, honest or hostile in one way: a web server in a thread."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, SECRET, TENANT = "trigpoint-client", "client-secret", "11111111-2222-3333-4444-555555555555"
_KEY = RSAKey.generate_key(2048, {"kid": "key-1", "use": "sig"}, private=True)
_OTHER = RSAKey.generate_key(2048, {"kid": "key-2", "use": "sig"}, private=True)


def _b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _by_hand(head: Mapping[str, Any], claims: Mapping[str, Any], key: bytes | None) -> str:
    said = f"{_b64(json.dumps(head).encode())}.{_b64(json.dumps(claims).encode())}"
    return f"{said}.{_b64(hmac.digest(key, said.encode(), 'sha256')) if key else ''}"


@dataclass
class FakeProvider:
    """`claims` change those of the token, `without` leaves some out; `trick` is one of those in `_signed`."""

    issuer: str = ""
    claims: dict[str, Any] = field(default_factory=dict)
    without: tuple[str, ...] = ()
    trick: str = ""
    addresses: dict[str, str] = field(default_factory=dict)
    calls: list[str] = field(default_factory=list)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    asked: dict[str, str] = field(default_factory=dict)

    def authorize(self, address: str, **changes: str) -> dict[str, str]:
        """What the browser brings back from the address that it was sent to: `code` and `state`."""
        self.asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        code = secrets.token_urlsafe(8)
        self.codes[code] = self.asked
        return {"code": code, "state": self.asked["state"], "iss": self.issuer} | changes

    def describe(self) -> dict[str, Any]:
        """The provider's own description."""
        names = {"authorization_endpoint": "authorize", "token_endpoint": "token", "jwks_uri": "keys"}
        return {"issuer": self.issuer} | {n: f"{self.issuer}/{path}" for n, path in names.items()} | self.addresses

    def exchange(self, body: Mapping[str, str]) -> dict[str, Any] | None:
        """An ID token for a code that is unused and whose question it answers."""
        asked = self.codes.pop(body.get("code", ""), None)
        verifier = body.get("code_verifier", "")
        if asked is None or _b64(hashlib.sha256(verifier.encode()).digest()) != asked.get("code_challenge"):
            return None
        return {"access_token": "x", "token_type": "Bearer", "id_token": self._signed(self._said(asked))}

    def _said(self, asked: Mapping[str, str]) -> dict[str, Any]:
        now = int(time.time())
        said: dict[str, Any] = {
            "iss": self.issuer,
            "aud": CLIENT,
            "sub": "pairwise-1",
            "oid": "object-1",
            "tid": TENANT,
            "nonce": asked["nonce"],
            "iat": now,
            "exp": now + 600,
            "name": "Example Person",
            "email": "person@example.gov.uk",
            "sid": "their-session",
            "roles": ["analyst"],
        }
        return {name: value for name, value in (said | self.claims).items() if name not in self.without}

    def _signed(self, said: dict[str, Any]) -> str:
        if self.trick == "alg none":
            return _by_hand({"alg": "none", "kid": "key-1"}, said, None)
        if self.trick == "public key as a secret":
            return _by_hand({"alg": "HS256", "kid": "key-1"}, said, _KEY.as_pem(private=False))
        kid = {"unknown key": f"key-{secrets.token_hex(4)}", "no key named": None}.get(self.trick, "key-1")
        head = {"alg": "RS384" if self.trick == "another algorithm" else "RS256"} | ({"kid": kid} if kid else {})
        token = jwt.encode(head, said, _OTHER if self.trick == "key swapped" else _KEY, algorithms=["RS256", "RS384"])
        if self.trick == "changed after signing":
            head_, _, mark = token.split(".")
            return ".".join([head_, _b64(json.dumps(said | {"roles": ["administrator"]}).encode()), mark])
        return token

    def keys(self) -> dict[str, Any]:
        """The public keys."""
        return {"keys": [_KEY.as_dict(private=False)]}


@contextmanager
def running() -> Iterator[FakeProvider]:
    """The provider, answering."""
    fake = FakeProvider()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            fake.calls.append(self.path)
            self._say(fake.keys() if self.path == "/keys" else fake.describe())

        def do_POST(self) -> None:
            fake.calls.append(self.path)
            body = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
            self._say(fake.exchange({name: values[0] for name, values in body.items()}))

        def _say(self, said: dict[str, Any] | None) -> None:
            text = json.dumps(said or {"error": "invalid_grant"}).encode()
            self.send_response(200 if said else 400)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    fake.issuer = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield fake
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
