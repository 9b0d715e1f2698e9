"""What lists of one day can and cannot say, told with every load."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from trigpoint.sources.annex_a.rows import ListRows
from trigpoint.sources.issue import Issue

_DAYS = {1: "contact_on", 2: "start_on", 3: "referred_on", 4: "start_on", 5: "start_on", 10: "decided_on"}
"""The day of each event, by list."""
_ON_THE_DAY = (6, 7, 8, 9)


def told(lists: Mapping[int, ListRows]) -> Iterator[Issue]:
    """One warning for each kind of gap."""
    events = [lists[number] for number in _DAYS if number in lists]
    if events:
        begins = "; ".join(f"{one.form.name} {_first(one)}" for one in events)
        what = f"lists of events go back six months, so figures of earlier periods lack what came before ({begins})"
        yield _warning(events[0], what)
    standing = [lists[number] for number in _ON_THE_DAY if number in lists]
    if standing:
        named = ", ".join(one.form.name for one in standing)
        what = (
            f"{named} say who is there on one day, with the latest placement, status, visit and check only; "
            "figures of earlier days, and those that need what came before, are not what the case system would give"
        )
        yield _warning(standing[0], what)
        allocated = [one for one in standing if one.form.number in {7, 8}]
        if allocated:
            what = (
                "allocated teams and workers have no day from which they hold, and one review does not say whether "
                "reviews were held in time, so neither is loaded; the latest visit is taken as one at which the child "
                "was seen"
            )
            yield _warning(allocated[0], what)
    if 5 in lists:
        yield _warning(lists[5], "the list has no end of an enquiry, so measures of enquiries that ended have no cases")
    if 11 in lists and lists[11].rows:
        what = f"the records have no place for adopters: {len(lists[11].rows):,} rows were checked and not loaded"
        yield _warning(lists[11], what)


def _first(one: ListRows) -> str:
    days = [row[_DAYS[one.form.number]] for row in one.rows]
    known = [day for day in days if day]
    return f"from {min(known).isoformat()}" if known else "without a day"


def _warning(one: ListRows, what: str) -> Issue:
    return Issue(one.where, None, "", what, "load an extract of the case system where these figures matter", "warning")
