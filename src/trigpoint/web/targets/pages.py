"""Targets that hold today, papers for next year, and one paper: its rows, who agrees, its diary, the paper as drawn."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from markupsafe import Markup

from trigpoint.store import StoreError
from trigpoint.tasks.agree_targets import history, sets_today
from trigpoint.tasks.target_baseline import BODY, is_prepared
from trigpoint.tasks.target_evidence import Evidence, evidence, variants_in
from trigpoint.tasks.target_paper import counted_words, is_readable, next_start, packs_to_choose
from trigpoint.tasks.target_proposal import in_words
from trigpoint.web.access.log import log
from trigpoint.web.jobs.models import Job
from trigpoint.web.months.models import MonthPack
from trigpoint.web.pages import Crumb, Frame, shown
from trigpoint.web.people.actions import Action
from trigpoint.web.people.can import Thing, refusal
from trigpoint.web.people.middleware import actor_of
from trigpoint.web.targets.agreeing import CARRY, in_the_way
from trigpoint.web.targets.models import Drawing, PaperState, TargetPaper
from trigpoint.web.targets.paper import Row, digest, makers, paper_of, rows_of, standings, status_of
from trigpoint.web.targets.work import folder_of

_DOWNLOADS = {"targets.docx": "Word", "targets.pdf": "PDF"}


def packs_of_months() -> tuple[str, ...]:
    """The packs of months, those that can be read: the month board says what is wrong with another."""
    names = MonthPack.objects.order_by("pack").values_list("pack", flat=True).distinct()
    return tuple(name for name in names if is_readable(name, settings.ENVIRONMENT.store))


def targets(request: HttpRequest, errors: dict[str, str] | None = None, status: int = 200) -> HttpResponse:
    """The sets that hold today, the papers there are, and where the next one is begun."""
    today = timezone.localdate()
    try:
        sets, starts = sets_today(settings.ENVIRONMENT.store, today, packs_of_months()), _starts()
    except StoreError as error:
        frame = Frame(title="Targets", nav="targets")
        return shown(request, "targets/nothing.html.j2", frame, {"why": str(error)})
    context = {
        "sets": sets,
        "open": [paper for paper in TargetPaper.objects.select_related("begun_by") if paper.is_open],
        "closed": [paper for paper in TargetPaper.objects.all() if not paper.is_open],
        "packs": packs_to_choose(settings.ENVIRONMENT.store, packs_of_months()),
        "starts": starts,
        "year": f"{starts.year}/{(starts.year + 1) % 100:02d}",
        "errors": errors or {},
        "typed": {"pack": request.POST.get("pack", "")},
        "status_of": status_of,
    }
    return shown(request, "targets/targets.html.j2", Frame(title="Targets", nav="targets"), context, status=status)


def target_set(request: HttpRequest, name: str) -> HttpResponse:
    """The targets of one set that hold today."""
    sets = sets_today(settings.ENVIRONMENT.store, timezone.localdate(), packs_of_months())
    found = next((one for one in sets if one.name == name), None)
    if found is None:
        raise Http404
    frame = _frame(f"Targets of {name}", (Crumb(name),))
    return shown(request, "targets/set.html.j2", frame, {"set": found})


def target_history(request: HttpRequest, name: str, measure: str) -> HttpResponse:
    """Every target that a measure had or will have in a set."""
    found = history(settings.ENVIRONMENT.store, name, measure, timezone.localdate(), packs_of_months())
    if not found:
        raise Http404
    crumbs = (Crumb(name, reverse("target_set", args=[name])), Crumb(found[0].title))
    frame = _frame(found[0].title, crumbs)
    return shown(request, "targets/history.html.j2", frame, {"name": name, "targets": found})


def paper(request: HttpRequest, paper: int) -> HttpResponse:
    """The rows of a paper, what stands in its way, who agrees, and its diary."""
    return shown_paper(request, get_object_or_404(TargetPaper.objects.select_related("begun_by"), pk=paper))


def shown_paper(
    request: HttpRequest, found: TargetPaper, errors: dict[str, str] | None = None, *, status: int = 200
) -> HttpResponse:
    """A paper's page, with what is wrong with a form on it."""
    rows = rows_of(found)
    told = paper_of(found, rows)
    proposed, variant = [row.proposed for row in rows], request.GET.get("variant", "")
    names = variants_in(proposed)
    variant = variant if variant in names else ""
    shown_ = evidence(told, proposed, settings.ENVIRONMENT.store, variant)
    carrying = Job.objects.filter(arguments__paper=found.pk, kind=CARRY).last()
    context: dict[str, Any] = {
        "paper": found,
        "lines": [_line(row, found, shown_.get(row.proposed.code)) for row in rows],
        "cuts": [("", "As in the paper", not variant), *((name, name, name == variant) for name in names)],
        "way": list(in_the_way(found, rows)) if found.state == PaperState.DRAFT else [],
        "bodies": standings(found),
        "diary": found.happenings.select_related("account"),
        "drawing": found.drawings.first(),
        "prepared": is_prepared(told, settings.ENVIRONMENT.store),
        "carrying": carrying if found.state == PaperState.AGREED else None,
        "why_not": refusal(actor_of(request), Action.AGREE_TARGET, Thing(makers=makers(found))),
        "errors": errors or {},
        "typed": {name: request.POST.get(name, "") for name in ("name", "planned", "because")},
        "removed": sum(row.proposed.removed for row in rows),
        "changed": {word: sum(row.proposed.changed == word for row in rows) for word in ("Changed", "New", "Amended")},
    }
    frame = paper_frame(found, look="targets", land=True, wide=True)
    return shown(request, "targets/paper.html.j2", frame, context, status=status)


