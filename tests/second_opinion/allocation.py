"""unallocated_cases: open cases that no social worker holds."""

from datetime import date

from .care import kept_episodes
from .caseload import is_open
from .common import Choice, Row, Tables, counted, known
from .need import episodes_by_child, looked_after, on_plan
from .periods import Period
from .plans import plans_by_child

ROLES = ("allocated case worker", "allocated social worker", "social worker")


def allocated(tables: Tables, as_at: date, s: date) -> set[str]:
    """The children whom a social worker holds on the day."""
    found = set()
    for row in known(tables, "ssd_involvements", as_at, "invo_involvement_start_date", "invo_person_id"):
        is_worker = row.get("invo_professional_role_id", "").lower() in ROLES
        if is_worker and row.get("invo_professional_id", "") and is_open(row, as_at, s):
            found.add(row["invo_person_id"])
    return found


def unallocated(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    s = period.last
    held = allocated(tables, as_at, s)
    need, plans, care = episodes_by_child(tables, as_at), plans_by_child(tables, as_at), kept_episodes(tables, as_at)
    rows = []
    for child in sorted({*need, *plans, *care} - held):
        in_need = any(one.is_open(s) and not one.is_nfa for one in need.get(child, []))
        if in_need or on_plan(tables, as_at, child, s) or looked_after(tables, as_at, child, s):
            rows.append(counted(child, child))
    return rows
