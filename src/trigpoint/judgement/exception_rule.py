"""Which measures go on the exception list. Red is one fact, having moved is another; a council joins them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trigpoint.judgement.direction import Direction
from trigpoint.judgement.state import State

_RANK = {State.BETTER: 0, State.MET: 1, State.WITHIN: 2, State.OUTSIDE: 3}


@dataclass(frozen=True)
class Standing:
    """A measure's two facts: where it stands, with the periods before (oldest first), and which way it moved."""

    states: Sequence[State]
    moved: Direction | None

    @property
    def outside(self) -> bool:
        """Whether it is outside its tolerance now: red."""
        return bool(self.states) and self.states[-1] is State.OUTSIDE

    @property
    def worse(self) -> bool:
        """Whether it moved to the bad side."""
        return self.moved is not None and self.moved.word == "worse"

    @property
    def times_outside(self) -> int:
        """How many periods in a row it has been outside, this one included; one without a judgement ends the row."""
        count = 0
        for state in reversed(self.states):
            if state is not State.OUTSIDE:
                break
            count += 1
        return count

    @property
    def fell(self) -> bool:
        """Whether it stands in a worse state than in the period before."""
        ranks = [_RANK.get(state) for state in self.states[-2:]]
        return len(ranks) == 2 and None not in ranks and ranks[1] > ranks[0]  # type: ignore[operator]


@dataclass(frozen=True)
class ExceptionRule:
    """When a measure needs a commentary. As it stands: outside and worse, or outside three times in a row.

    `outside` lists every red measure; `below_target` everything that misses its target; `fell` whatever stands in a
    worse state than before; `no_figure` what could not be assessed. `times` None leaves out the row.
    """

    outside_and_worse: bool = True
    times: int | None = 3
    outside: bool = False
    below_target: bool = False
    fell: bool = False
    no_figure: bool = False

    def why(self, standing: Standing, outside: str = "outside tolerance") -> str:
        """Why the measure is on the list, in words; empty when it is not. `outside` is what the state is called."""
        now = standing.states[-1] if standing.states else State.NOT_ASSESSED
        times = standing.times_outside
        reasons = (
            (self.outside_and_worse and standing.outside and standing.worse, f"{outside} and worse"),
            (self.times is not None and times >= self.times, f"{outside} {times} times in a row"),
            (self.outside and standing.outside, outside),
            (self.below_target and now.judged and not now.good, "misses its target"),
            (self.fell and standing.fell, "fell since the period before"),
            (self.no_figure and now is State.NOT_ASSESSED, "no figure"),
        )
        return next((words for holds, words in reasons if holds), "")


AS_IT_STANDS = ExceptionRule()
