"""What an address of the explorer asks for, and addresses that ask for something else: links that survive."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from django.http import HttpRequest

from trigpoint.tasks.breakdowns import BREAKDOWNS

FIGURE_KEYS = ("period", "variant", "definitions", "snapshot", "authority", "targets", "back")
"""What names a figure and how far back it is looked at, beside the groups it is narrowed to."""

KEYS = (*FIGURE_KEYS, *BREAKDOWNS, "view", "by", "result", "reason", "page", "sort", "before", "measures", "kind", "to",
        "q")  # fmt: skip
"""Everything that an address of the explorer may ask for; the rest is passed over."""

_LONGEST = 300


def asked_of(request: HttpRequest) -> dict[str, str]:
    """What the address asks for, without what it leaves empty."""
    return {
        key: value.strip()[:_LONGEST]
        for key in KEYS
        if (value := request.GET.get(key, "")) and value.strip() and "\x00" not in value
    }


def query(asked: Mapping[str, str], **changes: str) -> str:
    """The query of an address that asks for the same but for the changes; an empty one is left out."""
    wanted = {**asked, **changes}
    found = urlencode({key: wanted[key] for key in KEYS if wanted.get(key)})
    return f"?{found}" if found else "?"


def about_figure(asked: Mapping[str, str]) -> dict[str, str]:
    """Only what names the figure and its groups."""
    return {key: asked[key] for key in (*FIGURE_KEYS, *BREAKDOWNS) if key in asked}
