"""Pages of audits: all rounds, a new one, one round."""

from __future__ import annotations

from collections import Counter

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone

from trigpoint.tasks.audit_grades import quarters
from trigpoint.tasks.audit_scheme import GRADES, KINDS, QUESTIONS, WORK_TYPES
from trigpoint.web.access.log import log
from trigpoint.web.audits.agree import agree
from trigpoint.web.audits.draw import Wanted, draw, wanted
from trigpoint.web.audits.forms import AuditError
from trigpoint.web.audits.models import AuditCase, LearningAction, Round
from trigpoint.web.children.audited import cases_seen
from trigpoint.web.pages import Crumb, Frame, shown
from trigpoint.web.people.actions import Action
from trigpoint.web.people.can import can
from trigpoint.web.people.middleware import actor_of
from trigpoint.web.people.models import Account

State = AuditCase.State


def audits(request: HttpRequest) -> HttpResponse:
    """Rounds, what is for me to do, what is promised, and how audits were graded."""
    actor = actor_of(request)
    mine = AuditCase.objects.filter(auditor_id=actor.account).exclude(state=State.MODERATED).select_related("round")
    team = request.GET.get("team", "")
    context = {
        "rounds": [(one, Counter(one.cases.values_list("state", flat=True))) for one in Round.objects.all()],
        "kinds": KINDS,
        "mine": [one for one in mine if can(actor, Action.AUDIT_CASE)],
        "actions": LearningAction.objects.filter(closed=None).select_related("case__round"),
        "quarters": quarters(settings.ENVIRONMENT.store, team),
        "grades": GRADES,
        "team": team,
        "teams": sorted(set(AuditCase.objects.exclude(team="").values_list("team", flat=True))),
    }
    return shown(request, "audits/audits.html.j2", Frame(title="Audits", nav="audits"), context)


def new_round(request: HttpRequest) -> HttpResponse:
    """Ask for a round and draw it."""
    asked = wanted(request.POST.dict(), request.POST.getlist("questions")) if request.method == "POST" else Wanted()
    if request.method == "POST" and not asked.errors:
        made = draw(asked, actor_of(request))
        if made.cases.exists():
            messages.success(request, f"{made.cases.count()} of {made.frame:,} cases were drawn.")
        else:
            messages.error(request, "There was no case to draw from: choose other work.")
        return redirect("audit_round", made.pk)
    context = {
        "asked": asked,
        "kinds": list(KINDS.items()),
        "work_types": [(one.id, one.words) for one in WORK_TYPES],
        "questions": list(QUESTIONS.items()),
    }
    frame = Frame(title="New round of audits", nav="audits", crumbs=_crumbs("New round"))
    return shown(request, "audits/new.html.j2", frame, context, status=400 if asked.errors else 200)


def audit_round(request: HttpRequest, number: int) -> HttpResponse:
    """One round: how it was drawn, how far it is; case by case for those who run or make audits."""
    found = get_object_or_404(Round.objects.select_related("drawn_by", "agreed_by"), pk=number)
    actor = actor_of(request)
    cases = list(found.cases.select_related("auditor"))
    mine = [one for one in cases if one.auditor_id == actor.account]
    action = Action.RUN_AUDITS if can(actor, Action.RUN_AUDITS) else Action.AUDIT_CASE
    listed = cases if action is Action.RUN_AUDITS else mine
    seen = cases_seen(actor, action, listed, f"round {found.name}") if can(actor, action) else None
    states = Counter(one.state for one in cases)
    context = {
        "round": found,
        "work_type": next(one.words for one in WORK_TYPES if one.id == found.work_type),
        "kind": KINDS[found.kind],
        "questions": [QUESTIONS[code] for code in found.questions],
        "seen": seen,
        "total": len(cases),
        "states": states,
        "ready": cases and states[State.MODERATED] == len(cases),
        "auditors": [(one.pk, one.title) for one in _auditors()],
    }
    frame = Frame(title=found.name, nav="audits", crumbs=_crumbs(found.name))
    return shown(request, "audits/round.html.j2", frame, context)


def give(request: HttpRequest, number: int) -> HttpResponse:
    """Give the ticked cases to an auditor."""
    found = get_object_or_404(Round, pk=number)
    auditor = next((one for one in _auditors() if str(one.pk) == request.POST.get("auditor", "")), None)
    ticked = [key for key in request.POST.getlist("case") if key.isdigit()]
    chosen = found.cases.filter(pk__in=ticked, state__in=[State.TO_DO, State.BEGUN])
    if auditor is None or not ticked:
        messages.error(request, "Tick the cases, and choose who is to audit them.")
    else:
        count = chosen.update(auditor=auditor)
        log(
            actor_of(request),
            Action.RUN_AUDITS,
            f"round {found.name}",
            detail=f"{count} cases given to {auditor.title}",
        )
        messages.success(request, f"{count} given to {auditor.title}.")
    return redirect("audit_round", found.pk)


def agree_round(request: HttpRequest, number: int) -> HttpResponse:
    """Make the round's audits records of the store."""
    found = get_object_or_404(Round, pk=number)
    try:
        count = agree(found, actor_of(request).account)
    except AuditError as error:
        messages.error(request, str(error))
    else:
        log(actor_of(request), Action.RUN_AUDITS, f"round {found.name} agreed", detail=f"{count} audits")
        messages.success(request, f"{count} audits are records now: the next month that is frozen counts them.")
    return redirect("audit_round", found.pk)


def close_action(request: HttpRequest, number: int) -> HttpResponse:
    """Say what came of an action."""
    found = get_object_or_404(LearningAction, pk=number)
    outcome = request.POST.get("outcome", "").strip()[:500]
    if not outcome:
        messages.error(request, "What came of it? Write it in a few words.")
    elif found.closed is None:
        found.closed, found.closed_by_id, found.outcome = timezone.now(), actor_of(request).account, outcome
        found.save()
        messages.success(request, "Closed.")
    return redirect("audits")


def _auditors() -> list[Account]:
    """Open accounts that may audit today."""
    today = timezone.localdate()
    every = Account.objects.filter(is_active=True).prefetch_related("grants").order_by("title", "pk")
    return [one for one in every if can(one.actor(today), Action.AUDIT_CASE)]


def _crumbs(words: str) -> tuple[Crumb, ...]:
    return Crumb("Audits", reverse("audits")), Crumb(words)
