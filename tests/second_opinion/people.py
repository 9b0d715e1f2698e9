"""Who the children are on a day: unborn, under an age, adult, dead; and of which family."""

from datetime import date

from .calendar_ import birthday
from .care import births
from .caseload import families
from .common import Row, Tables, by_key, day, remembered, smallest

BEST_FIRST = ("met", "counted", "unknown", "not_met", "pending", "excluded")


@remembered
def expected_births(tables: Tables, as_at: date) -> dict[str, date]:
    people = by_key(tables["ssd_person"], lambda row: row.get("pers_person_id", ""))
    dates = {child: smallest(day(row, "pers_expected_dob") for row in rows) for child, rows in people.items()}
    return {child: expected for child, expected in dates.items() if expected is not None}


def is_unborn(tables: Tables, as_at: date, child: str, on: date) -> bool:
    """Born, or where no birth is recorded expected, after the day."""
    born = births(tables, as_at).get(child) or expected_births(tables, as_at).get(child)
    return born is not None and born > on


def turned(tables: Tables, as_at: date, child: str, age: int, on: date) -> bool:
    """Whether the birthday has come by the day; without a date of birth it has not."""
    born = births(tables, as_at).get(child)
    return born is not None and birthday(born, age) <= on


def is_under(tables: Tables, as_at: date, child: str, age: int, on: date) -> bool | None:
    """Younger than the age on the day (the unborn too); none without a date of birth."""
    born = births(tables, as_at).get(child)
    return None if born is None else on < birthday(born, age)


@remembered
def deaths(tables: Tables, as_at: date) -> dict[str, date]:
    people = by_key(tables["ssd_person"], lambda row: row.get("pers_person_id", ""))
    dates = {child: smallest(day(row, "pers_death_date") for row in rows) for child, rows in people.items()}
    return {child: died for child, died in dates.items() if died is not None and died <= as_at}


def unit_of(tables: Tables, as_at: date, child: str) -> str:
    """The child's family, or the child itself where it has none, as text."""
    family = families(tables, as_at).get(child)
    return f"child {child}" if family is None else f"family {family}"


def once_a_family(tables: Tables, as_at: date, rows: list[Row]) -> list[Row]:
    """Once a family, by the best class of its children, listed under the child that decides."""
    together: dict[str, list[Row]] = {}
    for row in rows:
        together.setdefault(unit_of(tables, as_at, row.child_id), []).append(row)
    found = []
    for unit, same in together.items():
        decides = min(same, key=lambda row: (BEST_FIRST.index(row.result), row.child_id))
        found.append(decides._replace(record_id=unit))
    return found
