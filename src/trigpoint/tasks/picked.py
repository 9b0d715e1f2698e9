"""Several measures that somebody picked, each with the figure that the same question asks of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from trigpoint.language.period import PeriodType, month_of
from trigpoint.tasks.choices import BREAKDOWN_WORDS, KIND_WORDS, Choice, Offer, chosen, offer
from trigpoint.tasks.explored_subject import GROUPED, Beside, wanted_beyond
from trigpoint.tasks.further_figures import Further, is_calculated
from trigpoint.tasks.group_words import in_order
from trigpoint.tasks.library import LibraryError
from trigpoint.tasks.prepared_figures import Prepared


@dataclass(frozen=True)
class Picked:
    """A measure in a variant; empty for the headline."""

    measure: str
    variant: str = ""

    @property
    def key(self) -> str:
        """How a link names it."""
        return f"{self.measure}:{self.variant}" if self.variant else self.measure


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is asked of each measure.

    `kind` is that of its periods (empty: its own first), `to` the month in which the last one ends (2026-10, empty: the
    newest), `back` how many months are shown, `where` the groups it is narrowed to, `by` what it is split by.
    """

    picked: tuple[Picked, ...]
    kind: str = ""
    to: str = ""
    back: str = ""
    authority: str = ""
    where: tuple[tuple[str, str], ...] = ()
    by: str = ""


@dataclass(frozen=True)
class Answer:
    """The figure of one measure; None with `missing` where the question has none. `note` says what it is instead."""

    picked: Picked
    offered: Offer
    choice: Choice | None
    missing: str = ""
    note: str = ""


@dataclass(frozen=True)
class Choices:
    """What can be asked of the measures together: kinds of periods, months, groups of breakdowns, variants of each."""

    kinds: tuple[tuple[str, str], ...]
    months: tuple[tuple[str, str], ...]
    groups: Mapping[str, tuple[str, ...]]
    variants: Mapping[str, tuple[str, ...]]


def answers(prepared: Prepared, asked: Question) -> list[Answer]:
    """Each measure with the figure that is asked of it. Raises LibraryError in a sentence for whoever asked."""
    if asked.kind and asked.kind not in set(PeriodType):
        raise LibraryError(f"There are no periods of the kind {asked.kind!r}: choose one of the list.")
    if asked.by and asked.by not in BREAKDOWN_WORDS:
        raise LibraryError(f"Figures are not split by {asked.by!r}: choose one of the list.")
    return [_answer(offer(prepared, one.measure), one, asked, _month(asked.to)) for one in asked.picked]


def choices(found: list[Answer]) -> Choices:
    """What the measures offer, any of them."""
    offers = [one.offered for one in found]
    kinds = [kind for kind in PeriodType if any(kind in one.ends for one in offers)]
    ends = {(end.year, end.month) for one in offers for held in one.ends.values() for end in held}
    groups = {name: {group for one in offers for group in one.groups.get(name, ())} for name in BREAKDOWN_WORDS}
    return Choices(
        tuple((str(kind), KIND_WORDS[kind]) for kind in kinds),
        tuple((f"{year}-{month:02d}", f"{date(year, month, 1):%B %Y}") for year, month in sorted(ends, reverse=True)),
        MappingProxyType({name: in_order(name, mine) for name, mine in groups.items() if mine}),
        MappingProxyType({one.measure.id: one.variants for one in offers if len(one.variants) > 1}),
    )


def not_calculated(found: list[Answer], asked: Question, beside: Beside) -> list[Further]:
    """What must be calculated before the figures can stand beside each other."""
    by = (asked.by,) if asked.by and not asked.where else ()
    wanted: dict[Further, None] = {}
    for one in found:
        if one.choice is None:
            continue
        split = by if asked.by in one.offered.groups else ()
        for choice in (one.choice, replace(one.choice, where=())):
            further = wanted_beyond(one.offered, choice, GROUPED, split)
            if further is not None and not is_calculated(beside.store, further):
                wanted[further] = None
    return list(wanted)


def _month(asked: str) -> int | None:
    try:
        return month_of(date.fromisoformat(f"{asked}-01")) if asked else None
    except ValueError:
        raise LibraryError(f"{asked!r} is no month: it reads 2026-10. Choose one of the list.") from None


def _answer(offered: Offer, picked: Picked, asked: Question, month: int | None) -> Answer:
    if not offered.ends:
        return Answer(picked, offered, None, "not calculated for these records")
    kind = _kind(offered, asked.kind, picked.variant)
    note = "" if asked.kind in ("", str(kind)) else f"not made for {KIND_WORDS[PeriodType(asked.kind)].lower()}"
    held = [end for end in offered.ends[kind] if month is None or month_of(end) <= month]
    if not held:
        return Answer(picked, offered, None, "no period ended by then")
    end = offered.latest.get(kind, held[0]) if month is None else held[0]
    told = {
        "period": f"{kind}:{end}", "variant": picked.variant, "authority": asked.authority, "back": asked.back,
    }  # fmt: skip
    choice = chosen(offered, told)
    for name, group in asked.where:
        if group not in offered.groups.get(name, ()):
            words = BREAKDOWN_WORDS[name].lower()
            lacks = "nothing in this group" if name in offered.groups else f"not split by {words}"
            return Answer(picked, offered, choice, lacks, note)
    return Answer(picked, offered, replace(choice, where=asked.where), "", note)


def _kind(offered: Offer, asked: str, variant: str) -> PeriodType:
    """The kind of period asked for, else the measure's own first: some kinds have figures in a variant only."""
    kind = PeriodType(asked) if asked else None
    if kind is not None and (kind in offered.latest or (variant and kind in offered.ends)):
        return kind
    return chosen(offered, {}).kind
