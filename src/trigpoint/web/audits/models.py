"""Rounds of audits, the cases drawn, what auditors wrote, what moderators made of it, and what is done about it."""

from __future__ import annotations

from django.db import models

from trigpoint.web.people.models import Account


class Round(models.Model):
    """A round: what is audited, and how it was drawn, so that the draw can be repeated.

    `seed` and `frame` (how many cases there were to draw from) record the draw. `agreed` is when its audits became
    records of the store, `cleared` when its forms were deleted again, as old as the council keeps them.
    """

    name = models.CharField(max_length=60, unique=True)
    kind = models.CharField(max_length=20)
    work_type = models.CharField(max_length=40)
    questions = models.JSONField(default=list)
    due = models.DateField()
    each_team = models.BooleanField(default=False)
    seed = models.CharField(max_length=32)
    frame = models.IntegerField()
    snapshot = models.CharField(max_length=60)
    drawn_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    drawn = models.DateTimeField(auto_now_add=True)
    agreed = models.DateTimeField(null=True)
    agreed_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    cleared = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.name


class AuditCase(models.Model):
    """One case of a round, and the form as it is being filled. `saved` counts its changes, so that none is lost."""

    class State(models.TextChoices):
        """How far an audit is."""

        TO_DO = "to_do", "to do"
        BEGUN = "begun", "begun"
        DONE = "done", "waiting for moderation"
        RETURNED = "returned", "returned"
        MODERATED = "moderated", "moderated"

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="cases")
    number = models.IntegerField()
    authority = models.CharField(max_length=40)
    child = models.CharField(max_length=80)
    team = models.CharField(max_length=200, blank=True)
    service = models.CharField(max_length=200, blank=True)
    worker = models.CharField(max_length=80, blank=True)
    auditor = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="audits")
    state = models.CharField(max_length=10, choices=State.choices, default=State.TO_DO)
    answers = models.JSONField(default=dict)
    grade = models.CharField(max_length=30, blank=True)
    strengths = models.TextField(blank=True)
    findings = models.TextField(blank=True)
    saved = models.IntegerField(default=0)
    done = models.DateTimeField(null=True)

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=["round", "child"], name="one_audit_a_case_in_a_round"),)

    def __str__(self) -> str:
        return f"{self.round}, case {self.number}"

    @property
    def is_open(self) -> bool:
        """Whether the auditor may still write."""
        return self.round.agreed is None and self.state not in {self.State.DONE, self.State.MODERATED}


class AuditVersion(models.Model):
    """What an auditor handed in, never changed."""

    case = models.ForeignKey(AuditCase, on_delete=models.PROTECT, related_name="versions")
    said = models.JSONField()
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.case}: version of {self.at:%d %B %Y}"


class Moderation(models.Model):
    """What a second person made of an audit: the grade that stands and why, or back to the auditor."""

    case = models.ForeignKey(AuditCase, on_delete=models.PROTECT, related_name="moderations")
    returned = models.BooleanField(default=False)
    grade = models.CharField(max_length=30, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.case}: {self.grade or 'returned'}"


class LearningAction(models.Model):
    """What is done about a finding: what, which role, by when, and what came of it."""

    case = models.ForeignKey(AuditCase, on_delete=models.PROTECT, related_name="actions")
    theme = models.CharField(max_length=40, blank=True)
    what = models.CharField(max_length=500)
    owner = models.CharField(max_length=150)
    by = models.DateField()
    opened_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    opened = models.DateTimeField(auto_now_add=True)
    closed = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    outcome = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ("by", "pk")

    def __str__(self) -> str:
        return self.what
