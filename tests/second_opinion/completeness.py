"""data_quality_completeness_pct: required fields that are filled with something valid.

Which fields are required, and what kind each is, is the record standard itself: it is read, not written again.
"""

from datetime import date

from trigpoint.records import TABLES
from trigpoint.records.codes import CODE_SETS
from trigpoint.records.required import ANSWERS, REQUIRED, YES_NO

from .assessed import codes_of
from .calendar_ import month_end
from .common import Choice, Record, Row, Tables, counted, day
from .periods import Period

FACTORS = "cinf_assessment_factors_factors"


def is_there(row: Record, field: str) -> bool:
    return bool(codes_of(row)) if field == FACTORS else row.get(field, "") != ""


def is_asked(row: Record, condition: str) -> bool:
    """A condition names a field that the row must have, or after `not` one that it must lack."""
    if condition.startswith("not "):
        return not is_there(row, condition.removeprefix("not "))
    return condition == "" or is_there(row, condition)


def is_valid(row: Record, table: str, field: str, as_at: date) -> bool:
    if not is_there(row, field):
        return False
    if field == FACTORS:
        return True
    declared, value = TABLES[table].fields[field], row[field]
    if declared.kind == "date":
        on = day(row, field)
        return on is not None and on <= as_at
    if field in ANSWERS:
        return value.upper() in YES_NO
    return not declared.codes or value in {code.code for code in CODE_SETS[declared.codes]}


def completeness(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    if month_end(period.last) != month_end(as_at):
        return []
    rows = []
    for table, fields in REQUIRED.items():
        for field, condition in fields.items():
            asked = [row for row in tables[table] if is_asked(row, condition)]
            valid = [row for row in asked if is_valid(row, table, field, as_at)]
            if asked:
                rows.append(counted(f"{table}.{field}", "", value=len(valid), base=len(asked)))
    return rows
