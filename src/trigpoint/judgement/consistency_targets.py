"""Checks of figures against the targets, bands and judgements that stand beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from trigpoint.judgement.bands import Band, parse, scale
from trigpoint.judgement.consistency_check import Check, Found
from trigpoint.judgement.judge import judge
from trigpoint.judgement.printed import Printed
from trigpoint.judgement.standard import Standard, Status, Style
from trigpoint.judgement.two_sided import Judgement
from trigpoint.language.terms import Good

QUARTERS = 3
"""Periods with a figure that a target needs before it is set."""

_WORDS = {"better", "within", "worse", "Better than target", "In Tolerance", "Outside Tolerance"}


def _gaps(rows: Sequence[Printed]) -> Iterator[Found]:
    """A gap that a displayed value can fall into, once a line; and every value that does."""
    seen: set[str] = set()
    for row in rows:
        if row.standard is None or not row.standard.bands or row.value is None:
            continue
        unit = Decimal(1).scaleb(-row.decimals)
        for low, high in _between(row.standard.bands):
            if high - low <= unit:
                continue
            if low < row.value < high:
                yield (
                    row.name,
                    "the figure lies between two printed bands",
                    f"{row.value:f} between {low:f} and {high:f}",
                )
            elif row.ref not in seen:
                yield row.ref, "its bands leave a gap", f"nothing between {low:f} and {high:f}"
            seen.add(row.ref)


def _between(bands: Sequence[Band]) -> Iterator[tuple[Decimal, Decimal]]:
    lowest = Decimal("-Infinity")
    rising = sorted(bands, key=lambda band: lowest if band.low is None else band.low)
    for below, above in pairwise(rising):
        if below.high is not None and above.low is not None and below.high < above.low:
            yield below.high, above.low


def _ends(rows: Sequence[Printed]) -> Iterator[Found]:
    """The best band ends before the scale does: the best figures have no band."""
    seen: set[str] = set()
    for row in rows:
        if row.ref in seen or row.standard is None or not row.standard.bands or row.good is Good.NEITHER:
            continue
        seen.add(row.ref)
        made = scale(row.standard.bands, row.good, ordered=row.standard.style is Style.ORDERED)
        best = made.printed[0]
        if row.good is Good.LOW and best.low is not None and best.low > 0:
            yield row.ref, f"figures below {best.low:f} are in no band", str(best)
        if row.good is Good.HIGH and row.kind == "percent" and best.high is not None and best.high < 100:
            yield row.ref, f"figures above {best.high:f} are in no band", str(best)


def _no_target(rows: Sequence[Printed]) -> Iterator[Found]:
    for row in rows:
        if row.target_printed and row.judgement.lower() == "no target":
            yield row.name, "a target is printed beside No Target", f"target {row.target_printed}"


def _unchanged(rows: Sequence[Printed]) -> Iterator[Found]:
    seen: set[str] = set()
    for row in rows:
        aim = row.standard.value if row.standard else None
        now = Decimal(row.target_printed) if row.target_printed.isdecimal() else aim
        if (
            row.said_unchanged
            and row.ref not in seen
            and None not in (now, row.target_before)
            and now != row.target_before
        ):
            seen.add(row.ref)
            yield row.ref, "the text says that its target is unchanged", f"{row.target_before:f} before, {now:f} now"


def _late(rows: Sequence[Printed]) -> Iterator[Found]:
    for row in rows:
        there = [value for value in (*row.history, row.value) if value is not None]
        if row.standard is not None and row.standard.status is Status.TO_BE_SET and len(there) >= QUARTERS:
            yield row.name, "its target is still to be set", f"{len(there)} periods with a figure"


def _early(rows: Sequence[Printed]) -> Iterator[Found]:
    for row in rows:
        there = [value for value in (*row.history, row.value) if value is not None]
        agreed = row.standard is not None and row.standard.status is Status.AGREED and row.value is not None
        if row.new and agreed and len(there) <= QUARTERS:
            yield row.name, "a new measure has a target already", f"{len(there)} periods with a figure"


def _rounded(rows: Sequence[Printed]) -> Iterator[Found]:
    for row in rows:
        exact = _exact(row)
        if exact is None or row.value is None:
            continue
        shown, unrounded = judge(row.value, row.standard), judge(exact, row.standard)
        if shown.state is not unrounded.state and shown.state.judged:
            numbers = f"{row.value:f} is {_said(shown)}, {exact:.2f} {_said(unrounded)}"
            yield row.name, "its judgement depends on rounding", numbers


def _exact(row: Printed) -> Decimal | None:
    if row.standard is None or row.numerator is None or not row.denominator or row.averaged:
        return None
    share = Fraction(row.numerator) * row.per / Fraction(row.denominator)
    return Decimal(share.numerator) / Decimal(share.denominator)


def _said(judgement: Judgement) -> str:
    return str(judgement.state).lower()


def _judged(rows: Sequence[Printed]) -> Iterator[Found]:
    """The printed judgement in the words of the style; and the comparison with the target alone."""
    for row in rows:
        if row.standard is None or row.value is None or row.standard.style is Style.COMPOSITE:
            continue
        found = judge(row.value, row.standard)
        word = found.word or found.against_tolerance
        known = _WORDS | {band.name for band in row.standard.bands}
        if row.judgement in known and word and word != row.judgement:
            yield row.name, f"it is printed as {row.judgement}", f"{row.value:f} is {word} by the rule"
        if row.against_target and found.against_target and row.against_target != found.against_target:
            said = f"{row.value:f} is {found.against_target} against {row.standard.value:f}"
            yield row.name, f"it is said to be {row.against_target} against its target", said


def _rag(text: str, good: Good) -> Standard:
    return Standard(style=Style.RAG, good=good, bands=parse(text))


_ONE = Standard(style=Style.ONE_SIDED, good=Good.HIGH, value=Decimal(85), low=Decimal(80))
_TWO = Standard(style=Style.TWO_SIDED, good=Good.LOW, value=Decimal(21), low=Decimal(17), high=Decimal(24))
_UNSET = Standard(style=Style.ONE_SIDED, status=Status.TO_BE_SET)
_CASELOAD = _rag("Red:18:;Amber:16:18;Green::15", Good.LOW)
_REPEAT = Standard(style=Style.ORDERED, good=Good.LOW, bands=parse("RI:15:20;Good:10:14;Outstanding:5:9"))
_WHOLE = Standard(style=Style.ORDERED, good=Good.LOW, bands=parse("RI:15:20;Good:10:14;Outstanding:0:9"))
_TEN = (Decimal(10), Decimal(11))

CHECKS = (
    Check(
        name="gaps",
        why="as printed no band holds it; the bands need one edge, not two",
        find=_gaps,
        fails=(Printed(ref="a", value=Decimal("15.6"), decimals=1, standard=_CASELOAD),),
        passes=(Printed(ref="a", value=Decimal(12), standard=_REPEAT),),
    ),
    Check(
        name="ends",
        why="the best band must be open at its good end",
        find=_ends,
        fails=(Printed(ref="a", value=Decimal(12), good=Good.LOW, standard=_REPEAT),),
        passes=(Printed(ref="a", value=Decimal(12), good=Good.LOW, standard=_WHOLE),),
    ),
    Check(
        name="no target",
        why="either it has a target or it has none: one of the two stands on the wrong line",
        find=_no_target,
        fails=(Printed(ref="a", target_printed="25", judgement="No Target"),),
        passes=(Printed(ref="a", judgement="No Target"), Printed(ref="b", target_printed="25", judgement="TBD")),
    ),
    Check(
        name="unchanged",
        why="the text and the table cannot both be right",
        find=_unchanged,
        fails=(Printed(ref="a", standard=_ONE, target_before=Decimal(83), said_unchanged=True),),
        passes=(Printed(ref="a", standard=_ONE, target_before=Decimal(85), said_unchanged=True),),
    ),
    Check(
        name="to be set",
        why="three periods are there, which is what a target needs",
        find=_late,
        fails=(Printed(ref="a", value=Decimal(12), history=_TEN, standard=_UNSET),),
        passes=(Printed(ref="a", value=Decimal(12), history=(None, Decimal(9)), standard=_UNSET),),
    ),
    Check(
        name="set early",
        why="a target needs three periods before it is set; say what it was set on",
        find=_early,
        fails=(Printed(ref="a", value=Decimal(90), new=True, standard=_ONE),),
        passes=(
            Printed(ref="a", value=Decimal(90), standard=_ONE),
            Printed(ref="b", value=Decimal(90), new=True, history=(*_TEN, *_TEN), standard=_ONE),
        ),
    ),
    Check(
        name="rounding",
        why="it is judged as displayed",
        find=_rounded,
        fails=(Printed(ref="a", value=Decimal(24), numerator=Decimal(256), denominator=Decimal(1061), standard=_TWO),),
        passes=(Printed(ref="a", value=Decimal(22), numerator=Decimal(22), denominator=Decimal(100), standard=_TWO),),
    ),
    Check(
        name="judgements",
        why="the stated rule gives another judgement",
        find=_judged,
        fails=(Printed(ref="a", value=Decimal(84), standard=_ONE, judgement="Better than target"),),
        passes=(Printed(ref="a", value=Decimal(84), standard=_ONE, judgement="In Tolerance"),),
    ),
)
