"""What others published beside a measure of one authority: rows for a file, and the same in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from trigpoint.comparators import areas
from trigpoint.comparators.benchmarks_error import BenchmarksError
from trigpoint.comparators.comparators import Comparators, every_category
from trigpoint.comparators.standing import Standing
from trigpoint.figures.rounding import half_up
from trigpoint.language.definition import VariantError
from trigpoint.language.period import PeriodType
from trigpoint.language.reading import spelling
from trigpoint.store import Entry, Store
from trigpoint.tasks import library

COLUMNS = (
    "measure", "variant", "category", "level", "place", "area_code", "area", "closeness", "value", "reason", "note",
    "year", "source", "published", "series", "like_for_like", "because", "neighbour_set", "rank_neighbours",
    "of_neighbours", "rank_england", "of_england", "quartile",
)  # fmt: skip


def published(
    store: Path,
    measure: str,
    authority: str,
    variant: str = "",
    neighbour_set: str = "",
    period_type: PeriodType | None = None,
    month: int = 3,
) -> list[Comparators]:
    """England, the region and the neighbours beside a measure: one, or one a category of a distribution.

    `authority` is a number, an ONS code or a name. With a `period_type` (and the `month` that it ends with) a
    difference in time is told like a difference in definition.

    Raises LibraryError, StoreError and BenchmarksError (nothing mapped, nothing loaded, an authority or a neighbour
    set that nobody published).
    """
    declared = library.any_measure(measure)
    try:
        variant = spelling(declared, variant)
    except VariantError as error:
        raise library.LibraryError(str(error)) from None
    entries = Store(store).entries("benchmarks")
    _refuse_unknown_set(entries, neighbour_set)
    found = every_category(entries, [(measure, variant)], authority, neighbour_set)
    if not found:
        said = f"{measure} {variant}".strip()
        raise BenchmarksError(
            f"{store} has no published figures for {said}: load a file that has them with `trigpoint benchmarks load`, "
            "or give one with a mapping."
        )
    if all(one.at("own") is None for one in found) and areas.area(authority) is None:
        raise BenchmarksError(
            f"No published figure is for the authority {authority!r}: give its number (330), its ONS code (E08000025) "
            "or its name."
        )
    return [_in_time(one, period_type, month) for one in found]


def rows(found: Sequence[Comparators]) -> list[dict[str, str]]:
    """One row an area, in the columns of COLUMNS: the authority, its neighbours' mean, region, England, neighbours."""
    return [row for one in found for row in (*_benchmark_rows(one), *_neighbour_rows(one))]


def _benchmark_rows(one: Comparators) -> list[dict[str, str]]:
    return [
        _row(one, level=b.level, area_code=b.code, area=b.area, reason=b.reason, note=b.note, value=shown(b.value, one))
        | (_ranks(one) if b.level == "own" else {})
        for b in one.benchmarks
    ]


def _neighbour_rows(one: Comparators) -> list[dict[str, str]]:
    return [
        _row(
            one,
            level="neighbour",
            place=str(n.place),
            area_code=n.code,
            area=n.area,
            closeness=n.closeness,
            value=shown(n.value, one),
            reason=n.reason,
        )
        for n in one.neighbours
    ]


def _row(one: Comparators, **said: str) -> dict[str, str]:
    same = {
        "measure": one.measure,
        "variant": one.variant,
        "category": one.category,
        "year": one.year,
        "source": one.source,
        "published": one.published.isoformat() if one.published else "",
        "series": one.series,
        "like_for_like": "yes" if one.like_for_like else "no",
        "because": one.because,
        "neighbour_set": one.neighbour_set,
    }
    return {name: {**same, **said}.get(name, "") for name in COLUMNS}


def _ranks(one: Comparators) -> dict[str, str]:
    near, far = one.among_neighbours, one.in_england
    return {
        "rank_neighbours": str(near.rank) if near else "",
        "of_neighbours": str(near.of) if near else "",
        "rank_england": str(far.rank) if far else "",
        "of_england": str(far.of) if far else "",
        "quartile": one.quartile,
    }


def shown(value: Fraction | None, one: Comparators) -> str:
    """A published value as it is published; a mean at the same decimals. Empty when there is none."""
    return "" if value is None else str(half_up(value, one.decimals))


def words(found: Sequence[Comparators]) -> str:
    """The same as a person reads it."""
    return "\n\n".join("\n".join(_lines(one)) for one in found)


def _lines(one: Comparators) -> list[str]:
    title = library.any_measure(one.measure).title
    name = ", ".join(part for part in (title, one.variant, one.category) if part)
    on = f", published {one.published.day} {one.published:%B %Y}" if one.published else ""
    fair = "Like for like." if one.like_for_like else f"Not like for like. {one.because}"
    areas_ = [(b.area, shown(b.value, one) or b.reason, _note(one, b.level, b.note)) for b in one.benchmarks]
    return [
        f"{name} ({one.measure})",
        f"{one.year}. {fair}",
        f"Source: {one.source}{on}. {one.unit and f'Unit: {one.unit}. '}Good is {one.good}.",
        "",
        *(f"  {area:<34} {value:>14}  {note}".rstrip() for area, value, note in areas_),
        *_standing_lines(one),
        *_neighbour_lines(one),
    ]


def _note(one: Comparators, level: str, note: str) -> str:
    if level == "neighbours" and note:
        return f"plain {note}, set of {one.neighbour_set}"
    return "region" if level == "region" else ""


def _standing_lines(one: Comparators) -> list[str]:
    near, far = one.among_neighbours, one.in_england
    said = [
        _place(near, "among it and the neighbours with a figure") if near else "",
        _place(far, "in England") if far else "",
        f"quartile {one.quartile} (A is best)" if one.quartile else "",
    ]
    told = "; ".join(part for part in said if part)
    return ["", f"  Rank: {told}."] if told else []


def _place(standing: Standing, among: str) -> str:
    tied = f" (shared by {standing.tied})" if standing.tied > 1 else ""
    return f"{standing.rank} of {standing.of} {among}{tied}"


def _neighbour_lines(one: Comparators) -> list[str]:
    if not one.neighbours:
        return []
    lines = [
        f"  {n.place:>2} {n.area:<31} {shown(n.value, one) or n.reason:>14}  {n.closeness.lower()}".rstrip()
        for n in one.neighbours
    ]
    missing = ", ".join(one.not_published)
    told = [f"  Not in the mean or the rank: {missing}."] if missing else []
    return ["", f"  Statistical neighbours, set of {one.neighbour_set}, closest first", *lines, *told]


def _in_time(one: Comparators, kind: PeriodType | None, month: int) -> Comparators:
    difference = one.covers.difference(kind, month) if kind else ""
    if not difference:
        return one
    return replace(one, like_for_like=False, because=f"{one.because} {difference}".strip())


def _refuse_unknown_set(entries: Sequence[Entry], version: str) -> None:
    if not version:
        return
    tables = [entry.read() for entry in entries]
    sets = [table["version"][0].as_py() for table in tables if "version" in table.column_names]
    if version not in sets:
        known = ", ".join(dict.fromkeys(sets)) or "none"
        raise BenchmarksError(f"No set of statistical neighbours is of {version!r}; loaded are: {known}.")
