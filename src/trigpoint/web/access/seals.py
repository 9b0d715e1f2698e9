"""Seals of the access log: each stands for entries that left it, and the chain goes on from the newest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

from trigpoint.web.access.models import Logged, Seal

RETENTION = "retention"
"""The action of entries that tell what was deleted; one of them names each seal by its hash."""


def newest_seal() -> Seal | None:
    """The seal from which the chain goes on; None where nothing ever left the log."""
    return Seal.objects.order_by("-number").first()


def seal_hash(seal: Seal) -> str:
    """What covers a seal and the one before it."""
    times = [moment.isoformat(timespec="microseconds") for moment in (seal.first, seal.until)]
    said = [seal.number, seal.count, *times, seal.last, seal.previous]
    return hashlib.sha256(json.dumps(said, separators=(",", ":")).encode()).hexdigest()


def seal_faults() -> Iterator[str]:
    """Where the seals are not as they were made: one changed, gone, or named by no entry of the log."""
    number, previous = 0, "0" * 64
    for seal in Seal.objects.order_by("number"):
        if seal.previous != previous or seal.number - seal.count != number:
            yield f"The seal up to entry {seal.number} does not follow the seal before it."
        if seal.hash != seal_hash(seal):
            yield f"The seal up to entry {seal.number} is not as it was made."
        number, previous = seal.number, seal.hash
    if number and not Logged.objects.filter(number__gt=number, action=RETENTION, detail__contains=previous).exists():
        yield f"No entry tells of the seal up to entry {number}: entries were taken out by other means."


def sealed_words() -> str:
    """From when the log reaches, in a sentence; empty where nothing ever left it."""
    seal = newest_seal()
    if seal is None:
        return ""
    total = sum(Seal.objects.values_list("count", flat=True))
    began = Seal.objects.order_by("number").values_list("first", flat=True)[0]
    return (
        f"It begins with entry {seal.number + 1:,}: {total:,} before it, of {began:%d %B %Y} to {seal.until:%d %B %Y}, "
        "were older than the council keeps them, and a seal stands for them."
    )
