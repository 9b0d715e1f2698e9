"""The summary page of a pack: how many stand where, what needs attention, every measure in a line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from trigpoint.judgement.state import State
from trigpoint.packs.model import Pack
from trigpoint.reports.marks import good_words, state_words
from trigpoint.reports.page import ContextTable, Finding, IndexPage, Stamp, Total
from trigpoint.reports.revised import marks_explained
from trigpoint.reports.score import link_to, score_tables
from trigpoint.reports.small_print import edges_said, symbols_said
from trigpoint.reports.subject import Judged, Subject
from trigpoint.reports.targets_due import due_notes
from trigpoint.reports.verdict import distance
from trigpoint.reports.wording import capital, few

_SHOWN = (State.BETTER, State.MET, State.WITHIN, State.OUTSIDE)
_ORDER = [*_SHOWN, State.TO_BE_SET, State.NO_TARGET, State.NOT_ASSESSED]


def index_page(pack: Pack, subjects: Sequence[Subject], context: ContextTable | None, stamp: Stamp) -> IndexPage:
    """The first page of a pack."""
    return IndexPage(
        file="index.html",
        report=pack.report,
        title=pack.title,
        lede=_lede(subjects, pack.words),
        stamp=stamp,
        period=stamp.period,
        purpose=pack.purpose,
        totals=tuple(_totals(subjects)),
        attention=tuple(Finding(link_to(s), _why(s)) for s in subjects if _needs_attention(s)),
        moved=tuple(Finding(link_to(s), _how(s)) for s in subjects if _moved(s)),
        tables=tuple(score_tables(subjects)),
        context=context,
        notes=(
            f"Position is judged on the figure as printed. {edges_said(pack.words)} In the small charts the dashed "
            "line is the target and the dot is the latest figure. The trace of each figure stands on its own page.",
            *symbols_said(subjects),
            *due_notes(subjects),
            *marks_explained(judged for subject in subjects for judged in (subject.before, subject.now)),
        ),
    )


def _state(judged: Judged) -> State:
    return judged.judgement.state


def _lede(subjects: Sequence[Subject], words: Mapping[State, str]) -> str:
    """1 of 7 measures is outside tolerance, 2 fewer than a month before. 4 are on target or better."""
    outside = sum(_state(s.now) is State.OUTSIDE for s in subjects)
    was = sum(_state(s.before) is State.OUTSIDE for s in subjects)
    good = sum(_state(s.now).good for s in subjects)
    compared = any(s.before.counted.value is not None for s in subjects)
    change = "" if outside == was or not compared else f", {_difference(outside - was)} than in {_before(subjects)}"
    stands = state_words(State.OUTSIDE, words)
    if outside:
        first = f"{outside} of {len(subjects)} measures {'is' if outside == 1 else 'are'} {stands}{change}."
    else:
        first = f"None of the {len(subjects)} measures is {stands}{change}."
    many = capital(few(good)) if good else "None"
    return f"{first} {many} {'is' if good < 2 else 'are'} {good_words(words)}."


def _totals(subjects: Sequence[Subject]) -> list[Total]:
    now, before = Counter(_state(s.now) for s in subjects), Counter(_state(s.before) for s in subjects)
    totals = []
    for state in _ORDER:
        if state in _SHOWN or now[state]:
            change = now[state] - before[state]
            since = _before(subjects)
            said = f"{_difference(change)} than in {since}" if change else f"as in {since}"
            if all(s.before.counted.value is None for s in subjects):
                said = ""
            totals.append(Total(state, now[state], said))
    return totals


def _difference(change: int) -> str:
    return f"{abs(change)} {'more' if change > 0 else 'fewer'}"


def _before(subjects: Sequence[Subject]) -> str:
    return f"{subjects[0].before.end:%B}"


def _needs_attention(subject: Subject) -> bool:
    return _state(subject.now) in (State.OUTSIDE, State.NOT_ASSESSED)


def _why(subject: Subject) -> str:
    now = subject.now
    if now.counted.value is None:
        return f"no figure, {now.judgement.reason}"
    far = distance(subject)
    stands = state_words(State.OUTSIDE, subject.words)
    return f"{now.counted.figure.text}, {stands}" + (f"; {far[:1].lower()}{far[1:]}" if far else "")


def _moved(subject: Subject) -> bool:
    now, before = _state(subject.now), _state(subject.before)
    return now is not before and now.judged and before.judged


def _how(subject: Subject) -> str:
    now, before = subject.now, subject.before
    return f"{before.counted.figure.text} to {now.counted.figure.text}, now {state_words(_state(now), subject.words)}"
