"""One overall assessment from two facts: where a figure stands against its target, and which way it moved.

After a monthly improvement report of 2014 of which only red assessments survive: the rule is not refuted by any of
them, and it is not proven either, because "always red" fits them as well.
"""

from typing import Literal

from trigpoint.judgement.direction import Direction
from trigpoint.judgement.state import State

UNPROVEN = "rule not proven: only red assessments are known"


def overall(state: State, since_last_year: Direction | None) -> Literal["red", "not red", ""]:
    """Red when the target is missed or the figure is not better than in the same month last year.

    Empty where neither is known. A figure within its tolerance has missed its target.
    """
    missed = state in (State.WITHIN, State.OUTSIDE)
    if missed or (since_last_year is not None and since_last_year.word != "better"):
        return "red"
    return "" if since_last_year is None and not state.judged else "not red"
