"""What was known at the end of the year (OC2) and at a birthday (OC3).

OC2 has no dates: its statements are of the year to 31 March and are dated with that day.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from trigpoint.sources.ssda903.care import Names, Row
from trigpoint.sources.ssda903.children import YES_NO
from trigpoint.sources.ssda903.modules import first_day, last_day
from trigpoint.sources.ssda903.view import View

CHECKS = {
    "HEALTH_ASSESSMENT": "Health assessment",
    "TEETH_CHECK": "Dental check",
    "HEALTH_CHECK": "Development check",
}
COMPLETED = "Completed"
UNDER_FIVES = 2
"""Health assessments that a child under five has in a year when the return says that they are up to date."""


def health(view: View) -> Iterator[Row]:
    """Checks done in the year. For a child under five assessments up to date are two, half a year apart."""
    names = Names()
    for row in view.rows("OC2"):
        end = _year_end(row)
        for flag, kind in CHECKS.items():
            twice = flag == "HEALTH_ASSESSMENT" and is_under_five(view.births.get(row["CHILD"]), end)
            for _ in range((UNDER_FIVES if twice else 1) if row[flag] == "1" else 0):
                yield {
                    "clah_health_check_id": names.name(row["CHILD"], flag.lower().replace("_", ""), end),
                    "clah_person_id": row["CHILD"],
                    "clah_health_check_type": kind,
                    "clah_health_check_date": end,
                    "clah_health_check_status": COMPLETED,
                }


def _year_end(row: Row) -> date:
    """The day of what a row says of its year."""
    return last_day(row["origin"].year)


def is_under_five(born: date | None, day: date) -> bool:
    """Whether a child has not had the fifth birthday; nobody knows of a child without date of birth."""
    return born is not None and birthday(born, born.year + 5) > day


def immunisations(view: View) -> Iterator[Row]:
    """Whether immunisations were up to date on 31 March."""
    for row in view.rows("OC2"):
        if row["IMMUNISATIONS"]:
            yield {
                "clai_person_id": row["CHILD"],
                "clai_immunisations_status": YES_NO.get(row["IMMUNISATIONS"], row["IMMUNISATIONS"]),
                "clai_immunisations_status_date": _year_end(row),
            }


def substance_misuse(view: View) -> Iterator[Row]:
    """Children with a substance misuse problem, and whether they received an intervention."""
    names = Names()
    for row in view.rows("OC2"):
        end = _year_end(row)
        if row["SUBSTANCE_MISUSE"] == "1":
            yield {
                "clas_substance_misuse_id": names.name(row["CHILD"], "misuse", end),
                "clas_person_id": row["CHILD"],
                "clas_substance_misuse_date": end,
                "clas_intervention_received": YES_NO.get(row["INTERVENTION_RECEIVED"], row["INTERVENTION_RECEIVED"]),
            }


def convictions(view: View) -> Iterator[Row]:
    """Children convicted or cautioned in the year."""
    names = Names()
    for row in view.rows("OC2"):
        end = _year_end(row)
        if row["CONVICTED"] == "1":
            yield {
                "clac_cla_conviction_id": names.name(row["CHILD"], "convicted", end),
                "clac_person_id": row["CHILD"],
                "clac_cla_conviction_date": end,
            }


def sdq_scores(view: View) -> Iterator[Row]:
    """Scores of the year, and the reasons why there is none."""
    names = Names()
    for row in view.rows("OC2"):
        end = _year_end(row)
        if row["SDQ_SCORE"] is not None or row["SDQ_REASON"]:
            yield {
                "csdq_table_id": names.name(row["CHILD"], "sdq", end),
                "csdq_person_id": row["CHILD"],
                "csdq_sdq_completed_date": end,
                "csdq_sdq_score": row["SDQ_SCORE"],
                "csdq_sdq_reason": row["SDQ_REASON"],
            }


def care_leavers(view: View) -> Iterator[Row]:
    """Each care leaver at the birthday in the year."""
    for row in view.rows("OC3"):
        place = row["ACCOM"] or ""
        yield {
            "person_id": row["CHILD"],
            "birthday_on": birthday_in(row["DOB"] or view.births.get(row["CHILD"]), row["origin"].year),
            "in_touch": row["IN_TOUCH"],
            "accommodation": row["ACCOM"],
            "suitable": place[1] if len(place) == 2 and place[1] in "12" else None,
            "activity": row["ACTIV"],
        }


def birthday_in(born: date | None, year: int) -> date | None:
    """The birthday in a collection year."""
    if born is None:
        return None
    days = (birthday(born, calendar) for calendar in (year - 1, year))
    return next((day for day in days if first_day(year) <= day <= last_day(year)), None)


def birthday(born: date, year: int) -> date:
    """The birthday in a calendar year; of those born on 29 February 1 March in other years."""
    try:
        return born.replace(year=year)
    except ValueError:
        return date(year, 3, 1)
