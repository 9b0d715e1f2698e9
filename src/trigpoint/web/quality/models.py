"""What people did about findings: who is to mend one, that it was mended at its source, that a record is wrong."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from trigpoint.web.people.models import Account


class Assignment(models.Model):
    """A finding, by its key, given to somebody to mend. `waiting`: it was mended, and the next load will show it."""

    finding = models.CharField(max_length=32, db_index=True)
    rule = models.CharField(max_length=80)
    team = models.CharField(max_length=200, blank=True)
    to = models.CharField(max_length=150)
    note = models.CharField(max_length=300, blank=True)
    given_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    given = models.DateTimeField(auto_now_add=True)
    waiting = models.BooleanField(default=False)
    snapshot = models.CharField(max_length=60)
    settled = models.DateTimeField(null=True)
    settled_how = models.CharField(max_length=100, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["finding"], condition=Q(settled=None), name="one_open_assignment_a_finding"
            ),
        )

    def __str__(self) -> str:
        return f"{self.rule}: {self.to}"


class WrongFlag(models.Model):
    """Somebody says that a record does not say what happened: which, and what should be there."""

    authority = models.CharField(max_length=40)
    child = models.CharField(max_length=80)
    team = models.CharField(max_length=200, blank=True)
    service = models.CharField(max_length=200, blank=True)
    worker = models.CharField(max_length=80, blank=True)
    about = models.CharField(max_length=200)
    record = models.CharField(max_length=120, blank=True)
    note = models.CharField(max_length=500)
    snapshot = models.CharField(max_length=60)
    said_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    said = models.DateTimeField(auto_now_add=True)
    settled = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    settled_how = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.about
