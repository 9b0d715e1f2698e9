"""What people brought and accepted, and what they cleared before it was published."""

from __future__ import annotations

from django.db import models

from trigpoint.web.jobs.models import Job
from trigpoint.web.people.models import Account


class Load(models.Model):
    """Files that a person brought: checked first, then loaded as one snapshot or declined.

    `folder` holds them until then; `files` lists each as name (as the person knows it), kept (as it lies in the
    folder), size and sha256; `report` is a `tasks.check_load.CheckReport` in plain values.
    """

    class State(models.TextChoices):
        """Where it stands."""

        CHECKING = "checking", "being checked"
        CHECKED = "checked", "waiting to be accepted"
        REFUSED = "refused", "refused: nothing of it can be taken"
        LOADING = "loading", "being loaded"
        LOADED = "loaded", "loaded"
        DECLINED = "declined", "declined"

    folder = models.CharField(max_length=40, unique=True)
    from_drop = models.BooleanField(default=False)
    files = models.JSONField(default=list)
    as_at = models.DateField()
    authority = models.CharField(max_length=100, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.CHECKING)
    report = models.JSONField(default=dict)
    check_job = models.ForeignKey(Job, on_delete=models.PROTECT, null=True, related_name="+")
    load_job = models.ForeignKey(Job, on_delete=models.PROTECT, null=True, related_name="+")
    brought_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    brought = models.DateTimeField(auto_now_add=True)
    answered_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    answered = models.DateTimeField(null=True)
    because = models.CharField(max_length=300, blank=True)
    snapshot = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"load {self.pk}"

    @property
    def job(self) -> Job | None:
        """The job that works on it now, or was the last to."""
        return self.load_job or self.check_job


class AcceptedSnapshot(models.Model):
    """Records that a person looked at and found good enough to calculate from."""

    snapshot = models.CharField(max_length=60, unique=True)
    accepted_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    accepted = models.DateTimeField(auto_now_add=True)
    because = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("-snapshot",)

    def __str__(self) -> str:
        return self.snapshot


class ClearedWarning(models.Model):
    """Words of a comment that might tell of a child, read by a second person who found that they do not.

    `digest` covers the comment's words and the warning: other words are warned of again.
    """

    month = models.ForeignKey("months.Month", on_delete=models.CASCADE, related_name="cleared")
    digest = models.CharField(max_length=64)
    warning = models.CharField(max_length=300)
    because = models.CharField(max_length=300)
    cleared_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    cleared = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=["month", "digest"], name="one_clearance_a_warning"),)

    def __str__(self) -> str:
        return self.warning
