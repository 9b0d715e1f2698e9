"""A new round: what is asked of it, checked, and the draw."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.utils import timezone

from trigpoint.tasks.audit_scheme import KINDS, QUESTIONS, WORK_TYPES
from trigpoint.web.audits.models import AuditCase, Round
from trigpoint.web.children.audited import sample
from trigpoint.web.people.actor import Actor

MOST = 200


@dataclass
class Wanted:
    """A round as it was asked for, with what is wrong by field."""

    name: str = ""
    kind: str = "practice"
    work_type: str = "whole case"
    size: str = "10"
    due: str = ""
    each_team: bool = False
    questions: Sequence[str] = tuple(QUESTIONS)[:13]
    errors: dict[str, str] = field(default_factory=dict)


def wanted(given: Mapping[str, str], questions: Sequence[str]) -> Wanted:
    """What a form asks for, checked."""

    def said(name: str) -> str:
        return given.get(name, "").strip()

    found = Wanted(said("name"), said("kind"), said("work_type"), said("size"), said("due"))
    found.each_team, found.questions = bool(given.get("each_team")), [one for one in questions if one in QUESTIONS]
    errors = {
        "name": "" if found.name else "Name the round, such as 2026-27 Q3.",
        "kind": "" if found.kind in KINDS else "Choose the kind of audit.",
        "work_type": "" if found.work_type in {one.id for one in WORK_TYPES} else "Choose what is audited.",
        "size": "" if found.size.isdigit() and 0 < int(found.size) <= MOST else f"Give a number from 1 to {MOST}.",
        "due": "" if (day := _day(found.due)) and day >= timezone.localdate() else "Give a day that is still to come.",
        "questions": "" if found.questions else "Choose at least one question.",
    }
    if found.name and Round.objects.filter(name=found.name[:60]).exists():
        errors["name"] = f"There is a round {found.name} already: give this one another name."
    found.errors = {name: sentence for name, sentence in errors.items() if sentence}
    return found


def draw(asked: Wanted, actor: Actor) -> Round:
    """Draw the round's cases at random; the seed is new and recorded."""
    seed = secrets.token_hex(16)
    rows, frame, snapshot = sample(actor, asked.work_type, int(asked.size), seed, each_team=asked.each_team)
    with transaction.atomic():
        made = Round.objects.create(
            name=asked.name[:60],
            kind=asked.kind,
            work_type=asked.work_type,
            questions=list(asked.questions),
            due=date.fromisoformat(asked.due),
            each_team=asked.each_team,
            seed=seed,
            frame=frame,
            snapshot=snapshot,
            drawn_by_id=actor.account,
        )
        AuditCase.objects.bulk_create(
            AuditCase(
                round=made,
                number=number,
                authority=row["authority"],
                child=row["child_id"],
                team=row["team"],
                service=row["service"],
                worker=row["worker"],
            )
            for number, row in enumerate(rows, start=1)
        )
    return made


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
