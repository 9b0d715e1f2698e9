"""Requests for information and complaints answered in time (definition 46)."""

from datetime import date

from .calendar_ import add_wd
from .common import Choice, Row, Tables, day, judged, known, known_day
from .periods import Period


def answer_row(
    record_id: str, received: date, answered: date | None, n: int, as_at: date, may_wait: bool, unknown: str = ""
) -> Row:
    limit = add_wd(received, n)
    if answered is not None and answered < received:
        return judged(record_id, "", unknown="answered before it was received")
    met = answered is not None and answered <= limit
    return judged(record_id, "", met=met, pending=may_wait and as_at <= limit, unknown=unknown)


def information(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    is_due = choice["cohort"] == "due"
    for row in known(tables, "ext_foi_request", as_at, "received_on"):
        received, answered = day(row, "received_on"), known_day(row, "responded_on", as_at)
        if received is not None and period.holds(add_wd(received, 20) if is_due else answered):
            rows.append(answer_row(row.get("request_id", ""), received, answered, 20, as_at, is_due))
    return rows


def complaints(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    n = int(choice["n"])
    for row in known(tables, "ext_complaint", as_at, "received_on"):
        received, answered = day(row, "received_on"), known_day(row, "responded_on", as_at)
        unknown = "" if row.get("stage", "") else "no stage"
        if row.get("stage", "") in ("1", "") and received is not None and period.holds(add_wd(received, n)):
            rows.append(answer_row(row.get("complaint_id", ""), received, answered, n, as_at, True, unknown))
    return rows
