"""Several measures beside each other: of the whole, of one group or by a breakdown, as a page and as a file."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from trigpoint.reports.formats.xlsx import xlsx
from trigpoint.tasks.broken_down import groups_shown
from trigpoint.tasks.choices import BACK, BREAKDOWN_WORDS
from trigpoint.tasks.measure_list import measure_list
from trigpoint.tasks.picked import Answer, Picked, Question, answers, choices, not_calculated
from trigpoint.tasks.side_by_side import SideBySide, side_by_side
from trigpoint.tasks.side_sheet import HEADS, as_text, side_sheet, side_workbook
from trigpoint.web.children.export import plain
from trigpoint.web.explore.looking import CannotLookError, Looking, answered, called, known, looking
from trigpoint.web.explore.query import query
from trigpoint.web.explore.waiting import ask_all
from trigpoint.web.pages import Crumb, Frame, shown

MOST = 12
"""Measures that stand beside each other at most: more cannot be read at once."""

_FORMS: Mapping[str, tuple[str, str]] = {
    "xlsx": ("Excel workbook (XLSX)", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "csv": ("Text with commas (CSV)", "text/csv; charset=utf-8"),
}
_KEPT = ("snapshot", "definitions", "targets", "authority")
_FIRST = ("team",)


@dataclass(frozen=True)
class _Asked:
    """A request: what it asks of which measures, and every part of its address."""

    seen: Looking
    question: Question
    address: Mapping[str, str]


@answered
def measures(request: HttpRequest) -> HttpResponse:
    """The page: choose measures, then what is asked of all of them."""
    asked = _asked(request)
    seen, question = asked.seen, asked.question
    every = [one for one in measure_list(seen.prepared, seen.beside) if one.figure]
    found = answers(seen.prepared, question) if seen.prepared else []
    page = _shown(request, asked, found) if found else None
    context = {
        "page": page,
        "every": every,
        "picked": _by_measure(question),
        "most": MOST,
        "filters": _filters(asked, found) if found else None,
        "kept": {name: seen.asked[name] for name in _KEPT if name in seen.asked},
        "asked": {name: said for name, said in asked.address.items() if name not in (*_KEPT, "measures")},
        "query": query(asked.address),
        "pinned": query({**asked.address, "snapshot": seen.snapshot}),
        "forms": [(words, f"{query(asked.address)}&form={form}") for form, (words, _) in _FORMS.items()],
        "seen": seen,
    }
    frame = Frame(
        title="Several measures beside each other",
        nav="measures",
        look="explore",
        crumbs=(Crumb("Measures", reverse("measures")), Crumb("Several measures")),
        stamp=seen.stamp(),
    )
    return shown(request, "explore/compare_measures.html.j2", frame, context)


@answered
def take(request: HttpRequest) -> HttpResponse:
    """The figures of the page as a file."""
    asked = _asked(request)
    found = answers(asked.seen.prepared, asked.question) if asked.seen.prepared else []
    if not found:
        return HttpResponseRedirect(f"{reverse('compare_measures')}{query(asked.address)}")
    form = request.GET.get("form", "xlsx")
    if form not in _FORMS:
        raise CannotLookError(f"There is no file of the form {form!r}: choose {' or '.join(_FORMS)}.")
    page, seen = _shown(request, asked, found), asked.seen
    book = side_workbook(page, seen.beside.place, seen.as_at, seen.snapshot)
    body = xlsx(book) if form == "xlsx" else _text(page)
    response = HttpResponse(body, content_type=_FORMS[form][1])
    response["Content-Disposition"] = f'attachment; filename="measures-{seen.as_at}.{form}"'
    return response


def _text(page: SideBySide) -> bytes:
    made = io.StringIO()
    writer = csv.writer(made)
    writer.writerow([head.lower().replace(" ", "_") for head in HEADS])
    writer.writerows([plain(as_text(said)) for said in row] for row in side_sheet(page).rows)
    return made.getvalue().encode("utf-8-sig")


def _shown(request: HttpRequest, asked: _Asked, found: list[Answer]) -> SideBySide:
    """The figures, all of which are calculated; else all that are not are asked for at once."""
    ask_all(request, not_calculated(found, asked.question, asked.seen.beside))
    whole = {name: said for name, said in asked.address.items() if name not in (*BREAKDOWN_WORDS, "by")}
    return side_by_side(found, asked.question, asked.seen.beside, f"{reverse('compare_measures')}{query(whole)}")


def _asked(request: HttpRequest) -> _Asked:
    """Raises CannotLookError for more measures than can stand beside each other, Http404 for one that there is not."""
    seen = looking(request)
    names = [name for each in request.GET.getlist("measures") for name in each.split(",") if name.strip()]
    picked = tuple(dict.fromkeys(_picked(name) for name in names))
    if len(picked) > MOST:
        raise CannotLookError(f"{len(picked)} measures are too many to read beside each other: choose at most {MOST}.")
    for one in picked:
        known(one.measure)
    named = ("kind", "to", "back", "authority", "by")
    told = {name: seen.asked.get(name, "") for name in named}
    where = tuple((name, seen.asked[name]) for name in BREAKDOWN_WORDS if name in seen.asked)
    address = {name: seen.asked[name] for name in (*named, *_KEPT, *BREAKDOWN_WORDS) if name in seen.asked}
    return _Asked(
        seen, Question(picked=picked, where=where, **told), {**address, "measures": ",".join(one.key for one in picked)}
    )


def _by_measure(question: Question) -> dict[str, list[Picked]]:
    found: dict[str, list[Picked]] = {}
    for one in question.picked:
        found.setdefault(one.measure, []).append(one)
    return found


def _picked(name: str) -> Picked:
    measure, _, variant = name.strip().partition(":")
    return Picked(measure, variant)


def _filters(asked: _Asked, found: list[Answer]) -> dict[str, Any]:
    """What the filter bar offers: name, label, choices; and of each measure with variants which is chosen."""
    offered, question = choices(found), asked.question
    groups = [
        (name, BREAKDOWN_WORDS[name], [("", "Whole authority" if name == "team" else "All"), *groups_shown(name, held)])
        for name, held in offered.groups.items()
    ]
    back = [("", BACK[13]), *((str(many), words) for many, words in BACK.items() if many > 13)]
    return {
        "first": [
            ("kind", "Periods", [("", "Each measure's usual"), *offered.kinds]),
            ("to", "Up to", [("", "The newest"), *offered.months]),
            ("back", "How far back", back),
            *(one for one in groups if one[0] in _FIRST),
            ("by", "Split by", [("", "Not split"), *((name, words) for name, words, _ in groups)]),
        ],
        "more": [one for one in groups if one[0] not in _FIRST],
        "variants": [
            (one.key, called(asked.seen, one.measure), _variants(one, offered.variants[one.measure]))
            for one in question.picked
            if one.measure in offered.variants
        ],
        "plain": [one.key for one in question.picked if one.measure not in offered.variants],
        "chosen": {**asked.address, "back": "" if question.back == "13" else question.back},
        "is_open": any(name not in _FIRST for name, _ in question.where) or any(one.variant for one in question.picked),
    }


def _variants(picked: Picked, held: Sequence[str]) -> list[tuple[str, str]]:
    """The variants of a measure: how a link names each, and its words."""
    every = dict.fromkeys([*held, picked.variant])
    return [(Picked(picked.measure, name).key, name or "Headline") for name in every]
