"""Findings of data quality, of those parts of the authority that a person may see."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.conf import settings

from trigpoint.store import Snapshot
from trigpoint.tasks.accept import accept_findings
from trigpoint.tasks.kept_check import KeptCheck, kept_check
from trigpoint.tasks.known_findings import identity
from trigpoint.tasks.stored import snapshot_of
from trigpoint.web.children.gate import Placed, Row, Seen, place, scoped, seen
from trigpoint.web.people.actions import Action
from trigpoint.web.people.actor import Actor


@dataclass(frozen=True)
class Findings:
    """The check of the newest snapshot and what of it may be shown.

    Rows that are listed have a `key` that holds no case number; those that are only counted have none.
    """

    check: KeptCheck
    seen: Seen


def counted(actor: Actor) -> Findings | None:
    """All findings that an actor may see, to be counted and not shown; None where no check was made."""
    check = kept_check(settings.ENVIRONMENT.store)
    if check is None:
        return None
    return Findings(check, scoped(actor, Action.SEE_FINDINGS, _rows(check, _snapshot(check)), _snapshot(check)))


def listed(actor: Actor, rule: str, about: str, keys: Sequence[str] = ()) -> Findings | None:
    """The findings of one rule, all or those with some keys, row by row; the children in them are logged."""
    check = kept_check(settings.ENVIRONMENT.store)
    if check is None:
        return None
    every = _rows(check, _snapshot(check)).rows
    mine = ({**row, "key": key_of(row)} for row in every if row["rule"] == rule)
    rows = [row for row in mine if not keys or row["key"] in keys]
    return Findings(check, seen(actor, Action.SEE_FINDINGS, rows, about, snapshot=check.snapshot))


def accept(rows: Sequence[Row], reason: str, until: date, by: str) -> int:
    """Accept findings until a day: an entry of the store."""
    return accept_findings(rows, reason, until, by, settings.ENVIRONMENT.store)


def key_of(row: Mapping[str, Any]) -> str:
    """What a finding is called in addresses and in our tables: the same at the next load, and no case number."""
    return hashlib.sha256("\x1f".join(identity(row)).encode()).hexdigest()[:32]


@lru_cache(maxsize=4)
def _rows(check: KeptCheck, taken: Snapshot) -> Placed:
    return place(({**row, "child_id": row["child"]} for row in check.findings), taken)


def _snapshot(check: KeptCheck) -> Snapshot:
    return snapshot_of(settings.ENVIRONMENT.store, check.snapshot)
