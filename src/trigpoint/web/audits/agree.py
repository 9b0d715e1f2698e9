"""Moderation by a second person, and the round's audits becoming records."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from trigpoint.tasks.agree_audits import AgreedAudit, agree_audits
from trigpoint.tasks.audit_scheme import GRADES
from trigpoint.web.audits.forms import AuditError
from trigpoint.web.audits.models import AuditCase, Moderation, Round

State = AuditCase.State


def moderate(case: AuditCase, account: int, grade: str, reason: str, *, returned: bool) -> None:
    """Let a grade stand, or return the audit. A changed grade and a return need a reason. Raises AuditError."""
    with transaction.atomic():
        now = AuditCase.objects.select_for_update().get(pk=case.pk)
        if now.state != State.DONE:
            raise AuditError("Only an audit that was handed in can be moderated.")
        if not returned and grade not in GRADES:
            raise AuditError("Choose the grade that stands.")
        if not reason and (returned or grade != now.grade):
            raise AuditError("Say why: the auditor and the team will read it.")
        text = {"grade": "" if returned else grade, "reason": reason[:500], "returned": returned}
        Moderation.objects.create(case=now, by_id=account, **text)
        now.state = State.RETURNED if returned else State.MODERATED
        now.save(update_fields=["state"])


def agree(round_: Round, account: int) -> int:
    """Make records of a round whose audits are all moderated; how many. Raises AuditError and StoreError.

    The entries are written first and only once, so a stop between the two loses nothing and doubles nothing.
    """
    cases = list(round_.cases.prefetch_related("moderations"))
    if waiting := [case for case in cases if case.state != State.MODERATED]:
        raise AuditError(f"{len(waiting)} of {len(cases)} audits are not moderated yet.")
    count = agree_audits([_agreed(round_, case) for case in cases], settings.ENVIRONMENT.store)
    Round.objects.filter(pk=round_.pk, agreed=None).update(agreed=timezone.now(), agreed_by_id=account)
    return count


def _agreed(round_: Round, case: AuditCase) -> AgreedAudit:
    last = [one for one in case.moderations.all() if not one.returned][-1]
    assert case.done is not None
    return AgreedAudit(
        audit_id=f"W{round_.pk}-{case.number}",
        authority=case.authority,
        person_id=case.child,
        audited_on=timezone.localdate(case.done),
        audit_round=round_.name,
        stream=case.team,
        work_type=round_.work_type,
        grade=last.grade,
        kind=round_.kind,
        sample_id=f"W{round_.pk}",
        answers=case.answers,
    )
