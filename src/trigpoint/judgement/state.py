"""The states a judged figure can be in. A council may reword them; there are no others."""

from enum import StrEnum


class State(StrEnum):
    """Where a figure stands; the value is the word printed beside its shape."""

    BETTER = "Better than range"
    MET = "On target"
    WITHIN = "Within tolerance"
    OUTSIDE = "Outside tolerance"
    TO_BE_SET = "Target to be set"
    NO_TARGET = "No target"
    NOT_ASSESSED = "Not assessed"

    @property
    def judged(self) -> bool:
        """Whether a figure was held against a target at all."""
        return self in _JUDGED

    @property
    def good(self) -> bool:
        """At target or better."""
        return self in (State.BETTER, State.MET)


_JUDGED = (State.BETTER, State.MET, State.WITHIN, State.OUTSIDE)
