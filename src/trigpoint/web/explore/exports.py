"""Taking a list of children away as a file: asks for the reason, then gives the file."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse

from trigpoint.language.result import Result
from trigpoint.reports.wording import period
from trigpoint.tasks.choices import BREAKDOWN_WORDS, Choice
from trigpoint.tasks.group_words import group_words
from trigpoint.web.children.behind_figure import Asked, columns_of, every_row
from trigpoint.web.children.export import FORMS, MOST, Listing, NotExportedError, export
from trigpoint.web.explore.children import RESULT_WORDS, asked_for, crumbs
from trigpoint.web.explore.looking import answered, called, counted, figure_of, looking
from trigpoint.web.explore.query import about_figure, query
from trigpoint.web.pages import Frame, shown
from trigpoint.web.people.actions import Action
from trigpoint.web.people.middleware import actor_of


@answered
def export_children(request: HttpRequest, measure: str) -> HttpResponse:
    """The form that asks why, and the file."""
    errors: dict[str, str] = {}
    seen = looking(request)
    offered, choice = figure_of(seen, measure)
    counted(offered, seen)
    asked = asked_for(seen, choice, whole=True)
    listing = _listing(asked, called(seen, measure))
    why, form = request.POST.get("why", ""), request.POST.get("form", "xlsx")
    if request.method == "POST":
        rows = every_row(asked)
        heads = [each for each in listing.columns if not rows or each[0] in {*rows[0], "team", "service", "worker"}]
        try:
            return export(actor_of(request), Action.EXPORT_CHILDREN, rows, replace(listing, columns=heads), why, form)
        except NotExportedError as error:
            errors[error.field] = str(error)
    base = {**about_figure(seen.asked), "result": asked.result, "reason": asked.reason}
    frame = Frame(
        title="Export a list of children",
        nav="measures",
        crumbs=crumbs(seen, measure, "Export"),
        stamp=seen.stamp(),
    )
    context = {
        "listing": listing,
        "query": query(base),
        "measure": measure,
        "errors": errors,
        "why": why,
        "form": form,
        "choices": list(FORMS.items()),
        "most": MOST,
    }
    return shown(request, "explore/export.html.j2", frame, context, status=400 if errors else 200)


def _listing(asked: Asked, title: str) -> Listing:
    columns = columns_of(asked)
    value = [("value", columns.value)] if columns.value else []
    over = [("over", columns.over.label)] if columns.over else []
    own = [(column.name, column.label) for column in columns.shown]
    heads = [("child_id", "Case"), ("record_id", columns.record), ("team", "Team"), ("service", "Service"),
             ("worker", "Worker"), ("dated", columns.dated), ("result", "Result"), ("reason", "Reason"),
             *value, *over, *own]  # fmt: skip
    choice = asked.choice
    return Listing(
        title=f"{title}, {period(choice.kind, choice.end)}",
        filters=_filters(asked, choice),
        snapshot=asked.snapshot,
        columns=heads,
        name=f"{choice.measure}-{choice.end}",
    )


def _filters(asked: Asked, choice: Choice) -> str:
    said = [
        f"variant {choice.variant}" if choice.variant else "",
        f"result {RESULT_WORDS[Result(asked.result)].lower()}" if asked.result else "",
        f"reason {asked.reason.lower()}" if asked.reason else "",
        *(f"{BREAKDOWN_WORDS[name].lower()} {group_words(name, group)}" for name, group in choice.where),
    ]
    return "; ".join(part for part in said if part)
