"""adoption_a1_days (definition 31, N26)."""

from datetime import date

from .care import periods_of_care
from .common import Choice, Row, Tables, counted, day, known, known_day
from .periods import Period


def latest_entry(tables: Tables, as_at: date, child: str, ordered: date) -> date | None:
    entries = [care.entry for care in periods_of_care(tables, as_at).get(child, []) if care.entry <= ordered]
    return max(entries) if entries else None


def adopted_row(record_id: str, child: str, entry: date | None, placed: date | None) -> Row:
    if placed is None:
        return counted(record_id, child, excluded="never placed for adoption")
    if entry is None:
        return Row(record_id, child, "unknown", "no period of care begun by the order")
    if placed < entry:
        return Row(record_id, child, "unknown", "placed before entering care")
    return counted(record_id, child, value=(placed - entry).days)


def a1_days(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for row in known(tables, "ssd_permanence", as_at, "perm_permanence_order_date", "perm_person_id"):
        ordered = day(row, "perm_permanence_order_date")
        is_adoption = "adopt" in row.get("perm_permanence_order_type", "").lower()
        if is_adoption and ordered is not None and period.holds(ordered):
            child = row["perm_person_id"]
            entry = latest_entry(tables, as_at, child, ordered)
            placed = known_day(row, "perm_placed_for_adoption_date", as_at)
            rows.append(adopted_row(row.get("perm_table_id", ""), child, entry, placed))
    return rows
