"""Care leavers at their birthdays: in touch, housed, at work or in education (definitions 37, 39, 48; N34)."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from .calendar_ import ONE_DAY, birthday
from .care import births, episodes_by_child, kept_episodes
from .care_states import NO_BIRTH, age_reached, is_looked_after, why_unaccompanied
from .common import Choice, Row, Tables, by_key, counted, day, judged, known, remembered
from .periods import Period
from .placements import placement_of

ABROAD = ("G", "H", "R")
IN_WORK = ("F1", "P1", "F2", "P2", "F3", "P3", "F4", "P4", "F5", "P5")
OUT_OF_WORK = ("G4", "G5", "G6")
HIGHER_EDUCATION = ("F1", "P1")
FOSTER = ("U1", "U2", "U3", "U4", "U5", "U6")
NOT_RECORDED = "not recorded"


class Leaver(NamedTuple):
    """What was recorded at a birthday; `suitable` is 1, 2 or empty."""

    child: str
    day: date
    in_touch: str
    letter: str
    suitable: str
    activity: str


def suitable_of(said: str, accommodation: str) -> str:
    code = said or accommodation[1:2]
    return code if code in ("1", "2") else ""


@remembered
def records(tables: Tables, as_at: date) -> list[Leaver]:
    found = []
    for row in known(tables, "ext_care_leaver_birthday", as_at, "birthday_on", "person_id"):
        on = day(row, "birthday_on")
        if on is not None:
            home = row["accommodation"]
            suitable = suitable_of(row["suitable"], home)
            found.append(Leaver(row["person_id"], on, row["in_touch"], home[:1], suitable, row["activity"]))
    return found


def in_order(leaver: Leaver) -> tuple[tuple[bool, str], ...]:
    """Each ascending as text, missing last; not suitable before suitable."""
    suitable = {"2": "0", "1": "1", "": ""}[leaver.suitable]
    return tuple((part == "", part) for part in (leaver.in_touch, leaver.letter, suitable, leaver.activity))


def latest_of_each(leavers: list[Leaver], s: date) -> list[Leaver]:
    found = []
    for own in by_key([leaver for leaver in leavers if leaver.day <= s], lambda leaver: leaver.child).values():
        last = max(leaver.day for leaver in own)
        found.append(min((leaver for leaver in own if leaver.day == last), key=in_order))
    return found


def age_on(born: date, on: date) -> int:
    age = 0
    while birthday(born, age + 1) <= on:
        age += 1
    return age


def is_of_age(tables: Tables, as_at: date, leaver: Leaver, on: date, ages: str) -> bool:
    """Whether one is of the ages on the day; without a date of birth that may be."""
    first, _, last = ages.partition("-")
    born = births(tables, as_at).get(leaver.child)
    return born is None or (born <= on and int(first) <= age_on(born, on) <= int(last or first))


def of_period(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Leaver]:
    ages = choice.get("ages", "19-21")
    if period.kind == "snapshot":
        latest = latest_of_each(records(tables, as_at), period.last)
        return [leaver for leaver in latest if is_of_age(tables, as_at, leaver, period.last, ages)]
    of_birthdays = [leaver for leaver in records(tables, as_at) if period.holds(leaver.day)]
    return [leaver for leaver in of_birthdays if is_of_age(tables, as_at, leaver, leaver.day, ages)]


def days_in_care(tables: Tables, as_at: date, child: str, since: date, until: date) -> set[date]:
    days = set()
    for episode in kept_episodes(tables, as_at).get(child, []):
        on, last = max(since, episode.start), min(until, episode.end or date.max)
        while on < last:
            days.add(on)
            on += ONE_DAY
    return days


def is_too_short(tables: Tables, as_at: date, leaver: Leaver) -> bool:
    """Under 13 weeks in care since 14, or none of it from 16."""
    born = births(tables, as_at).get(leaver.child)
    kept = kept_episodes(tables, as_at).get(leaver.child, [])
    if born is None or not any(episode.start <= leaver.day for episode in kept):
        return False
    days = days_in_care(tables, as_at, leaver.child, birthday(born, 14), leaver.day)
    return len(days) < 91 or not any(on >= birthday(born, 16) for on in days)


def was_taken_over(tables: Tables, as_at: date, leaver: Leaver) -> bool:
    begun = [e for e in kept_episodes(tables, as_at).get(leaver.child, []) if e.start <= leaver.day]
    if not begun or is_looked_after(tables, as_at, leaver.child, leaver.day):
        return False
    last = begun[-1]
    return last.end is not None and last.end <= leaver.day and last.end_reason == "E3"


def was_only_short_term(tables: Tables, as_at: date, leaver: Leaver) -> bool:
    begun = [e for e in episodes_by_child(tables, as_at).get(leaver.child, []) if e.start <= leaver.day]
    kept = [e for e in kept_episodes(tables, as_at).get(leaver.child, []) if e.start <= leaver.day]
    return bool(begun) and not kept


def why_out(tables: Tables, as_at: date, leaver: Leaver, choice: Choice, period: Period) -> str:
    if leaver.in_touch in ("DIED", "RHOM"):
        return leaver.in_touch
    if was_taken_over(tables, as_at, leaver):
        return "taken over by another authority"
    if was_only_short_term(tables, as_at, leaver):
        return "only in short-term series"
    is_19 = age_reached(tables, as_at, leaver.child, 19, leaver.day)
    if is_19 is False and is_looked_after(tables, as_at, leaver.child, leaver.day):
        return "still looked after"
    if is_too_short(tables, as_at, leaver):
        return "too short in care"
    on = period.last if period.kind == "snapshot" else leaver.day
    excluded = why_unaccompanied(tables, as_at, leaver.child, on, choice)
    if not excluded and choice.get("denominator") == "in_touch" and leaver.in_touch not in ("", "YES"):
        excluded = "not in touch"
    return excluded


Share = Callable[[Leaver, Choice], tuple[str, bool, str]]


def of_leavers(share: Share) -> Callable[[Tables, date, Choice, Period], list[Row]]:
    """`share` says of a leaver why it is left out at last, whether it is met, and why it is unknown."""

    def classify(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
        rows = []
        for leaver in of_period(tables, as_at, choice, period):
            at_last, met, unknown = share(leaver, choice)
            excluded = why_out(tables, as_at, leaver, choice, period) or at_last
            if choice.get("denominator") == "in_touch" and not leaver.in_touch:
                unknown = unknown or NOT_RECORDED
            if leaver.child not in births(tables, as_at):
                unknown = NO_BIRTH
            met = met and not unknown
            rows.append(judged(leaver.child, leaver.child, excluded=excluded, met=met, unknown=unknown))
        return rows

    return classify


def says(text: str) -> str:
    return "" if text else NOT_RECORDED


def in_touch(leaver: Leaver, choice: Choice) -> tuple[str, bool, str]:
    return "", leaver.in_touch == "YES", says(leaver.in_touch)


def suitable(leaver: Leaver, choice: Choice) -> tuple[str, bool, str]:
    is_gone = leaver.letter in ABROAD and choice["denominator"] == "all"
    return "abroad or not known" if is_gone else "", leaver.suitable == "1", says(leaver.suitable)


def at_work(leaver: Leaver, choice: Choice) -> tuple[str, bool, str]:
    return "", leaver.activity in IN_WORK, says(leaver.activity)


def out_of_work(leaver: Leaver, choice: Choice) -> tuple[str, bool, str]:
    is_ill = leaver.activity == "G4" and choice["illness"] == "exclude"
    return "ill or disabled" if is_ill else "", leaver.activity in OUT_OF_WORK, says(leaver.activity)


def in_higher_education(leaver: Leaver, choice: Choice) -> tuple[str, bool, str]:
    return "", leaver.activity in HIGHER_EDUCATION, says(leaver.activity)


def fostered_until_18(tables: Tables, as_at: date, child: str) -> bool:
    born = births(tables, as_at).get(child)
    for episode in kept_episodes(tables, as_at).get(child, []):
        left_at_18 = born is not None and episode.end == birthday(born, 18) and episode.end_reason != "X1"
        if left_at_18 and placement_of(tables, as_at, episode).type in FOSTER:
            return True
    return False


def staying_put(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for leaver in of_period(tables, as_at, choice, period):
        if fostered_until_18(tables, as_at, leaver.child):
            excluded = why_out(tables, as_at, leaver, choice, period)
            met = leaver.letter == "Z"
            unknown = says(leaver.letter)
            rows.append(judged(leaver.child, leaver.child, excluded=excluded, met=met, unknown=unknown))
    return rows


def accommodation(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for leaver in of_period(tables, as_at, choice, period):
        excluded = why_out(tables, as_at, leaver, choice, period)
        unknown = "" if leaver.child in births(tables, as_at) else NO_BIRTH
        category = leaver.letter
        rows.append(counted(leaver.child, leaver.child, excluded=excluded, unknown=unknown, category=category))
    return rows
