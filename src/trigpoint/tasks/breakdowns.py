"""The breakdowns that are prepared of every measure, and the columns by which a list of its rows is read."""

from __future__ import annotations

from trigpoint.language.definition import Definition

BREAKDOWNS = ("team", "service", "age_band", "sex", "ethnicity")
"""The breakdowns in which the headline of each measure is prepared."""


def listed_columns(definition: Definition) -> tuple[str, ...]:
    """The columns of the view that class a row, and those of the breakdowns: what every list of its rows needs."""
    view = definition.counts
    split = {name for name in view.breakdowns() if name in BREAKDOWNS}
    return tuple(sorted((set(definition.columns) & set(view.columns)) | split))
