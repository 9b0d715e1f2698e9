"""The rows of the access log."""

from __future__ import annotations

from typing import Any

from django.db import models

from trigpoint.web.people.models import Account


class LogError(RuntimeError):
    """An attempt to change what was logged."""


class Logged(models.Model):
    """One thing that someone did. `hash` covers it and the hash before, so that a gap or a change shows.

    `children` says how many children were shown; which they were stands in `Shown`, by token and not by id.
    """

    number = models.BigIntegerField(unique=True)
    at = models.DateTimeField(db_index=True)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    title = models.CharField(max_length=150, blank=True)
    action = models.CharField(max_length=60)
    about = models.CharField(max_length=300, blank=True)
    detail = models.CharField(max_length=500, blank=True)
    refused = models.BooleanField(default=False)
    children = models.IntegerField(default=0)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ("number",)
        indexes = (
            models.Index(fields=["account", "-number"], name="what_somebody_did"),
            models.Index(fields=["action", "-number"], name="who_did_something"),
            models.Index(fields=["-number"], condition=models.Q(refused=True), name="what_was_refused"),
        )

    def __str__(self) -> str:
        return f"{self.number}: {self.title} {self.action}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Append it. Raises LogError for a row that is there already."""
        if self.pk is not None:
            raise LogError("The access log is only ever appended to.")
        super().save(*args, **kwargs)

    def delete(self, *_: Any, **__: Any) -> tuple[int, dict[str, int]]:
        """Never. Raises LogError."""
        raise LogError("The access log is only ever appended to.")


class Shown(models.Model):
    """A child who was shown, by token."""

    logged = models.ForeignKey(Logged, on_delete=models.PROTECT, related_name="shown")
    child = models.CharField(max_length=32, db_index=True)

    def __str__(self) -> str:
        return self.child


class Head(models.Model):
    """The end of the chain: the row that whoever appends holds."""

    number = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="0" * 64)

    def __str__(self) -> str:
        return f"{self.number} {self.hash}"


class Seal(models.Model):
    """What stands for entries that left together, older than the council keeps them.

    `number` and `last` are number and hash of the last of `count` entries, from which the chain goes on; `first` and
    `until` are when the first and the last of them were written. `hash` covers all of it and the seal before, and an
    entry of the log that goes on names it.
    """

    number = models.BigIntegerField(unique=True)
    count = models.BigIntegerField()
    first = models.DateTimeField()
    until = models.DateTimeField()
    last = models.CharField(max_length=64)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ("number",)

    def __str__(self) -> str:
        return f"{self.count} entries up to {self.number}"


class ChainCheck(models.Model):
    """A reading of the whole log: begun when, up to which entry, and what was not as it was written."""

    begun = models.DateTimeField()
    ended = models.DateTimeField(auto_now_add=True)
    number = models.BigIntegerField()
    faults = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"{self.number} entries, {len(self.faults)} faults"
