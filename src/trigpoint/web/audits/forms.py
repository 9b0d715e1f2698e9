"""The form of an audit: saved as it is typed, handed in when every question is answered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from trigpoint.tasks.audit_scheme import GRADES, QUESTIONS
from trigpoint.web.audits.models import AuditCase, AuditVersion

ANSWERS = (("Y", "Yes"), ("N", "No"), ("NA", "Not applicable"))
State = AuditCase.State


class AuditError(ValueError):
    """Why an audit cannot be saved or moved on, in one sentence."""


def save(case: AuditCase, given: Mapping[str, str], base: int) -> AuditCase:
    """Keep what stands in the form. Raises AuditError where it was changed since the page was opened."""
    with transaction.atomic():
        now = AuditCase.objects.select_for_update().select_related("round").get(pk=case.pk)
        if not now.is_open:
            raise AuditError("This audit was handed in: nothing more can be written until it is returned.")
        if now.saved != base:
            raise AuditError(
                "This audit was changed in another window. What you typed stands below: copy it, then open it again."
            )
        for name, value in said(given, now).items():
            setattr(now, name, value)
        now.state = State.BEGUN if now.state == State.TO_DO else now.state
        now.saved += 1
        now.save()
    return now


def said(given: Mapping[str, str], case: AuditCase) -> dict[str, Any]:
    """What a form says: answers to the round's own questions, a grade, two texts."""
    known = {key for key, _ in ANSWERS}
    answers = {code: given.get(f"q-{code}", "") for code in case.round.questions}
    return {
        "answers": {code: answer for code, answer in answers.items() if answer in known},
        "grade": given.get("grade", "") if given.get("grade", "") in GRADES else "",
        "strengths": given.get("strengths", "").strip(),
        "findings": given.get("findings", "").strip(),
    }


def lacking(case: AuditCase) -> dict[str, str]:
    """What must be filled before an audit is handed in, by field."""
    errors = {f"q-{code}": f"Answer: {QUESTIONS[code]}" for code in case.round.questions if code not in case.answers}
    if not case.grade:
        errors["grade"] = "Choose a grade."
    if "N" in case.answers.values() and not case.findings:
        errors["findings"] = "A question was answered no: write what was found."
    return errors


def hand_in(case: AuditCase, account: int) -> AuditCase:
    """Hand an audit in for moderation; what was written is kept as a version. Raises AuditError."""
    with transaction.atomic():
        now = AuditCase.objects.select_for_update().select_related("round").get(pk=case.pk)
        if not now.is_open or lacking(now):
            raise AuditError("This audit cannot be handed in: something is still to be filled, or it was handed in.")
        text = {name: getattr(now, name) for name in ("answers", "grade", "strengths", "findings")}
        AuditVersion.objects.create(case=now, said=text, by_id=account)
        now.state, now.done = State.DONE, timezone.now()
        now.save(update_fields=["state", "done"])
    return now
