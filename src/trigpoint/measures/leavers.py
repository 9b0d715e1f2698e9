"""Clauses that measures of care leavers' birthdays share (definition 37)."""

from typing import Any

from trigpoint.cases.care_leaver_at_date import CareLeaverAtDate
from trigpoint.cases.care_leaver_birthday import CareLeaverBirthday
from trigpoint.language.measure import Clauses
from trigpoint.language.period import PeriodType
from trigpoint.language.predicate import Predicate


def aged(first: int, last: int) -> Predicate:
    """Young people of these ages, both included: on the birthday, or at the date of a snapshot."""
    return (CareLeaverBirthday.age >= first) & (CareLeaverBirthday.age <= last)


def ages(*bands: str) -> dict[str, Clauses]:
    """The values of the variant `ages`: 19 to 21 is the headline."""
    return {"19-21": {}, **{band: {"where": aged(*map(int, band.split("-")))} for band in bands}}


LEFT = {
    "Died": CareLeaverBirthday.in_touch == "DIED",
    "Returned home": CareLeaverBirthday.in_touch == "RHOM",
    "Care taken over by another authority": CareLeaverBirthday.is_transferred == 1,
    "Only in series of short-term placements (V3 or V4)": CareLeaverBirthday.is_short_term_only == 1,
    "Still looked after on the 17th or 18th birthday": CareLeaverBirthday.is_still_looked_after == 1,
    "Under 13 weeks in care since 14 or none after 16": CareLeaverBirthday.is_under_13_weeks == 1,
}
"""Young people who are not in the cohort, whatever the measure."""

NO_AGE = {"No date of birth recorded": CareLeaverBirthday.age.is_missing()}
"""Young people of whom nobody can say whether they belong to the ages."""

SNAPSHOT: dict[PeriodType, dict[str, Any]] = {
    PeriodType.SNAPSHOT: {"counts": CareLeaverAtDate, "dated_by": CareLeaverAtDate.as_at}
}
"""At a date the latest birthday record of each young person stands for what is so."""

ONLY_IN_TOUCH: Clauses = {
    "exclude": {"Not in touch": CareLeaverBirthday.in_touch != "YES"},
    "unknown": {"Not recorded whether in touch": CareLeaverBirthday.in_touch.is_missing()},
}
"""Kent's denominator: those the authority is in touch with."""

UASC: dict[str, Clauses] = {
    "inc": {},
    "exc": {"exclude": {"Unaccompanied asylum-seeking child": CareLeaverBirthday.is_uasc == 1}},
}
"""The values of the variant `uasc`."""
