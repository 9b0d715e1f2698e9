"""Targets still to be set, in tables whose columns are too narrow to say when they are due."""

from __future__ import annotations

from collections.abc import Sequence

from trigpoint.reports.subject import Subject
from trigpoint.reports.target_words import due_words, target_words


def starred(subject: Subject) -> str:
    """The target in a narrow column: one to be set with a star where a note under the table says when it is due."""
    words, due = target_words(subject.now.target, subject.facts.unit), due_words(subject.now.target)
    return f"{words.removesuffix(f', {due}')}*" if due else words


def due_notes(subjects: Sequence[Subject]) -> tuple[str, ...]:
    """What the stars mean, one sentence for each day on which targets are due."""
    codes: dict[str, list[str]] = {}
    for subject in subjects:
        if due_words(subject.now.target):
            words = target_words(subject.now.target, subject.facts.unit)
            codes.setdefault(words, []).append(subject.page.code)
    return tuple(f"* {words}: {', '.join(dict.fromkeys(each))}." for words, each in codes.items())
