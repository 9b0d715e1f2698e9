"""The headers of every answer: what a browser may load, frame, keep and tell others."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

_ANSWER = Callable[[HttpRequest], HttpResponseBase]


def policy(issuer: str) -> str:
    """The Content-Security-Policy: everything from here and nothing inline; forms may lead to the identity provider."""
    provider = urlsplit(issuer)
    forms = f"'self' https://{provider.netloc}" if provider.netloc else "'self'"
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
        f"connect-src 'self'; form-action {forms}; base-uri 'none'; frame-ancestors 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )


class HeadersMiddleware:
    """Adds them to every answer, those of errors and static files included."""

    def __init__(self, answer: _ANSWER) -> None:
        self._answer = answer
        self._policy = policy(settings.ENVIRONMENT.issuer)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The answer with its headers. What is not a static file is kept by no cache."""
        response = self._answer(request)
        response.headers.setdefault("Content-Security-Policy", self._policy)
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        response["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
        response["X-Frame-Options"] = "DENY"
        if not request.path.startswith(settings.STATIC_URL):
            response["Cache-Control"] = "no-store"
        return response
