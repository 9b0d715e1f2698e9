"""Builds `cases.HealthAtDate`."""

import ibis
import ibis.expr.types as ir

from trigpoint.engine.continuous import twelve_months
from trigpoint.engine.health_lines import (
    ages_line,
    assessment_lines,
    dental_lines,
    first_weeks,
    immunisation_line,
    sdq_line,
)
from trigpoint.engine.looked_after import looked_after
from trigpoint.engine.records import Records, as_flag

_FLAGS = ("is_under_20_working_days", "is_12_months", "dental_check_in_date", "dental_check_in_year")
_BY_AGE = ("health_assessment_in_date", "health_assessed_in_year")


def build(records: Records) -> ir.Table:
    """One row per child and the months in which everything about it stayed as it was."""
    lines = [
        first_weeks(records),
        records.shared("twelve_months", twelve_months),
        *assessment_lines(records),
        *dental_lines(records),
        immunisation_line(records),
        ages_line(records),
        sdq_line(records),
    ]
    table = looked_after(records, lines)
    is_born, nothing = table.is_aged_4_to_16.notnull(), ibis.null("int64")
    by_age = [*_BY_AGE, *(f"{name}_by_age_then" for name in _BY_AGE if records.extras)]
    return table.mutate(
        **{name: table[name].fill_null(0) for name in _FLAGS},
        **{name: ibis.cases((is_born, table[name].fill_null(0)), else_=nothing) for name in by_age},
        has_sdq_score=as_flag(table.sdq_score.notnull()),
    )
