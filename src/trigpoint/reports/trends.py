"""The trend of a subject over its last three periods, in a word: as the rule suggests it, or as a person set it."""

from __future__ import annotations

from trigpoint.judgement.trend import WORSENING, Trend, trend
from trigpoint.reports.block import Arrow
from trigpoint.reports.subject import Subject
from trigpoint.reports.wording import PERCENT, day


_PRINTED_WORSE = ("Declining", "Decreasing", "Increasing")
"""One idea in three words: two name the number's movement, one the quality."""


def trend_of(subject: Subject) -> Trend:
    """The trend by the rule, overridden where a person set it; its word is empty when none can be said."""
    target, said = subject.now.target, subject.trend_set
    computed = trend(
        [subject.judged(subject.page.period_type, end).counted.value for end in subject.ends[-3:]],
        subject.facts.good,
        percent=subject.facts.unit == PERCENT,
        target=target.value if target else None,
        to_be_set=bool(target and target.to_be_set),
    )
    return computed.override(said.word, said.by, said.reason, said.on) if said else computed


def trend_words(subject: Subject) -> str:
    """Its word, or that it cannot be said; behind it who set it, when and why."""
    return f"{trend_word(subject)} {trend_setter(subject)}".strip()


def trend_word(subject: Subject) -> str:
    """Its word alone; of a published report the one it printed."""
    return subject.trend_printed or trend_of(subject).word or "Not assessed"


def trend_setter(subject: Subject) -> str:
    """In brackets, who set it, when and why, or that it is only printed; empty where it follows from the rule."""
    found = trend_of(subject)
    if subject.trend_printed:
        worse = subject.trend_printed in _PRINTED_WORSE and found.word == WORSENING
        same = worse or subject.trend_printed == found.word
        return "" if same else f"(printed; by the rule {(found.word or 'not assessed').lower()})"
    return f"(set by {found.overridden_by}, {day(found.on)}: {found.reason})" if found.on else ""


def trend_arrow(subject: Subject) -> Arrow:
    """The arrow beside it: which way the number went over the three periods, or a wave for back and forth."""
    word = trend_of(subject).word
    if word == "Volatile":
        return "wave"
    values = [j.counted.value for j in subject.history[-3:] if j.counted.value is not None]
    if word in ("", "New measure") or len(values) < 2:
        return ""
    if word == "Stable" or values[-1] == values[0]:
        return "same"
    return "up" if values[-1] > values[0] else "down"
