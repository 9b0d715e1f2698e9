"""A section 47 enquiry."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import CaseView, Child, Date, Flag, Key


class Enquiry(CaseView, PersonBreakdowns, TeamBreakdowns, needs=("ssd_s47_enquiry",)):
    """One row per section 47 enquiry about a child."""

    id = Key("Section 47 enquiry")
    child = Child()
    started_on = Date("Date the enquiry started")
    ended_on = Date("Date the enquiry ended")
    is_ended_before_start = Flag("Ended before it started")
    is_conference_held = Flag("Initial child protection conference held that is linked to it")
    is_conference_only_before = Flag("Linked only to a conference held before it started")
    first_seen_on = Date("Date the child was first seen")
    seen_within_24_hours_on = Date("Date the child was first seen, within 24 hours of the strategy discussion")
    next_day_on = Date("The day after the start", limit=True)
    is_seen_before_start = Flag("The child was seen before the enquiry started")
    is_unborn = Flag("Not yet born when the enquiry started")
