"""Agreed audits as entries of the store: the next freeze reads them as rows of `ext_audit` and `ext_audit_answer`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from trigpoint.records import TABLES
from trigpoint.store import Store

AUDITS, ANSWERS = "ext_audit", "ext_audit_answer"


@dataclass(frozen=True, kw_only=True)
class AgreedAudit:
    """One audit as it was agreed. `answers` are Y, N or NA by the code of the question."""

    audit_id: str
    authority: str
    person_id: str
    audited_on: date
    audit_round: str
    stream: str
    work_type: str
    grade: str
    kind: str
    sample_id: str
    answers: Mapping[str, str] = field(default_factory=dict)


def agree_audits(audits: Sequence[AgreedAudit], store: Path) -> int:
    """Write audits into the store, each once: those that an entry holds already are left out. How many were new.

    The answers are written first: an audit that stands has its answers, whenever the process was stopped.
    Raises StoreError.
    """
    with Store(store).writing() as writer:
        known = _held(Store(store), AUDITS)
        fresh = [audit for audit in audits if audit.audit_id not in known]
        answered = _held(Store(store), ANSWERS)
        lines = [
            {"authority": audit.authority, "audit_id": audit.audit_id, "question": question, "answer": answer}
            for audit in fresh
            if audit.audit_id not in answered
            for question, answer in sorted(audit.answers.items())
        ]
        if lines:
            writer.add_entry(ANSWERS, _table(ANSWERS, lines))
        if fresh:
            writer.add_entry(AUDITS, _table(AUDITS, [vars(audit) for audit in fresh]))
    return len(fresh)


def _held(store: Store, kind: str) -> set[str]:
    return {row["audit_id"] for entry in store.entries(kind) for row in entry.read().to_pylist()}


def _table(name: str, rows: Sequence[Mapping[str, Any]]) -> pa.Table:
    fields: list[pa.Field[Any]] = [pa.field("authority", pa.string())]
    fields += [pa.field(one.name, one.arrow) for one in TABLES[name].fields.values()]
    return pa.Table.from_pylist([dict(row) for row in rows], schema=pa.schema(fields))
