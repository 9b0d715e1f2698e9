"""A missing episode, and the return interview after it."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import CaseView, Child, Date, Flag, Key, Text


class MissingEpisode(CaseView, PersonBreakdowns, TeamBreakdowns, needs=("ssd_missing",)):
    """One row per episode of going missing, or of being away without authorisation, as recorded.

    Episodes of one type that overlap are one going missing: all but the first are its continuations. Those at most a
    day apart share one return interview: that of the last return.
    """

    id = Key("Missing episode")
    child = Child()
    kind = Text("Type of absence", "No type of absence recorded")
    started_on = Date("Date the episode began")
    ended_on = Date("Date the episode ended")
    is_continuation = Flag("Overlaps an earlier episode of the same type")
    is_continuation_of_any = Flag("Overlaps an earlier episode of any type")
    is_ended_before_start = Flag("Ended before it began")
    is_looked_after = Flag("Looked after on the day the episode began", "No start date recorded")
    is_uasc = Flag("Unaccompanied asylum-seeking child on the day the episode ended", extra=True)
    died_on = Date("Date of death")
    is_offered = Flag("Return interview offered", "Not recorded whether a return interview was offered")
    is_accepted = Flag("Return interview accepted", "Not recorded whether a return interview was accepted")
    is_refused = Flag("Return interview refused")
    returned_on = Date("Date of the return")
    completed_on = Date("Date the return interview was completed", "Not completed")
    limit_on = Date("3rd working day after the return", limit=True)
    limit_72_hours_on = Date("Day on which 72 hours after the return pass", limit=True)
    is_completed = Flag("Return interview completed")
    is_in_72_hours = Flag("Return interview completed within 72 hours of the return")
    is_last_return = Flag("Last of the episodes that share a return interview")
    first_returned_on = Date("Date of the first return of the episodes that share a return interview")
    shared_completed_on = Date("Date the shared return interview was completed", "Not completed")
    is_shared_completed = Flag("Shared return interview completed")
    is_shared_in_72_hours = Flag("Shared return interview completed within 72 hours of the return")
