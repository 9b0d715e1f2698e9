"""Deleting what was written in the forms of agreed rounds: the records of the store say what was agreed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils import timezone

from trigpoint.web.audits.models import AuditCase, AuditVersion, LearningAction, Moderation, Round


def clear_forms(before: date, are: str, *, dry_run: bool) -> list[str]:
    """Delete the forms of rounds that were agreed before a day; in sentences what was, or would be, deleted.

    Closed actions go with them, open ones when they are closed. Which cases were drawn and which grade stands stay.
    A round that nobody agreed is no record yet: it stays, and is told.
    """
    agreed = Round.objects.filter(agreed__date__lt=before).order_by("pk")
    said = [
        f"The forms of {one.cases.count()} audits of round {one.name} {are} deleted."
        for one in agreed.filter(cleared=None)
    ]
    actions = LearningAction.objects.filter(case__round__in=agreed).exclude(closed=None)
    if count := actions.count():
        said.append(f"{count} closed actions of rounds as old {are} deleted.")
    waiting = Round.objects.filter(agreed=None, due__lt=before).order_by("pk")
    said += [f"Audits of round {one.name}, due {one.due:%d %B %Y}, stay until the round is agreed." for one in waiting]
    if not dry_run:
        with transaction.atomic():
            actions.delete()
            _clear(list(agreed.filter(cleared=None)))
    return said


def _clear(rounds: Sequence[Round]) -> None:
    """Empty the forms, and what auditors and moderators wrote beside them."""
    cases = AuditCase.objects.filter(round__in=rounds)
    AuditVersion.objects.filter(case__in=cases).delete()
    Moderation.objects.filter(case__in=cases).update(reason="")
    cases.update(answers={}, strengths="", findings="")
    for one in rounds:
        one.cleared = timezone.now()
        one.save(update_fields=["cleared"])
