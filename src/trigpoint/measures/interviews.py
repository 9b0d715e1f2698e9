"""Clauses that measures of return interviews share (definition 40, settled N30)."""

from trigpoint.cases.missing_episode import MissingEpisode
from trigpoint.language.measure import Clauses

_NOT_IN_CARE = "Not looked after on the day the episode began"
_NO_START = "No start date recorded"
_BEFORE = "Interview dated before the return"

DUE = {
    "Another type of absence": MissingEpisode.kind != "M",
    _NOT_IN_CARE: MissingEpisode.is_looked_after == 0,
}
"""Episodes after which no interview is counted."""

ERRORS = {
    "No type of absence recorded": MissingEpisode.kind.is_missing(),
    _NO_START: MissingEpisode.started_on.is_missing(),
    "Ended before it began": MissingEpisode.is_ended_before_start == 1,
}
"""Episodes of which nobody can say whether they belong here."""

BEFORE_RETURN = {_BEFORE: MissingEpisode.completed_on < MissingEpisode.returned_on}
"""Interviews dated before the child was back."""

SCOPE: dict[str, Clauses] = {
    "cla": {},
    "all": {"exclude": {_NOT_IN_CARE: None}, "unknown": {_NO_START: None}},
}
"""The values of the variant `scope`."""

REFUSAL: dict[str, Clauses] = {"missed": {}, "exclude": {"exclude": {"Refused": MissingEpisode.is_refused == 1}}}
"""The values of the variant `refusal`."""

MERGE: dict[str, Clauses] = {
    "false": {},
    "true": {
        "where": MissingEpisode.is_last_return == 1,
        "unknown": {_BEFORE: MissingEpisode.shared_completed_on < MissingEpisode.first_returned_on},
        "instead": {
            MissingEpisode.is_completed: MissingEpisode.is_shared_completed,
            MissingEpisode.completed_on: MissingEpisode.shared_completed_on,
            MissingEpisode.is_in_72_hours: MissingEpisode.is_shared_in_72_hours,
        },
    },
}
"""The values of the variant `merge`: episodes at most a day apart share the interview after the last return."""

UASC: dict[str, Clauses] = {
    "inc": {},
    "exc": {"exclude": {"Unaccompanied asylum-seeking child": MissingEpisode.is_uasc == 1}},
}
"""The values of the variant `uasc`."""
