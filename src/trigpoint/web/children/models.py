"""Restricted cases: children whose rows only the people named may see, and others only as a number."""

from __future__ import annotations

from django.db import models

from trigpoint.web.people.models import Account


class RestrictedCase(models.Model):
    """A child, by token, with the reason and the accounts that may see the rows all the same."""

    child = models.CharField(max_length=32, unique=True)
    because = models.CharField(max_length=300)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    named = models.ManyToManyField(Account, blank=True, related_name="+")
    set_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return f"restricted since {self.since}"
