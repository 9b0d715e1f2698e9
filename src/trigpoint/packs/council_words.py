"""The council's own words for the children in its care and for the positions, put into a pack and its measures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from types import MappingProxyType
from typing import Any, TypeVar

from trigpoint.judgement.state import State
from trigpoint.packs.care_words import Care, in_care_words
from trigpoint.packs.facts import Facts, MeasureFacts
from trigpoint.packs.model import Pack

_T = TypeVar("_T")

_PRINTED = frozenset({
    "title", "report", "purpose", "context_title", "group", "label", "guide", "why", "text", "now", "proposed", "notes",
    "one", "many", "met", "not_met", "all", "value", "met_short", "made_of", "numerator", "denominator",
})  # fmt: skip
"""The texts of a pack and of a measure that are printed; ids, codes, names of sets and groups of records are none."""


@dataclass(frozen=True)
class CouncilWords:
    """What a council settled. `care` None leaves every text in its author's words; `entry` is the hash it came from.

    `positions` are the states that have other words than their own.
    """

    care: Care | None = None
    positions: tuple[tuple[State, str], ...] = ()
    entry: str = ""

    @property
    def states(self) -> Mapping[State, str]:
        """The words of the positions by state."""
        return MappingProxyType(dict(self.positions))

    def said(self, text: str) -> str:
        """A text that is printed, in the council's words."""
        return in_care_words(text, self.care) if self.care else text

    def pack(self, pack: Pack) -> Pack:
        """The pack in the council's words. A pack that has words of its own for a position keeps them."""
        return replace(self._said_in(pack), words=MappingProxyType({**self.states, **pack.words}))

    def facts(self, facts: MeasureFacts) -> MeasureFacts:
        """The facts of a measure in the council's words; its definition keeps those of the law."""
        return self._said_in(facts)

    def known(self, known: Facts) -> Facts:
        """The facts of every measure so."""
        return lambda measure, variant, kind: self.facts(known(measure, variant, kind))

    def _said_in(self, value: _T) -> _T:
        if not self.care or not is_dataclass(value) or isinstance(value, type):
            return value
        told = {each.name: self._part(each.name, getattr(value, each.name)) for each in fields(value)}
        return replace(value, **told)

    def _part(self, name: str, value: Any) -> Any:
        if isinstance(value, str):
            return self.said(value) if name in _PRINTED else value
        if isinstance(value, tuple) and name != "where":
            return tuple(self.said(one) if isinstance(one, str) and name in _PRINTED else self._said_in(one)
                         for one in value)  # fmt: skip
        return self._said_in(value)


PLAIN = CouncilWords()
"""Nothing settled: every text as it was written."""
