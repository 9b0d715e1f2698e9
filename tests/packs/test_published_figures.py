"""The published figures that we keep equal what was read from the five documents."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from trigpoint.judgement.rate_rows import rate_row
from trigpoint.packs.published import REPORTS, comparators, figures, measures

SHARED = Path(os.environ.get("TRIGPOINT_SHARED", Path(__file__).parents[3] / "shared"))
READ = SHARED / "mission" / "published.json"

needs_reading = pytest.mark.skipif(not READ.is_file(), reason=f"{READ} is not there")


def read() -> list[dict[str, Any]]:
    found = json.loads(READ.read_text(encoding="utf-8"))
    assert isinstance(found, list)
    return found


def number(value: object) -> str:
    return "" if value is None else str(int(value) if isinstance(value, float) and value.is_integer() else value)


def test_there_are_176_measures_in_five_reports() -> None:
    counts = {report: len(measures(report)) for report in REPORTS}
    assert counts == {"kent": 26, "birmingham": 26, "cheshire-east": 55, "childrens-trust": 43, "herefordshire": 26}
    for report in REPORTS:
        refs = [measure.ref for measure in measures(report)]
        assert len(set(refs)) == len(refs)
        printed = {figure.ref for figure in figures(report)} | {other.ref for other in comparators(report)}
        assert printed <= set(refs)


@needs_reading
@pytest.mark.parametrize("report", REPORTS)
def test_every_measure_has_the_title_kind_and_target_that_were_read(report: str) -> None:
    theirs = [each for each in read() if each["source"] == report]
    for ours, read_ in zip(measures(report), theirs, strict=True):
        assert read_["title"].startswith(ours.title)
        assert (ours.kind, ours.polarity, ours.frequency) == tuple(
            read_[key] or "" for key in ("kind", "polarity", "frequency")
        )
        if read_["target"] is not None or re.fullmatch("TBD|n/a", read_["target_text"] or ""):
            assert ours.target == (number(read_["target"]) or read_["target_text"])
        assert ours.target_before == number(read_["target_previous"])
        trend = read_["published_trend"]
        assert ours.trend == (trend if isinstance(trend, str) else ours.trend)


@needs_reading
@pytest.mark.parametrize("report", REPORTS)
def test_every_figure_with_its_counts_was_read(report: str) -> None:
    def plain(value: object, note: object) -> str:
        return "N/A" if "N/A" in str(note or "") else number(value)

    theirs = [
        (
            value["variant"] or "",
            plain(value["value"], value["note"]),
            number(value["numerator"]),
            number(value["denominator"]),
        )
        for each in read()
        if each["source"] == report
        for value in each["values"]
    ]
    assert [(f.variant, f.value, f.numerator, f.denominator) for f in figures(report)] == theirs


@needs_reading
@pytest.mark.parametrize("report", REPORTS)
def test_every_judgement_in_one_word_was_read(report: str) -> None:
    theirs = [value["published_judgement"] for each in read() if each["source"] == report for value in each["values"]]
    for ours, judged in zip(figures(report), theirs, strict=True):
        words = {"": "", **(judged if isinstance(judged, dict) else {})}
        said = ";".join(f"{key.removeprefix('vs_')}={word}" for key, word in words.items() if key)
        assert ours.judgement.partition(";")[0] == (said or judged or "").partition(";")[0]


@needs_reading
def test_every_tolerance_and_band_was_read() -> None:
    ours = {(report, place): m for report in REPORTS for place, m in enumerate(measures(report))}
    seen: Counter[str] = Counter()
    for each in read():
        measure = ours[each["source"], seen[each["source"]]]
        seen[each["source"]] += 1
        tolerance = each["tolerance"] if isinstance(each["tolerance"], list) else [each["tolerance"]]
        ends = [number(end) for end in tolerance if isinstance(end, int | float)]
        if measure.style != "range":
            assert [end for end in (measure.tolerance_low, measure.tolerance_high) if end] == ends
        if each["source"] in {"kent", "cheshire-east"} and measure.ref != "kent-24":
            printed = [b for b in each["bands"] if not b["inferred"]]
            bands = [f"{b['name']}:{number(b['lower'])}:{number(b['upper'])}" for b in printed]
            assert [band for band in measure.bands.split(";") if band] == bands


@needs_reading
def test_every_comparator_was_read() -> None:
    theirs = [(each["source"], number(c["value"]) or "N/A") for each in read() for c in each["comparators"]]
    assert Counter((r, c.value) for r in REPORTS for c in comparators(r)) == Counter(theirs)


@pytest.mark.parametrize("report", REPORTS)
def test_every_measure_with_a_style_can_be_judged(report: str) -> None:
    """Their targets, tolerances and bands are ones that `rate` takes: nothing is asked of a person."""
    for measure in measures(report):
        if measure.style:
            value = "10;20;30;40" if measure.style == "composite" else "50"
            assert rate_row({**vars(measure), "value": value}).state
