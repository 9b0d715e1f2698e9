"""The month and what people did in it: lines, comments with versions, challenges, approvals, actions, publications.

Drafts and states only. What is published, and what was agreed in it, is written into the store.
"""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from trigpoint.web.jobs.models import Job
from trigpoint.web.people.models import Account


class Month(models.Model):
    """A month that is reported on, named by its last day. `snapshot` is empty until it is frozen."""

    period = models.DateField(unique=True)
    publish_on = models.DateField(null=True, blank=True)
    accepted = models.CharField(max_length=60, blank=True)
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    snapshot = models.CharField(max_length=60, blank=True)
    frozen_at = models.DateTimeField(null=True)
    frozen_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    calculated_at = models.DateTimeField(null=True)
    calculated_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ("-period",)

    def __str__(self) -> str:
        return f"{self.period:%B %Y}"


class MonthPack(models.Model):
    """A pack that is published for a month, and for whom: the audience decides which small numbers are withheld."""

    month = models.ForeignKey(Month, on_delete=models.CASCADE, related_name="packs")
    pack = models.CharField(max_length=200)
    audience = models.CharField(max_length=20)

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=["month", "pack", "audience"], name="one_pack_an_audience"),)

    def __str__(self) -> str:
        return f"{self.pack} ({self.audience})"


class Line(models.Model):
    """One figure of a month that someone answers for: a measure in a variant, as a page of a pack prints it.

    `pages` lists where it is printed, as [pack, code]. `mark` is the position as words, shape and tone. `due` says why
    a comment is required, empty where none is. `digest` covers figure, counts, target and position; `missing` is the
    reason where there is no value, `waived` why it is published without.
    """

    month = models.ForeignKey(Month, on_delete=models.CASCADE, related_name="lines")
    key = models.CharField(max_length=300)
    measure = models.CharField(max_length=80)
    variant = models.CharField(max_length=120, blank=True)
    period_type = models.CharField(max_length=20)
    title = models.CharField(max_length=300)
    owner = models.CharField(max_length=150, blank=True)
    pages = models.JSONField(default=list)
    figure = models.CharField(max_length=60, blank=True)
    made_of = models.CharField(max_length=200, blank=True)
    target = models.CharField(max_length=60, blank=True)
    before = models.CharField(max_length=60, blank=True)
    moved = models.CharField(max_length=200, blank=True)
    mark = models.JSONField(default=dict)
    due = models.CharField(max_length=200, blank=True)
    missing = models.CharField(max_length=200, blank=True)
    waived = models.CharField(max_length=300, blank=True)
    waived_at = models.DateTimeField(null=True, blank=True)
    waived_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    trace = models.CharField(max_length=200, blank=True)
    digest = models.CharField(max_length=64)
    order = models.IntegerField(default=0)

    class Meta:
        ordering = ("order", "pk")
        constraints = (models.UniqueConstraint(fields=["month", "key"], name="one_line_a_figure"),)

    def __str__(self) -> str:
        return self.title


class MeasureOwner(models.Model):
    """Who writes about a measure; empty `account` leaves it to whoever may comment."""

    measure = models.CharField(max_length=80, unique=True)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="owned")

    def __str__(self) -> str:
        return f"{self.measure}: {self.account}"


class Comment(models.Model):
    """What is written about one line or several of a month. Its words are those of its newest version."""

    class State(models.TextChoices):
        """Where it stands between who writes and who challenges."""

        DRAFT = "draft", "in draft"
        SUBMITTED = "submitted", "waiting to be challenged or accepted"
        RETURNED = "returned", "returned"
        ACCEPTED = "accepted", "accepted"

    month = models.ForeignKey(Month, on_delete=models.CASCADE, related_name="comments")
    lines = models.ManyToManyField(Line, related_name="comments")
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    begun = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.month}: comment {self.pk}"


class CommentVersion(models.Model):
    """One version of a comment, never changed: what a person saved or submitted, and from which version they began.

    `actions` are its promises as written, each with what, owner and by; `serves` the keys of the lines it was about.
    """

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="versions")
    number = models.IntegerField()
    base = models.IntegerField(default=0)
    happened = models.TextField(blank=True)
    why = models.TextField(blank=True)
    back_on_target = models.CharField(max_length=200, blank=True)
    actions = models.JSONField(default=list)
    serves = models.JSONField(default=list)
    written_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    written = models.DateTimeField(auto_now_add=True)
    submitted = models.BooleanField(default=False)

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=["comment", "number"], name="one_version_a_number"),)

    def __str__(self) -> str:
        return f"{self.comment}, version {self.number}"


class Draft(models.Model):
    """What one person has typed and not saved: each has their own, so that nobody's words are written over."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="drafts")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    base = models.IntegerField(default=0)
    fields = models.JSONField(default=dict)
    saved = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["comment", "account"], name="one_draft_a_person"),)

    def __str__(self) -> str:
        return f"{self.comment}: draft of {self.account}"


class AgreedAction(models.Model):
    """What a comment promises: what, which role, by when. It stays on the board of every month until it is closed."""

    comment = models.ForeignKey(Comment, on_delete=models.PROTECT, related_name="actions")
    measure = models.CharField(max_length=80)
    variant = models.CharField(max_length=120, blank=True)
    what = models.CharField(max_length=500)
    owner = models.CharField(max_length=150)
    by = models.DateField()
    opened = models.DateTimeField(auto_now_add=True)
    opened_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    closed = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    outcome = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ("by", "pk")

    def __str__(self) -> str:
        return self.what


class Challenge(models.Model):
    """What a second person said to a version of a comment: returned with a reason, or accepted."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="challenges")
    version = models.IntegerField()
    accepted = models.BooleanField()
    reason = models.CharField(max_length=500, blank=True)
    said_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    said = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.comment}: {'accepted' if self.accepted else 'returned'}"


class Approval(models.Model):
    """A line signed off as it then was: `digest` covers its figure and its accepted comment. A change voids it."""

    line = models.ForeignKey(Line, on_delete=models.CASCADE, related_name="approvals")
    digest = models.CharField(max_length=64)
    signed_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    signed = models.DateTimeField(auto_now_add=True)
    voided = models.DateTimeField(null=True)
    voided_because = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=["line"], condition=Q(voided=None), name="one_approval_in_force_a_line"),
        )

    def __str__(self) -> str:
        return f"{self.line}: signed off"


class Publication(models.Model):
    """A month published: the release of the store that holds it. `replaces` is the release it takes the place of."""

    month = models.ForeignKey(Month, on_delete=models.PROTECT, related_name="publications")
    job = models.OneToOneField(Job, on_delete=models.PROTECT, related_name="+")
    release = models.CharField(max_length=60, blank=True)
    replaces = models.CharField(max_length=60, blank=True)
    because = models.CharField(max_length=300, blank=True)
    published_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    published = models.DateTimeField(null=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.month}: {self.release or 'being published'}"


class Happening(models.Model):
    """A line of the month's diary: who did what."""

    month = models.ForeignKey(Month, on_delete=models.CASCADE, related_name="happenings")
    at = models.DateTimeField(auto_now_add=True)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    what = models.CharField(max_length=300)

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.what


class LastVisit(models.Model):
    """When a person last looked at a month: `at` within this visit, `before` at the end of the one before."""

    month = models.ForeignKey(Month, on_delete=models.CASCADE, related_name="visits")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()
    before = models.DateTimeField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["month", "account"], name="one_last_visit_a_person"),)

    def __str__(self) -> str:
        return f"{self.account} at {self.month}"
