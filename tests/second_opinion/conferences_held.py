"""Initial conferences held, those that lead to a plan, and family group conferences before them or a return home."""

from collections.abc import Iterator
from datetime import date

from .care import periods_of_care
from .common import Choice, Record, Row, Tables, by_key, counted, day, flag, judged, known, remembered
from .periods import Period

RETURNED_HOME = ("E4", "E4A", "E4B")


def conferences_in(tables: Tables, as_at: date, period: Period) -> list[Record]:
    rows = known(tables, "ssd_initial_cp_conference", as_at, "icpc_icpc_date", "icpc_person_id")
    return [row for row in rows if period.holds(day(row, "icpc_icpc_date"))]


def held(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for row in conferences_in(tables, as_at, period):
        is_out = choice.get("transfer_in") == "exclude" and flag(row, "icpc_icpc_transfer_in")
        excluded = "transferred in" if is_out else ""
        rows.append(counted(row.get("icpc_icpc_id", ""), row["icpc_person_id"], excluded=excluded))
    return rows


def to_plan(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for row in conferences_in(tables, as_at, period):
        unknown = "no outcome" if row.get("icpc_icpc_outcome_cp_flag", "") == "" else ""
        met = flag(row, "icpc_icpc_outcome_cp_flag")
        rows.append(judged(row.get("icpc_icpc_id", ""), row["icpc_person_id"], met=met, unknown=unknown))
    return rows


@remembered
def family_group_conferences(tables: Tables, as_at: date) -> dict[str, list[date]]:
    rows = known(tables, "ext_family_group_conference", as_at, "held_on", "person_id")
    by_child = by_key(rows, lambda row: row["person_id"])
    return {child: [on for row in rows if (on := day(row, "held_on"))] for child, rows in by_child.items()}


def escalations(tables: Tables, as_at: date, choice: Choice, period: Period) -> Iterator[tuple[str, str, date]]:
    if choice["event"] == "icpc":
        for row in conferences_in(tables, as_at, period):
            on = day(row, "icpc_icpc_date")
            assert on is not None
            yield row.get("icpc_icpc_id", ""), row["icpc_person_id"], on
        return
    for child, periods in periods_of_care(tables, as_at).items():
        for care in periods:
            last = care.episodes[-1]
            if last.end is not None and period.holds(last.end) and last.end_reason.upper() in RETURNED_HOME:
                yield last.id, child, last.end


def family_group_before(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for record_id, child, on in escalations(tables, as_at, choice, period):
        met = any(fgc < on for fgc in family_group_conferences(tables, as_at).get(child, []))
        rows.append(judged(record_id, child, met=met))
    return rows
