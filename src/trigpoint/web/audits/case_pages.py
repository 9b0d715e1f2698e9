"""Pages of one audit: the form, its saving, handing in, moderation and actions."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from trigpoint.tasks.audit_scheme import GRADES, QUESTIONS
from trigpoint.web.access.log import log
from trigpoint.web.audits.agree import moderate
from trigpoint.web.audits.forms import ANSWERS, AuditError, hand_in, lacking, said, save
from trigpoint.web.audits.models import AuditCase, LearningAction
from trigpoint.web.children.audited import cases_seen
from trigpoint.web.pages import Crumb, Frame, RefusedError, require, shown
from trigpoint.web.people.actions import Action
from trigpoint.web.people.can import Thing, can
from trigpoint.web.people.middleware import actor_of


def audit(request: HttpRequest, number: int) -> HttpResponse:
    """The form, for its auditor to fill and for moderators to read."""
    case = _found(request, number)
    if request.method != "POST":
        return _form(request, case, {})
    try:
        _require_auditor(request, case)
        case = save(case, request.POST.dict(), _base(request))
        if request.POST.get("do") == "hand_in":
            if errors := lacking(case):
                return _form(request, case, errors, status=400)
            hand_in(case, actor_of(request).account)
            messages.success(request, "Handed in. A second person will look at it.")
            return redirect("audit_round", case.round_id)
        messages.success(request, "Saved.")
        return redirect("audit", case.pk)
    except AuditError as error:
        for name, value in said(request.POST.dict(), case).items():
            setattr(case, name, value)
        return _form(request, case, {"": str(error)}, status=409)


def keep(request: HttpRequest, number: int) -> HttpResponse:
    """Keep what is being typed, for the page's own script."""
    case = _found(request, number)
    _require_auditor(request, case)
    try:
        case = save(case, request.POST.dict(), _base(request))
    except AuditError as error:
        return JsonResponse({"words": str(error)})
    now = timezone.localtime()
    return JsonResponse(
        {"words": f"Saved at {now.hour % 12 or 12}:{now:%M}{now:%p}".lower().capitalize(), "base": case.saved}
    )


def judge(request: HttpRequest, number: int) -> HttpResponse:
    """Moderate an audit: by another person than its auditor."""
    case = _found(request, number)
    require(request, Action.MODERATE_AUDIT, Thing(makers=_makers(case)))
    returned = request.POST.get("do") == "return"
    reason = request.POST.get("reason", "").strip()
    try:
        moderate(case, actor_of(request).account, request.POST.get("grade", ""), reason, returned=returned)
    except AuditError as error:
        return _form(request, case, {"reason": str(error)}, status=400)
    log(actor_of(request), Action.MODERATE_AUDIT, f"{case}", children=[case.child])
    messages.success(request, "Returned to the auditor." if returned else "Moderated.")
    return redirect("audit_round", case.round_id)


def promise(request: HttpRequest, number: int) -> HttpResponse:
    """Add what is to be done about a finding."""
    case = _found(request, number)
    given = {name: request.POST.get(name, "").strip() for name in ("what", "owner", "by", "theme")}
    day = _day(given["by"])
    if not given["what"] or not given["owner"] or day is None:
        first = next(name for name in ("what", "owner", "by") if not given[name] or name == "by")
        return _form(request, case, {first: "An action says what, who and by when: fill all three."}, status=400)
    theme = given["theme"] if given["theme"] in QUESTIONS else ""
    what, owner = given["what"][:500], given["owner"][:150]
    by = actor_of(request).account
    LearningAction.objects.create(case=case, what=what, owner=owner, by=day, theme=theme, opened_by_id=by)
    messages.success(request, "Action added.")
    return redirect("audit", case.pk)


def _form(request: HttpRequest, case: AuditCase, errors: dict[str, str], *, status: int = 200) -> HttpResponse:
    actor = actor_of(request)
    context = {
        "case": case,
        "errors": errors,
        "questions": [(code, QUESTIONS[code]) for code in case.round.questions],
        "choices": ANSWERS,
        "grades": [(grade, grade) for grade in GRADES],
        "writes": case.is_open and case.auditor_id == actor.account and can(actor, Action.AUDIT_CASE),
        "moderates": case.state == AuditCase.State.DONE
        and can(actor, Action.MODERATE_AUDIT, Thing(makers=_makers(case))),
        "moderations": case.moderations.select_related("by"),
        "actions": case.actions.all(),
        "typed": {name: request.POST.get(name, "") for name in ("reason", "what", "owner", "by")},
        "judged": request.POST.get("grade", case.grade),
    }
    here = f"Case {case.number}"
    crumbs = (
        Crumb("Audits", reverse("audits")),
        Crumb(case.round.name, reverse("audit_round", args=[case.round_id])),
        Crumb(here),
    )
    frame = Frame(title=f"{case.round.name}: {here}", nav="audits", crumbs=crumbs)
    return shown(request, "audits/case.html.j2", frame, context, status=status)


def _found(request: HttpRequest, number: int) -> AuditCase:
    """The audit, for its auditor, for who runs audits and who moderates them; the child is logged."""
    case = AuditCase.objects.select_related("round", "auditor").filter(pk=number).first()
    if case is None:
        raise Http404
    actor = actor_of(request)
    wide = [action for action in (Action.RUN_AUDITS, Action.MODERATE_AUDIT) if can(actor, action)]
    if case.auditor_id != actor.account and not wide:
        raise RefusedError("This audit was given to someone else.")
    if not cases_seen(actor, wide[0] if wide else Action.AUDIT_CASE, [case], str(case)).rows:
        raise RefusedError("This case is restricted, or belongs to a part of the authority that is not yours.")
    return case


def _require_auditor(request: HttpRequest, case: AuditCase) -> None:
    require(request, Action.AUDIT_CASE)
    if case.auditor_id != actor_of(request).account:
        raise RefusedError("Only its auditor writes in an audit.")


def _makers(case: AuditCase) -> frozenset[int]:
    """Everyone who had a hand in the audit: its auditor, and who handed a version in."""
    wrote = set(case.versions.values_list("by_id", flat=True))
    return frozenset(wrote | ({case.auditor_id} if case.auditor_id else set()))


def _base(request: HttpRequest) -> int:
    text = request.POST.get("base", "")
    return int(text) if text.isdigit() else -1


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
