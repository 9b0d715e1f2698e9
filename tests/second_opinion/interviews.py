"""Return home interviews: offered, completed, in time (definition 40, N30)."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from .calendar_ import ONE_DAY, add_wd
from .care import is_uasc
from .common import YES, Choice, Row, Tables, by_key, judged, remembered, smallest
from .missing import Absence, absences, why_not
from .moments import known_moment
from .people import deaths
from .periods import Period


class Interview(NamedTuple):
    returned: datetime | None = None
    completed: datetime | None = None
    refused: bool = False

    def known_on(self, on: date) -> "Interview":
        """Nothing dated after the day."""
        returned = self.returned if self.returned and self.returned.date() <= on else None
        completed = self.completed if self.completed and self.completed.date() <= on else None
        return Interview(returned, completed, self.refused)


@remembered
def interviews(tables: Tables, as_at: date) -> dict[str, Interview]:
    found = {}
    for absence, rows in by_key(tables["ext_return_interview"], lambda row: row.get("missing_table_id", "")).items():
        returned = smallest(known_moment(row, "returned_at", as_at) for row in rows)
        completed = smallest(known_moment(row, "completed_at", as_at) for row in rows)
        refused = smallest(row.get("refused", "") for row in rows)
        found[absence] = Interview(returned, completed, (refused or "").upper() in YES)
    return found


def interview_of(tables: Tables, as_at: date, absence: Absence) -> Interview:
    return interviews(tables, as_at).get(absence.id, Interview())


def return_day(absence: Absence, interview: Interview) -> date | None:
    return interview.returned.date() if interview.returned else absence.end


def chains(own: list[Absence]) -> list[list[Absence]]:
    """Episodes of one type in order, at most a day apart; one without a start stands alone."""
    found: list[list[Absence]] = []
    latest = date.min
    for absence in own:
        if found and absence.start is not None and absence.start - ONE_DAY <= latest:
            found[-1].append(absence)
        else:
            found.append([absence])
        latest = max(latest, absence.end or date.max)
    return found


def together(own: list[Absence], choice: Choice) -> list[list[Absence]]:
    """The episodes that share one interview, last the one that counts."""
    if choice.get("merge") != "true":
        return [[absence] for absence in own]
    found = []
    for each_type in sorted({absence.type for absence in own}):
        for chain in chains([absence for absence in own if absence.type == each_type]):
            chain.sort(key=lambda absence: (absence.end or date.max, absence.start or date.min, absence.id))
            found.append(chain)
    return found


def ended(tables: Tables, as_at: date, choice: Choice, period: Period) -> Iterator[list[Absence]]:
    for own in absences(tables, as_at).values():
        for chain in together(own, choice):
            if period.holds(chain[-1].end):
                yield chain


def why_excluded(tables: Tables, as_at: date, absence: Absence, choice: Choice) -> str:
    why = why_not(tables, as_at, absence, "missing", choice.get("scope", "cla"))
    if why:
        return why
    if choice.get("refusal") == "exclude" and interview_of(tables, as_at, absence).refused:
        return "interview refused"
    assert absence.end is not None
    if choice.get("uasc") == "exc" and is_uasc(tables, as_at, absence.child, absence.end):
        return "unaccompanied asylum-seeking child"
    return ""


def why_unknown(absence: Absence, choice: Choice) -> str:
    if absence.type == "":
        return "no type"
    if absence.start is None:
        return "" if choice.get("scope") == "all" else "no start"
    return "ended before it began" if absence.end is not None and absence.end < absence.start else ""


def offered(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for (absence,) in ended(tables, as_at, choice, period):
        died = deaths(tables, as_at).get(absence.child)
        excluded = why_excluded(tables, as_at, absence, choice)
        if died is not None and absence.end is not None and died <= absence.end:
            excluded = excluded or "died"
        unknown, met = why_unknown(absence, choice), absence.is_offered
        if choice["numerator"] == "accepted":
            met = absence.is_accepted
            says_no = absence.offered != "" and not absence.is_offered
            unknown = unknown or ("acceptance not recorded" if absence.accepted == "" and not says_no else "")
        elif absence.offered == "":
            unknown = unknown or "offer not recorded"
        rows.append(judged(absence.id, absence.child, excluded=excluded, unknown=unknown, met=met and not unknown))
    return rows


def completed_at(tables: Tables, as_at: date, chain: list[Absence], on: date) -> datetime | None:
    """The first interview of those that share one, as known on a day."""
    return smallest(interview_of(tables, as_at, absence).known_on(on).completed for absence in chain)  # type: ignore[no-any-return]


def first_return(tables: Tables, as_at: date, chain: list[Absence], on: date) -> date | None:
    days = (return_day(absence, interview_of(tables, as_at, absence).known_on(on)) for absence in chain)
    return smallest(days)  # type: ignore[no-any-return]


def is_before_return(tables: Tables, as_at: date, chain: list[Absence], on: date) -> bool:
    done, back = completed_at(tables, as_at, chain, on), first_return(tables, as_at, chain, on)
    return done is not None and back is not None and done.date() < back


def completed(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    for chain in ended(tables, as_at, choice, period):
        absence = chain[-1]
        excluded, unknown = why_excluded(tables, as_at, absence, choice), why_unknown(absence, choice)
        if is_before_return(tables, as_at, chain, as_at):
            unknown = unknown or "interviewed before the return"
        met = not unknown and completed_at(tables, as_at, chain, as_at) is not None
        rows.append(judged(absence.id, absence.child, excluded=excluded, unknown=unknown, met=met))
    return rows


def limit_of(tables: Tables, as_at: date, absence: Absence, choice: Choice) -> date:
    back = return_day(absence, interview_of(tables, as_at, absence))
    assert back is not None
    return add_wd(back, 3) if choice["limit"] == "3wd" else back + timedelta(days=3)


def is_in_time(tables: Tables, as_at: date, chain: list[Absence], choice: Choice, on: date) -> bool:
    done = completed_at(tables, as_at, chain, on)
    if done is None or done.date() > limit_of(tables, as_at, chain[-1], choice):
        return False
    returned = interview_of(tables, as_at, chain[-1]).known_on(on).returned
    return choice["limit"] == "3wd" or returned is None or done - returned <= timedelta(hours=72)


def in_timescale(tables: Tables, as_at: date, choice: Choice, period: Period) -> list[Row]:
    rows = []
    on = period.last if choice["as_of"] == "period_end" else as_at
    for chain in ended(tables, as_at, choice, period):
        absence = chain[-1]
        excluded, unknown = why_excluded(tables, as_at, absence, choice), why_unknown(absence, choice)
        if is_before_return(tables, as_at, chain, on):
            unknown = unknown or "interviewed before the return"
        if unknown:
            rows.append(judged(absence.id, absence.child, excluded=excluded, unknown=unknown))
            continue
        met = is_in_time(tables, as_at, chain, choice, on)
        pending = on <= limit_of(tables, as_at, absence, choice)
        rows.append(judged(absence.id, absence.child, excluded=excluded, met=met, pending=pending))
    return rows
