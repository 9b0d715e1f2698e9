"""The usual script: read the table once, then for each month end filter the rows and count them."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from benchmarks.subject import Subject
from trigpoint.language.period import Period

Figures = dict[tuple[str, int], tuple[int, int]]


def figures(subject: Subject, frame: pd.DataFrame, months: Sequence[int]) -> Figures:
    """Numerator and denominator of every authority that has rows, by authority and month."""
    found: Figures = {}
    for month in months:
        period = Period(subject.kind, month)
        if subject.day:
            day = frame[subject.day]
            rows = frame[(day >= pd.Timestamp(period.start)) & (day <= pd.Timestamp(period.end))]
        else:
            rows = frame[(frame["from_month"] <= month) & (frame["to_month"] > month)]
        counted = subject.loop(rows)
        for authority, numerator, denominator in counted.itertuples():
            found[str(authority), month] = (int(numerator), int(denominator))
    return found
