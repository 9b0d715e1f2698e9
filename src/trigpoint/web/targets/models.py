"""A target-setting paper while it is argued about: rows with every version, who is to agree, what they decided.

Drafts and states only. What is agreed is written into the store, and counts from there.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from trigpoint.web.people.models import Account


class PaperState(models.TextChoices):
    """Where a paper stands."""

    DRAFT = "draft", "draft"
    FOR_AGREEMENT = "for agreement", "for agreement"
    AGREED = "agreed", "agreed"
    WITHDRAWN = "withdrawn", "withdrawn"


class TargetPaper(models.Model):
    """The targets of one pack for the year that begins on `starts`. `entry` is what the store keeps them in.

    `draft` counts what was put forward: a change after that begins the next one.
    """

    pack = models.CharField(max_length=200)
    target_set = models.CharField(max_length=80)
    starts = models.DateField()
    title = models.CharField(max_length=200)
    draft = models.IntegerField(default=1)
    state = models.CharField(max_length=20, choices=PaperState.choices, default=PaperState.DRAFT)
    begun = models.DateTimeField(auto_now_add=True)
    begun_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    agreed = models.DateTimeField(null=True)
    entry = models.CharField(max_length=120, blank=True)
    because = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("-starts", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=["target_set", "starts"],
                condition=Q(state__in=["draft", "for agreement"]),
                name="one_open_paper_a_set_and_year",
            ),
        )

    def __str__(self) -> str:
        return f"{self.year}: {self.title}"

    @property
    def year(self) -> str:
        """The year it is for: 2027/28."""
        return f"{self.starts.year}/{(self.starts.year + 1) % 100:02d}"

    @property
    def is_open(self) -> bool:
        """Whether its rows may still be changed."""
        return self.state in {PaperState.DRAFT, PaperState.FOR_AGREEMENT}


class Proposal(models.Model):
    """A row of a paper: the figure it is about, and the target in force when the paper was begun, as text.

    `also` are the pairs of variant and period type that have the same target and move with it.
    """

    paper = models.ForeignKey(TargetPaper, on_delete=models.CASCADE, related_name="proposals")
    position = models.IntegerField()
    code = models.CharField(max_length=40)
    title = models.CharField(max_length=300)
    group = models.CharField(max_length=200, blank=True)
    measure = models.CharField(max_length=80)
    variant = models.CharField(max_length=120, blank=True)
    period_type = models.CharField(max_length=20)
    also = models.JSONField(default=list)
    before = models.JSONField(default=dict)
    added = models.BooleanField(default=False)

    class Meta:
        ordering = ("position", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["paper", "measure", "variant", "period_type"], name="one_proposal_a_figure_of_a_paper"
            ),
        )

    def __str__(self) -> str:
        return f"{self.paper}: {self.title}"


class ProposalVersion(models.Model):
    """What a person proposed for a row, every field as it was typed; never changed. The last one counts."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="versions")
    number = models.IntegerField()
    fields = models.JSONField(default=dict)
    removed = models.BooleanField(default=False)
    definition_now = models.TextField(blank=True)
    definition_then = models.TextField(blank=True)
    counted_variant = models.CharField(max_length=120, blank=True)
    counted_set = models.CharField(max_length=80, blank=True)
    proposed_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    proposed = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=["proposal", "number"], name="one_proposal_version_a_number"),)

    def __str__(self) -> str:
        return f"{self.proposal}, version {self.number}"


class Body(models.Model):
    """Who is to agree a paper, a body or a role, never a name; on which day it is meant to."""

    paper = models.ForeignKey(TargetPaper, on_delete=models.CASCADE, related_name="bodies")
    name = models.CharField(max_length=150)
    planned = models.DateField(null=True)

    class Meta:
        ordering = ("planned", "pk")
        constraints = (models.UniqueConstraint(fields=["paper", "name"], name="one_body_a_name"),)

    def __str__(self) -> str:
        return self.name


class Decision(models.Model):
    """What a body decided about one draft, and who recorded it. A change of the paper voids it."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="decisions")
    draft = models.IntegerField()
    agreed = models.BooleanField()
    words = models.CharField(max_length=300, blank=True)
    decided_on = models.DateField()
    decided_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    recorded = models.DateTimeField(auto_now_add=True)
    voided = models.DateTimeField(null=True)
    voided_because = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=["body"], condition=Q(voided=None), name="one_decision_in_force_a_body"),
        )

    def __str__(self) -> str:
        return f"{self.body}: {'agreed' if self.agreed else 'not agreed'}"


class Drawing(models.Model):
    """A paper as it was drawn: the digest of what it said, its files, and the lines at its foot."""

    paper = models.ForeignKey(TargetPaper, on_delete=models.CASCADE, related_name="drawings")
    digest = models.CharField(max_length=64)
    draft = models.IntegerField()
    files = models.JSONField(default=list)
    stamp = models.JSONField(default=dict)
    drawn = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.paper}: drawn"


class PaperHappening(models.Model):
    """A line of the paper's diary: who did what; `shaped` where it made the paper what is to be agreed."""

    paper = models.ForeignKey(TargetPaper, on_delete=models.CASCADE, related_name="happenings")
    at = models.DateTimeField(auto_now_add=True)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    what = models.CharField(max_length=300)
    shaped = models.BooleanField(default=False)

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.what
