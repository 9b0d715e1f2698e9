"""One row of a paper: its baseline, the form of what is proposed, its versions; and a measure that is added."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from trigpoint.language.period import PeriodType
from trigpoint.tasks.library import LibraryError, any_measure
from trigpoint.tasks.library import variants as variants_of
from trigpoint.tasks.target_baseline import baseline, is_prepared
from trigpoint.tasks.target_evidence import evidence
from trigpoint.tasks.target_paper import added, measures_to_add
from trigpoint.tasks.target_proposal import FIELDS, STYLES, Proposed, counted_as, in_words, read
from trigpoint.web.access.log import log
from trigpoint.web.pages import Crumb, RefusedError, shown
from trigpoint.web.people.actions import Action
from trigpoint.web.people.middleware import actor_of
from trigpoint.web.targets.agreeing import BASELINE, ask_for
from trigpoint.web.targets.changing import OvertakenError, Typed, add_row, save_row
from trigpoint.web.targets.models import Proposal, ProposalVersion, TargetPaper
from trigpoint.web.targets.pages import paper_frame
from trigpoint.web.targets.paper import paper_of, proposed_with

_STYLE_WORDS = {
    "two_sided": "Target with a tolerance on both sides",
    "one_sided": "Target with a tolerance on the worse side",
    "rag": "Red, amber and green bands",
    "ordered": "Thresholds such as RI, Good, Outstanding",
    "range": "A range: inside is on target",
    "composite": "Shares of several grades",
}
_LONGEST = 2000


def row(request: HttpRequest, paper: int, row: int) -> HttpResponse:
    """A row: what the figure was, what is proposed, and the form for who may propose."""
    found = get_object_or_404(Proposal.objects.select_related("paper"), pk=row, paper=paper)
    last = found.versions.order_by("number").last()
    assert last is not None
    if request.method != "POST":
        return _shown(request, found, last, last, {})
    typed = _typed(request)
    version = ProposalVersion(proposal=found, **vars(typed))
    errors = dict(read(proposed_with(found, version), found.paper.starts, found.paper.target_set).faults)
    if errors:
        return _shown(request, found, last, version, errors, status=400)
    base = request.POST.get("base", "")
    try:
        saved = save_row(found, int(base) if base.isdigit() else 0, typed, actor_of(request).account)
    except OvertakenError as met:
        errors = {"": f"{met} Nothing of yours is lost: it stands in the form. Compare it with what stands now, below."}
        return _shown(request, found, met.now, version, errors, status=409)
    if saved.number != last.number:
        log(actor_of(request), Action.PROPOSE_TARGET, str(found), detail=f"version {saved.number}")
        if not is_prepared(paper_of(found.paper), settings.ENVIRONMENT.store):
            ask_for(BASELINE, found.paper, actor_of(request).account)
        messages.success(request, f"{found.title}: saved as version {saved.number}.")
    return redirect("target_paper", paper)


def add(request: HttpRequest, paper: int) -> HttpResponse:
    """Put a measure into the paper that its pack does not print."""
    found = get_object_or_404(TargetPaper, pk=paper)
    given = {name: request.POST.get(name, "").strip() for name in ("measure", "variant", "period_type", "title")}
    errors: dict[str, str] = {}
    if request.method == "POST":
        try:
            code = f"+{found.proposals.filter(added=True).count() + 1}"
            one = added(given["measure"], given["variant"], given["period_type"], given["title"][:300], code)
            made = add_row(found, one, actor_of(request).account)
        except LibraryError as error:
            errors = {_field(str(error), given): str(error)}
        except RefusedError as error:
            errors = {"measure": str(error)}
        else:
            log(actor_of(request), Action.PROPOSE_TARGET, str(made), detail="added")
            ask_for(BASELINE, found, actor_of(request).account)
            return redirect("target_row", found.pk, made.pk)
    context = {
        "paper": found,
        "typed": given,
        "errors": errors,
        "measures": [("", "Choose a measure"), *measures_to_add()],
        "kinds": [("", "Choose a period"), *((str(kind), str(kind)) for kind in PeriodType)],
    }
    frame = paper_frame(found, Crumb("Add a measure"), title="Add a measure")
    return shown(request, "targets/add.html.j2", frame, context, status=400 if errors else 200)


def _shown(
    request: HttpRequest,
    found: Proposal,
    last: ProposalVersion,
    typed: ProposalVersion,
    errors: dict[str, str],
    status: int = 200,
) -> HttpResponse:
    paper, now = found.paper, proposed_with(found, last)
    stands = proposed_with(found, typed) if not errors else now
    told, names = paper_of(paper), variants_of(any_measure(now.measure))[1:]
    looked = request.GET.get("variant")
    looked = looked if looked is not None and looked in ("", *names) else None
    variants, sets = counted_as(now)
    context: dict[str, Any] = {
        "variants": variants,
        "sets": sets,
        "cuts": _cuts(now, names, looked),
        "evidence": evidence(
            told, [stands if looked is None else stands.in_variant(looked)], settings.ENVIRONMENT.store
        ),
        "paper": paper,
        "proposal": found,
        "last": last,
        "typed": typed,
        "errors": errors,
        "now": now,
        "styles": [(style, _STYLE_WORDS[style]) for style in STYLES],
        "before": in_words(found.before, now, paper.starts) if found.before else "Not set",
        "baseline": baseline(told, stands, settings.ENVIRONMENT.store, looked),
        "versions": _versions(found),
        "notes": read(stands, paper.starts, paper.target_set).notes,
        "also": [" ".join(part for part in pair if part) for pair in found.also],
        "here": reverse("target_row", args=[paper.pk, found.pk]),
    }
    frame = paper_frame(paper, Crumb(found.title), look="targets", land=True, wide=True, title=found.title)
    return shown(request, "targets/row.html.j2", frame, context, status=status)


def _cuts(now: Proposed, names: Sequence[str], looked: str | None) -> list[tuple[str, str, bool]]:
    """The variants in which the row can be looked at: words, address, whether it is here."""
    if not names:
        return []
    own = [("As proposed" if now.counted_variant else "As in the paper", "?", looked is None)]
    every = [name for name in ("", *names) if name != now.counted.variant]
    return own + [(name or "Headline", f"?{urlencode({'variant': name})}", looked == name) for name in every]


def _versions(found: Proposal) -> list[dict[str, Any]]:
    """Every version, newest first, in words."""
    rows = found.versions.select_related("proposed_by").order_by("-number")
    return [
        {
            "version": one,
            "words": "Removed" if one.removed else in_words(one.fields, proposed_with(found, one), found.paper.starts),
            "why": one.fields.get("rationale", ""),
        }
        for one in rows
    ]


def _typed(request: HttpRequest) -> Typed:
    fields = {name: request.POST.get(name, "").strip()[:_LONGEST] for name in FIELDS}
    return Typed(
        fields={name: said for name, said in fields.items() if said},
        removed=request.POST.get("removed") == "yes",
        definition_now=request.POST.get("definition_now", "").strip()[:_LONGEST],
        definition_then=request.POST.get("definition_then", "").strip()[:_LONGEST],
        counted_variant=request.POST.get("counted_variant", "").strip()[:120],
        counted_set=request.POST.get("counted_set", "").strip()[:80],
    )


def _field(said: str, given: dict[str, str]) -> str:
    if "variant" in said:
        return "variant"
    return "period_type" if "no figure for" in said and given["measure"] else "measure"
