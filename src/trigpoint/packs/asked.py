"""Whether every figure that a pack asks for is one that its measures have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from trigpoint.language.definition import VariantError
from trigpoint.language.measure import Declaration
from trigpoint.language.period import PeriodType
from trigpoint.language.reading import AnyMeasure, reading, spelling
from trigpoint.packs.model import Pack, Page
from trigpoint.packs.place import PackError

_Where = tuple[tuple[str, str], ...]
_Asked = tuple[str, str, PeriodType, _Where]


def check_asked(pack: Pack, measures: Mapping[str, AnyMeasure]) -> None:
    """Refuse a variant, a period type or a breakdown that a measure has not, and what nothing can be drawn from.

    Raises:
        PackError: naming the pack, the page and the key.
    """
    codes = {page.code for page in pack.pages}
    for place, asked in _every(pack):
        _check(f"{pack.id}, {place}", asked, measures)
    for page in pack.pages:
        if missing := [code for code in page.shares if code not in codes]:
            raise PackError(
                f"{pack.id}, page {page.code}: `shares` names {missing[0]!r}, which is no page; "
                f"give the codes of the pages with the shares of the grades, best first."
            )
    for each in pack.distributions:
        form = reading(measures[each.measure], each.variant).form
        if form != "distribution":
            raise PackError(
                f"{pack.id}, distribution {each.title}: `measure` {each.measure} is a {form}; "
                "give a measure that is a distribution."
            )


def _every(pack: Pack) -> Iterator[tuple[str, _Asked]]:
    for page in pack.pages:
        yield from ((f"page {page.code}", asked) for asked in _of_page(page))
    for row in pack.context:
        yield f"context {row.label}", (row.measure, row.variant, row.period_type, ())
    for each in pack.distributions:
        yield f"distribution {each.title}", (each.measure, each.variant, each.period_type, each.where)


def _of_page(page: Page) -> Iterator[_Asked]:
    for variant in (page.variant, *(cohort.variant for cohort in page.beside)):
        for kind in (page.period_type, *page.previous, *page.alone):
            yield page.measure, variant, kind, page.where
    if page.count is not None:
        yield page.count.measure, page.count.variant, page.count.period_type, ()


def _check(place: str, asked: _Asked, measures: Mapping[str, AnyMeasure]) -> None:
    name, variant, kind, where = asked
    measure = measures[name]
    try:
        one = spelling(measure, variant)
    except VariantError as error:
        raise PackError(f"{place}: `variant`: {error}") from None
    if one != variant:
        raise PackError(f"{place}: `variant` is {variant!r}; write it as {one!r}, which is how its figures name it.")
    periods = reading(measure, variant, kind).periods
    if kind not in periods:
        raise PackError(f"{place}: {name} has no figures of `period_type` {kind}; give one of {', '.join(periods)}.")
    if isinstance(measure, Declaration):
        known = measure.counts.breakdowns()
        if wrong := [by for by, _ in where if by not in known]:
            near = get_close_matches(wrong[0], known, 1, 0.5)
            mend = f"did you mean {near[0]}?" if near else f"it has: {', '.join(known) or 'none'}."
            raise PackError(f"{place}: `where`: {name} has no breakdown {wrong[0]!r}; {mend}")
