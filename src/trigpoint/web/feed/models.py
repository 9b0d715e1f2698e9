"""Keys with which programs read the feed: kept as hashes, so that nobody can read one back."""

from __future__ import annotations

import hashlib
import secrets
from datetime import date

from django.db import models
from django.utils import timezone

from trigpoint.web.people.models import Account


class FeedKey(models.Model):
    """A key for one program: it may read what its audience was given, and nothing else, until a day."""

    name = models.CharField(max_length=100)
    digest = models.CharField(max_length=64, unique=True)
    audience = models.CharField(max_length=20)
    made_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    made = models.DateTimeField(auto_now_add=True)
    until = models.DateField()
    ended = models.DateTimeField(null=True)
    used = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.name

    @property
    def in_force(self) -> bool:
        """Whether it opens anything today."""
        return self.ended is None and timezone.localdate() <= self.until


def make_key(name: str, audience: str, until: date, by: int) -> str:
    """Make a key; it is given out this once."""
    key = f"tpf_{secrets.token_urlsafe(32)}"
    FeedKey.objects.create(name=name, digest=digest(key), audience=audience, until=until, made_by_id=by)
    return key


def key_of(header: str) -> FeedKey | None:
    """The key of an `Authorization: Bearer ...` header, if it is in force."""
    kind, _, key = header.partition(" ")
    if kind.lower() != "bearer" or not key:
        return None
    found = FeedKey.objects.filter(digest=digest(key.strip())).first()
    return found if found is not None and found.in_force else None


def digest(key: str) -> str:
    """What is kept of a key. A long random key needs no slow hash."""
    return hashlib.sha256(key.encode()).hexdigest()
