"""What speaks for or against a proposal: the figure as it would be counted, its last three years, the best quarter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from trigpoint.figures.rounding import half_up
from trigpoint.judgement.target import Target, in_force
from trigpoint.language.period import last_day, month_of
from trigpoint.language.terms import Good
from trigpoint.reports import build
from trigpoint.reports.block import Mark
from trigpoint.reports.marks import mark
from trigpoint.reports.picture import Spark
from trigpoint.reports.subject import Subject
from trigpoint.reports.verdict import made_of
from trigpoint.reports.wording import capital, column, figure, size
from trigpoint.tasks.library import any_measure
from trigpoint.tasks.library import variants as variants_of
from trigpoint.tasks.target_baseline import RUN, filling_of, is_prepared
from trigpoint.tasks.target_paper import Paper, paper_pack
from trigpoint.tasks.target_proposal import Proposed

_YEARS = 3


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """One row: its latest figure as judged now, the same month of the years before, what others published.

    `years` are a period and its figure, `published` a year with our published figure and England's. `quarter` says how
    far the figure and the proposed target are from the best quarter of authorities; empty where that is not known.
    """

    variant: str
    period: str
    figure: str
    made_of: str
    mark: Mark
    run: Spark
    years: tuple[tuple[str, str], ...]
    published: tuple[tuple[str, str, str], ...]
    quarter: tuple[str, ...]


def evidence(paper: Paper, rows: Sequence[Proposed], store: Path, variant: str = "") -> dict[str, Evidence]:
    """The evidence of each row by its code, as it would be counted; nothing where the baseline is not calculated.

    `variant` looks at that variant wherever a measure has it.
    """
    if not rows or not is_prepared(paper, store):
        return {}
    found: dict[str, Evidence] = {}
    for definitions in dict.fromkeys(row.counted_set for row in rows):
        mine = [_looked(row, variant) for row in rows if row.counted_set == definitions]
        shown = replace(paper, rows=tuple(replace(row, removed=False) for row in mine))
        pack = replace(paper_pack(shown, store), periods=RUN)
        filling = filling_of(paper, mine, pack, store, definitions)
        subjects = {(one.page.measure, one.page.variant, str(one.page.period_type)): one
                    for one in reversed(build.subjects(pack, filling))}  # fmt: skip
        found |= {row.code: _evidence(subjects[row.key], filling.targets, paper) for row in mine}
    return found


def variants_in(rows: Sequence[Proposed]) -> list[str]:
    """The variants worth looking at in a whole paper: those it names, and those that several of its measures have."""
    named = [name for row in rows for name in (row.variant, row.counted_variant, *(variant for variant, _ in row.also))]
    shared = Counter(name for row in rows for name in dict.fromkeys(variants_of(any_measure(row.measure))))
    return list(dict.fromkeys(name for name in (*named, *shared) if name and (name in named or shared[name] > 1)))


def _looked(row: Proposed, variant: str) -> Proposed:
    has = variant and variant in variants_of(any_measure(row.measure))
    return row.in_variant(variant) if has else row.counted


def _evidence(subject: Subject, targets: Sequence[Target], paper: Paper) -> Evidence:
    now, page = subject.now, subject.page
    then = in_force(tuple(targets), page.measure, page.variant, page.period_type, paper.starts)
    return Evidence(
        variant=page.variant,
        period=capital(column(now.kind, now.end)),
        figure=now.counted.figure.text,
        made_of=made_of(subject, now) or now.counted.reason,
        mark=mark(now.position, subject.words),
        run=Spark(tuple(one.counted.value for one in subject.history), None),
        years=tuple(_years(subject)),
        published=tuple(_published(subject)),
        quarter=tuple(_quarter(subject, then)),
    )


def _years(subject: Subject) -> Iterator[tuple[str, str]]:
    """The same period of each of the last three years and the latest, oldest first."""
    for back in range(_YEARS, -1, -1):
        end = last_day(month_of(subject.now.end) - 12 * back)
        one = subject.judged(subject.now.kind, end)
        if one.counted.trace or back == 0:
            yield capital(column(one.kind, one.end)), one.counted.figure.text


def _published(subject: Subject) -> Iterator[tuple[str, str, str]]:
    facts = subject.facts
    for one in subject.comparators.run if subject.comparators else ():
        own, england = (
            figure(half_up(value, facts.decimals), facts.unit) if value is not None else "–"
            for value in (one.own, one.england)
        )
        yield one.year, own, england


def _quarter(subject: Subject, then: Target | None) -> Iterator[str]:
    """Where the best quarter begins, and how far the figure and the proposed target are from it."""
    found, facts = subject.comparators, subject.facts
    if found is None or found.best_quarter is None:
        return
    cut = half_up(found.best_quarter, facts.decimals)
    word = "above" if found.good is Good.HIGH else "at or below"
    fair = "" if found.like_for_like else ", not like for like"
    yield f"Best quarter: {word} {figure(cut, facts.unit)} ({found.year}{fair})."
    for name, value in (("Figure", subject.now.counted.value), ("Target", then.value if then else None)):
        if value is not None:
            yield f"{name} {_away(value, cut, found.good, facts.unit)}."


def _away(value: Decimal, cut: Decimal, good: Good, unit: str) -> str:
    if value > cut if good is Good.HIGH else value <= cut:
        return "in it"
    return f"{size(value - cut, unit)} away" if value != cut else "on its edge"
