"""Audits of case files: grades and the standards of their questions (definition 47)."""

from collections.abc import Iterator
from datetime import date

from .common import YES, Choice, Record, Row, Tables, by_key, counted, day, judged, known, remembered, smallest
from .periods import Period

GRADES = ("Outstanding", "Good", "Requires improvement", "Inadequate")
GOOD = {"good_or_better": GRADES[:2], "ri_or_better": GRADES[:3]}


def grade_of(row: Record) -> str:
    """One of the four in its own spelling; any other text stands as written."""
    return next((grade for grade in GRADES if grade.lower() == row.get("grade", "").lower()), row.get("grade", ""))


def is_another_kind(kind: str, choice: Choice) -> bool:
    return choice["kind"] not in ("all", kind)


def audits_in(tables: Tables, as_at: date, choice: Choice, period: Period) -> Iterator[tuple[Record, str, str]]:
    """Each audit of the period with its grade and why it is left out."""
    for row in known(tables, "ext_audit", as_at, "audited_on"):
        if period.holds(day(row, "audited_on")):
            excluded = "" if row.get("grade", "") else "not graded"
            if is_another_kind(row.get("kind", ""), choice):
                excluded = excluded or "another kind of audit"
            yield row, grade_of(row), excluded


def by_grade(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    wanted = choice["grade"].replace("_", " ").capitalize()
    for row, grade, excluded in audits_in(tables, as_at, choice, period):
        if choice["grade"] == "all":
            rows.append(counted(row.get("audit_id", ""), row.get("person_id", ""), excluded=excluded, category=grade))
        else:
            rows.append(
                judged(row.get("audit_id", ""), row.get("person_id", ""), excluded=excluded, met=grade == wanted)
            )
    return rows


def good_or_better(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for row, grade, excluded in audits_in(tables, as_at, choice, period):
        met = grade in GOOD[choice["grade"]]
        rows.append(judged(row.get("audit_id", ""), row.get("person_id", ""), excluded=excluded, met=met))
    return rows


@remembered
def looked_up(tables: Tables, as_at: date) -> dict[str, Record]:
    """Each audit by its id, every column the smallest of its rows (E3)."""
    rows_by_id = by_key(known(tables, "ext_audit", as_at, "audited_on"), lambda row: row.get("audit_id", ""))
    columns = ("audited_on", "kind", "person_id")
    return {
        audit: {column: smallest(row.get(column, "") for row in rows) or "" for column in columns}
        for audit, rows in rows_by_id.items()
    }


def standards_met(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for row in tables["ext_audit_answer"]:
        audit, question, answer = row.get("audit_id", ""), row.get("question", ""), row.get("answer", "")
        found = looked_up(tables, as_at).get(audit)
        if found is None or not period.holds(day(found, "audited_on")) or choice["question"] not in ("all", question):
            continue
        excluded = "not applicable" if answer.upper() in ("NA", "N/A") else ""
        if is_another_kind(found["kind"], choice):
            excluded = excluded or "another kind of audit"
        unknown = "no answer" if answer == "" else ""
        met = answer.upper() in YES
        rows.append(
            judged(f"{audit} {question}".strip(), found["person_id"], excluded=excluded, unknown=unknown, met=met)
        )
    return rows
