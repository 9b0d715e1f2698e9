"""The page of the children behind a figure."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from trigpoint.language.result import Result
from trigpoint.reports.wording import period
from trigpoint.tasks.choices import BREAKDOWN_WORDS, Choice, Offer
from trigpoint.tasks.group_words import group_words
from trigpoint.web.children.behind_figure import Asked, Behind, behind
from trigpoint.web.explore.looking import CannotLookError, Looking, answered, called, counted, figure_of, looking
from trigpoint.web.explore.measure import filters
from trigpoint.web.explore.query import about_figure, query
from trigpoint.web.page_turns import near, page_asked
from trigpoint.web.pages import Crumb, Frame, shown
from trigpoint.web.people.actions import Action
from trigpoint.web.people.middleware import actor_of

RESULT_WORDS = {
    Result.MET: "Met",
    Result.NOT_MET: "Not met",
    Result.COUNTED: "Counted",
    Result.UNKNOWN: "Not known",
    Result.PENDING: "Pending",
    Result.EXCLUDED: "Excluded",
}


@answered
def behind_page(request: HttpRequest, measure: str) -> HttpResponse:
    """The children of one result of a figure, those whom the person may see."""
    seen = looking(request)
    offered, choice = figure_of(seen, measure)
    counted(offered, seen)
    asked = asked_for(seen, choice)
    found = behind(actor_of(request), Action.SEE_CHILDREN, asked, page_asked(seen.asked.get("page", "")))
    context = _context(seen, offered, choice, asked, found, measure)
    title = f"{called(seen, measure)}: the children behind the number"
    frame = Frame(
        title=title,
        nav="measures",
        look="explore",
        crumbs=crumbs(seen, measure, "The children behind the number"),
        stamp=seen.stamp(handling="Official-sensitive: case numbers"),
    )
    return shown(request, "explore/children.html.j2", frame, context)


def crumbs(seen: Looking, measure: str, here: str) -> tuple[Crumb, ...]:
    """The way to a page below that of a measure."""
    back = f"{reverse('measure', args=[measure])}{query(about_figure(seen.asked))}"
    return Crumb("Measures", reverse("measures")), Crumb(called(seen, measure), back), Crumb(here)


def asked_for(seen: Looking, choice: Choice, *, whole: bool = False) -> Asked:
    """The list that an address asks for. Raises CannotLookError for a result that there is not."""
    result = seen.asked.get("result", "")
    if result and result not in set(Result):
        raise CannotLookError(f"There is no result {result!r}: choose one of those on the page.")
    return Asked(
        store=seen.beside.store,
        choice=choice,
        snapshot=seen.snapshot,
        definitions=seen.definitions,
        result=result,
        reason=seen.asked.get("reason", ""),
        whole=whole,
    )


def title_of(asked: Asked, found: Behind) -> str:
    """25 not met, waiting for information, in October 2026."""
    words = RESULT_WORDS[Result(asked.result)].lower() if asked.result else "in all"
    said = [f"{found.matching:,} {words}", asked.reason.lower()]
    said += [f"{BREAKDOWN_WORDS[name].lower()} {group_words(name, group)}" for name, group in asked.choice.where]
    return f"{', '.join(part for part in said if part)}, {period(asked.choice.kind, asked.choice.end)}"


def _context(
    seen: Looking, offered: Offer, choice: Choice, asked: Asked, found: Behind, measure: str
) -> dict[str, Any]:
    base = about_figure(seen.asked)
    results = [
        (RESULT_WORDS[one], found.results[one], query({**base, "result": one}), asked.result == one)
        for one in RESULT_WORDS
        if found.results.get(one)
    ]
    whole = sum(found.results.values())
    reasons = [
        (words, count, query({**base, "result": asked.result, "reason": words}), asked.reason == words)
        for words, count in found.reasons.items()
    ]
    here = {**base, "result": asked.result, "reason": asked.reason}
    return {
        "measure": measure,
        "title": title_of(asked, found),
        "found": found,
        "cells": [_cells(row, found) for row in found.rows],
        "results": [("All", whole, query(base), not asked.result), *results],
        "reasons": reasons
        and [("Any", sum(found.reasons.values()), query({**base, "result": asked.result}), not asked.reason), *reasons],
        "filters": filters(seen, offered, choice),
        "query": query(here),
        "pinned": query({**here, "snapshot": seen.snapshot, "period": choice.period}),
        "snapshot": seen.snapshot,
        "back": query(base),
        "pages": [(number, query({**here, "page": str(number)})) for number in near(found.page, found.pages)],
        "result": asked.result,
        "about": called(seen, measure),
    }


def _cells(row: dict[str, Any], found: Behind) -> dict[str, Any]:
    """A row as printed: days as days, flags as yes and no, what is missing as a dash."""
    own = [
        (column.label, printed(row.get(column.name), column.kind), column.kind)
        for column in found.columns.shown
        if column.name in row
    ]
    return {
        "case": row["child_id"] or row["record_id"] or "",
        "record": row["record_id"] or "",
        "team": row["team"],
        "worker": row["worker"],
        "dated": printed(row["dated"], "date"),
        "result": RESULT_WORDS.get(row["result"], row["result"]),
        "reason": row["reason"] or "",
        "value": printed(row["value"], "number") if found.columns.value else "",
        "over": row["over"],
        "own": own,
    }


def printed(value: Any, kind: str) -> str:
    """A cell as printed."""
    if value is None:
        return "–"
    if isinstance(value, date):
        return f"{value.day} {value:%b %Y}"
    if kind == "flag":
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:,.2f}"
    return f"{value:,}" if isinstance(value, int) else str(value)
