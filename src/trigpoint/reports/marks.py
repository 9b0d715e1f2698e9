"""The marks of states and grades: word, shape and tone. A council may choose its own words; the shapes stay."""

from __future__ import annotations

from collections.abc import Mapping

from trigpoint.judgement.state import State
from trigpoint.reports.block import Mark, Shape, Tone
from trigpoint.reports.page import Position
from trigpoint.reports.wording import inside

_SHAPES: dict[State, tuple[Shape, Tone]] = {
    State.BETTER: ("plus", "on"),
    State.MET: ("circle", "on"),
    State.WITHIN: ("triangle", "within"),
    State.OUTSIDE: ("diamond", "outside"),
    State.TO_BE_SET: ("square", "grey"),
    State.NO_TARGET: ("dash", "grey"),
    State.NOT_ASSESSED: ("ring", "grey"),
}


def mark(position: Position, words: Mapping[State, str] | None = None) -> Mark:
    """The mark of a position, in the council's words where it has its own; the reason follows the word."""
    shape, tone = _SHAPES[position.state]
    own = (words or {}).get(position.state)
    if own is None:
        return Mark(position.words, shape, tone)
    tells = position.state is State.NOT_ASSESSED and position.reason
    return Mark(f"{own}: {position.reason}" if tells else own, shape, tone)


def state_words(state: State, words: Mapping[State, str]) -> str:
    """A state inside a sentence, in the council's words where it has its own: "outside tolerance"."""
    own = words.get(state)
    return inside(own) if own else str(state).lower()


def good_words(words: Mapping[State, str]) -> str:
    """At the target or beyond it: "on target or better"."""
    met, better = (words.get(state, str(state)) for state in (State.MET, State.BETTER))
    if (met, better) == (State.MET, State.BETTER):
        return "on target or better"
    return inside(met) if met == better else f"{inside(met)} or {inside(better)}"


def grade_mark(state: State, word: str) -> Mark:
    """The mark of an ordered grade: the best is ringed, the rest keep the shape of their state."""
    if state is State.BETTER:
        return Mark(word, "ringed", "on")
    return Mark(word, *_SHAPES[state])
