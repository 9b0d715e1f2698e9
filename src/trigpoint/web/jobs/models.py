"""A job: what is to be done, how far it is, how it ended."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from trigpoint.web.people.models import Account


class State(models.TextChoices):
    """Where a job stands."""

    QUEUED = "queued", "waiting"
    RUNNING = "running", "running"
    DONE = "done", "done"
    FAILED = "failed", "failed"


class Job(models.Model):
    """One piece of long work. `kind` names the function; `key` what it is about: one at a time.

    A job whose worker was stopped is run again from the start, so its function must find what it did before.
    """

    kind = models.CharField(max_length=60)
    key = models.CharField(max_length=200)
    arguments = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=State.choices, default=State.QUEUED, db_index=True)
    asked_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    asked = models.DateTimeField(auto_now_add=True)
    started = models.DateTimeField(null=True)
    heard = models.DateTimeField(null=True)
    ended = models.DateTimeField(null=True)
    runs = models.IntegerField(default=0)
    doing = models.CharField(max_length=200, blank=True)
    done = models.IntegerField(default=0)
    total = models.IntegerField(default=0)
    outcome = models.JSONField(default=dict)
    trouble = models.JSONField(default=list)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["key"], condition=Q(state__in=["queued", "running"]), name="one_job_at_a_time_for_a_key"
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.key}: {self.state}"

    @property
    def is_open(self) -> bool:
        """Whether it is waiting or running."""
        return self.state in {State.QUEUED, State.RUNNING}
