"""The people of some ages in the authority, 0 to 17 where nothing else is said, as known on a day."""

from datetime import date

from .common import Record, Tables, day


def published(row: Record) -> date:
    return day(row, "published_on") or date(int(row["year"]), 6, 30)


def children(tables: Tables, s: date, ages: tuple[int, int] = (0, 17)) -> int | None:
    """Latest year known by S, its latest publication; the row of those ages, else its age bands, else its sexes."""
    known = [row for row in tables["ext_population"] if published(row) <= s]
    inside = [row for row in known if int(row["age_from"]) >= ages[0] and int(row["age_to"]) <= ages[1]]
    if not inside:
        return None
    latest_year = max(int(row["year"]) for row in inside)
    of_year = [row for row in inside if int(row["year"]) == latest_year]
    latest = max(published(row) for row in of_year)
    rows = [row for row in of_year if published(row) == latest]
    both = [row for row in rows if row.get("sex", "") == ""]
    return sum(int(row["children"]) for row in of_all(both, ages) or both or of_all(rows, ages) or rows)


def of_all(rows: list[Record], ages: tuple[int, int]) -> list[Record]:
    return [row for row in rows if (int(row["age_from"]), int(row["age_to"])) == ages]
