"""Where somebody goes after signing in: to a page of ours, or nowhere in particular."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def onward_of(request: HttpRequest) -> str:
    """The way onward that a form or an address asks for, if it is one of ours; else empty."""
    onward = request.POST.get("next") or request.GET.get("next", "")
    safe = url_has_allowed_host_and_scheme(onward, {request.get_host()}, require_https=request.is_secure())
    return onward if safe else ""
