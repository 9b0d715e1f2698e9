"""Wall seconds on a noisy machine: contenders take turns, and only what was measured side by side is divided."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from statistics import median


def seconds(run: Callable[[], object]) -> float:
    """Wall seconds of one run."""
    began = time.perf_counter()
    run()
    return time.perf_counter() - began


class Turns:
    """Rounds in which every contender runs once, after one round that does not count; order turns about."""

    def __init__(self, contenders: Mapping[str, Callable[[], object]], rounds: int) -> None:
        for run in contenders.values():
            run()
        self.taken: list[dict[str, float]] = []
        for number in range(rounds):
            order = sorted(contenders, reverse=number % 2 == 1)
            self.taken.append({name: seconds(contenders[name]) for name in order})

    def typical(self, name: str) -> float:
        """Median seconds of a contender."""
        return median(turn[name] for turn in self.taken)

    def ratio(self, name: str, other: str) -> float:
        """Median over the rounds of one contender's seconds divided by the other's in the same round."""
        return median(turn[name] / turn[other] for turn in self.taken)