def drawn(request: HttpRequest, paper: int) -> HttpResponse:
    """The paper as it was last drawn."""
    found = get_object_or_404(TargetPaper, pk=paper)
    drawing = found.drawings.first()
    told = paper_of(found)
    context: dict[str, Any] = {
        "paper": found,
        "drawing": drawing,
        "body": _body(found, drawing) if drawing else "",
        "stale": drawing is not None and drawing.digest != digest(told),
        "files": [(name, words) for name, words in _DOWNLOADS.items() if drawing and name in drawing.files],
    }
    frame = paper_frame(found, Crumb("As drawn"), look="targets", land=True, wide=True)
    if drawing:
        frame = replace(frame, stamp=drawing.stamp)
    return shown(request, "targets/drawn.html.j2", frame, context)


def file(request: HttpRequest, paper: int, name: str) -> HttpResponseBase:
    """A file of the last drawing."""
    found = get_object_or_404(TargetPaper, pk=paper)
    drawing = found.drawings.first()
    if drawing is None or name not in _DOWNLOADS or name not in drawing.files:
        raise Http404
    log(actor_of(request), Action.SEE_TARGETS, f"{found}", detail=name)
    path = folder_of(found, drawing.digest) / name
    ending = name.rpartition(".")[2]
    called = f"target-setting-{found.starts.year}-draft-{drawing.draft}.{ending}"
    return FileResponse(path.open("rb"), as_attachment=True, filename=called)


def paper_frame(
    paper: TargetPaper, *crumbs: Crumb, look: str = "form", land: bool = False, wide: bool = False, title: str = ""
) -> Frame:
    """The frame of every page of a paper."""
    here = f"{paper.year}, draft {paper.draft}"
    way = (Crumb(here, reverse("target_paper", args=[paper.pk])), *crumbs) if crumbs else (Crumb(here),)
    stamp = {
        "Report": f"Target setting {paper.year}",
        "For": f"{paper.title}",
        "Status": status_of(paper),
        "Handling": "Official: internal",
    }
    words = title or f"{paper.year} target setting: {paper.title[:1].lower()}{paper.title[1:]}"
    return _frame(words, way, look=look, land=land, wide=wide, stamp=stamp)


def _frame(title: str, crumbs: tuple[Crumb, ...], **more: Any) -> Frame:
    return Frame(title=title, nav="targets", crumbs=(Crumb("Targets", reverse("targets")), *crumbs), **more)


def _line(row: Row, paper: TargetPaper, found: Evidence | None) -> dict[str, Any]:
    """A row of a paper in words, with what speaks for it."""
    one = row.proposed
    return {
        "row": row,
        "now": in_words(one.before, one, paper.starts) if one.before else "Not set",
        "then": "Removed" if one.removed else in_words(one.fields, one, paper.starts),
        "word": one.changed,
        "evidence": found,
        "counted": counted_words(one),
        "why": one.said("rationale") or ("Kept as it is." if not one.changed and one.before else ""),
    }


def _body(paper: TargetPaper, drawing: Drawing) -> Markup:
    path = folder_of(paper, drawing.digest) / BODY
    return Markup(path.read_text(encoding="utf-8"))  # noqa: S704 - our own drawing, every text in it escaped


def _starts() -> date:
    return next_start(settings.ENVIRONMENT.store)
