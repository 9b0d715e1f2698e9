"""What a scorecard says first: how many stand where, what changed position, where commentary is due."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from trigpoint.judgement.state import State
from trigpoint.reports.block import Found, Mark, Tallies, Tally
from trigpoint.reports.marks import mark
from trigpoint.reports.page import Link, Position
from trigpoint.reports.subject import Judged, Subject
from trigpoint.reports.wording import capital, few

_ALWAYS = (State.MET, State.WITHIN, State.OUTSIDE)
_ORDER = (State.BETTER, *_ALWAYS, State.TO_BE_SET, State.NO_TARGET, State.NOT_ASSESSED)


def state_of(judged: Judged) -> State:
    """Where a figure stands."""
    return judged.judgement.state


def tallies(subjects: Sequence[Subject], since: str) -> Tallies:
    """So many in each state, and how many there were one period before."""
    now, before = Counter(state_of(s.now) for s in subjects), Counter(state_of(s.before) for s in subjects)
    words = subjects[0].words if subjects else {}
    compared = any(s.before.counted.value is not None for s in subjects)
    shown = [state for state in _ORDER if state in _ALWAYS or now[state]]
    marks = {state: mark(Position(state), words) for state in shown}
    return Tallies(
        tuple(
            Tally(
                now[state],
                marks[state].words,
                marks[state],
                _change(now[state] - before[state], since) if compared else "",
            )
            for state in shown
        )
    )


def counted_marks(now: Sequence[Mark], before: Sequence[Mark], order: Sequence[Mark], since: str) -> Tallies:
    """The same over marks of any kind, grades for example, in a given order."""
    many, was = Counter(each.words for each in now), Counter(each.words for each in before)
    return Tallies(
        tuple(Tally(many[each.words], each.words, each, _change(many[each.words] - was[each.words], since))
              for each in order)
    )  # fmt: skip


def lede(subjects: Sequence[Subject], since: str) -> str:
    """5 of 20 measures are outside tolerance, 1 fewer than in Q2. 4 moved to a better position."""
    outside = sum(state_of(s.now) is State.OUTSIDE for s in subjects)
    was = sum(state_of(s.before) is State.OUTSIDE for s in subjects)
    compared = any(s.before.counted.value is not None for s in subjects)
    if not any(state_of(s.now).judged or state_of(s.before).judged for s in subjects):
        return f"{len(subjects)} measures, none of them held against a target."
    change = (
        ""
        if outside == was or not compared
        else f", {abs(outside - was)} {'more' if outside > was else 'fewer'} than in {since}"
    )
    word = _word(subjects, State.OUTSIDE)
    if outside:
        first = f"{outside} of {len(subjects)} measures {'is' if outside == 1 else 'are'} {word}{change}."
    else:
        first = f"None of the {len(subjects)} measures is {word}{change}."
    better = sum(_rank(s.now) < _rank(s.before) for s in subjects if _both(s))
    return f"{first} {capital(few(better))} moved to a better position." if better else first


def _word(subjects: Sequence[Subject], state: State) -> str:
    own = subjects[0].words.get(state) if subjects else None
    return (own or str(state)).lower()


def moved(subjects: Sequence[Subject], links: dict[str, Link], since: str) -> Found:
    """What stands in another position than one period before."""
    items = [(links.get(s.page.code), _named(s, links, _how(s))) for s in subjects if _moved(s)]
    return Found(f"What changed position since {since}", tuple(items), "No measure changed position.")


def due(subjects: Sequence[Subject], links: dict[str, Link]) -> Found:
    """Where commentary is required, and why."""
    items = [(links.get(s.page.code), _named(s, links, s.commentary_due)) for s in subjects if s.commentary_due]
    return Found("Commentary required", tuple(items), "No commentary is required.")


def _named(subject: Subject, links: dict[str, Link], said: str) -> str:
    """A finding without a link names its measure itself."""
    return said if subject.page.code in links else f"{subject.page.code} {subject.page.title}: {said}"


def _moved(subject: Subject) -> bool:
    now, before = state_of(subject.now), state_of(subject.before)
    return now is not before and (now.judged or before.judged) and State.NOT_ASSESSED is not before


def _how(subject: Subject) -> str:
    now, before = subject.now, subject.before
    stands = mark(now.position, subject.words).words.lower()
    if now.counted.value is None:
        was = mark(before.position, subject.words).words.lower()
        return f"no figure, was {was} at {before.counted.figure.text}"
    direction = subject.moved
    word = f", {direction.word}" if direction and direction.word in ("better", "worse") else ""
    return f"{before.counted.figure.text} to {now.counted.figure.text}{word}, now {stands}"


def _both(subject: Subject) -> bool:
    return state_of(subject.now).judged and state_of(subject.before).judged


def _rank(judged: Judged) -> int:
    return _ORDER.index(state_of(judged))


def _change(change: int, since: str) -> str:
    if not change:
        return f"no change on {since}"
    return f"{abs(change)} {'more' if change > 0 else 'fewer'} than {since}"
