"""Who somebody is, from an ID token that passed every check."""

from __future__ import annotations

import hmac
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from joserfc import jws, jwt
from joserfc.errors import JoseError
from joserfc.jwk import RSAKey

from trigpoint.web.environment import Environment
from trigpoint.web.people.provider import SignInError

ALGORITHM = "RS256"
SKEW = 120
"""Seconds by which the provider's clock may differ from ours."""

_NO_ROLE = (
    "Your account has no role in Trigpoint. Ask your system administrator to give you one in the council's directory."
)


@dataclass(frozen=True)
class Identity:
    """Somebody as the provider knows them: `issuer` and `subject` say who, and nothing else does.

    `roles` are the app roles as they stand in the token; `session` is the provider's own session, `proved` the second
    in which the person last proved to the provider who they are (0 where it does not say).
    """

    issuer: str
    subject: str
    name: str
    email: str
    roles: tuple[str, ...]
    session: str
    proved: int


def identity(token: str, nonce: str, environment: Environment, key: Callable[[str], RSAKey]) -> Identity:
    """The identity in an ID token. Raises SignInError at the first check that it does not pass."""
    said = _signed(token, key)
    _check_source(said, environment)
    _check_times(said)
    if not hmac.compare_digest(_text(said, "nonce").encode(), nonce.encode()):
        raise SignInError("the token answers another question (nonce)")
    subject = _text(said, "sub")
    if environment.tenant:
        if _text(said, "tid") != environment.tenant:
            raise SignInError("the token is of another tenant")
        subject = _text(said, "oid")
    return Identity(
        issuer=environment.issuer,
        subject=subject,
        name=_maybe(said, "name"),
        email=_maybe(said, "email"),
        roles=_roles(said),
        session=_maybe(said, "sid"),
        proved=_second(said, "auth_time") if "auth_time" in said else 0,
    )


def _signed(token: str, key: Callable[[str], RSAKey]) -> Mapping[str, Any]:
    """The claims of a token whose signature is the provider's."""
    try:
        head = jws.extract_compact(token.encode()).headers()
        kid = head.get("kid")
        if head.get("alg") != ALGORITHM or not isinstance(kid, str):
            raise SignInError(f"the token is not signed with {ALGORITHM} and a named key")
        return jwt.decode(token, key(kid), algorithms=[ALGORITHM]).claims
    except (JoseError, ValueError, TypeError, KeyError) as error:
        raise SignInError("the signature of the token is wrong") from error


def _check_source(said: Mapping[str, Any], environment: Environment) -> None:
    """From our provider, and made for us alone."""
    if _text(said, "iss") != environment.issuer:
        raise SignInError("the token is of another issuer")
    if said.get("aud") not in (environment.client_id, [environment.client_id]):
        raise SignInError("the token was made for another application (aud)")
    if said.get("azp", environment.client_id) != environment.client_id:
        raise SignInError("the token was made for another application (azp)")


def _check_times(said: Mapping[str, Any]) -> None:
    now = time.time()
    if _second(said, "exp") <= now - SKEW:
        raise SignInError("the token has expired")
    if max(_second(said, "iat"), _second(said, "nbf") if "nbf" in said else 0) > now + SKEW:
        raise SignInError("the token is from the future: the clocks differ")


def _roles(said: Mapping[str, Any]) -> tuple[str, ...]:
    found = said.get("roles")
    if not isinstance(found, list) or not found or not all(isinstance(one, str) for one in found):
        raise SignInError("the token has no roles claim", _NO_ROLE)
    return tuple(found)


def _text(said: Mapping[str, Any], name: str) -> str:
    found = said.get(name)
    if not isinstance(found, str) or not found:
        raise SignInError(f"the token has no {name}")
    return found


def _maybe(said: Mapping[str, Any], name: str) -> str:
    found = said.get(name, "")
    return found if isinstance(found, str) else ""


def _second(said: Mapping[str, Any], name: str) -> int:
    found = said.get(name)
    if not isinstance(found, int | float) or isinstance(found, bool):
        raise SignInError(f"the token has no {name}")
    return int(found)
