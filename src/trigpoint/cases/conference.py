"""An initial child protection conference."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import CaseView, Child, Date, Flag, Key, Number, Text


class Conference(CaseView, PersonBreakdowns, TeamBreakdowns, needs=("ssd_initial_cp_conference",)):
    """One row per child at an initial child protection conference."""

    id = Key("Conference")
    child = Child()
    meeting = Text("Meeting")
    held_on = Date("Date held")
    strategy_discussion_on = Date(
        "Date of the strategy discussion that began the section 47 enquiry", "No strategy discussion recorded"
    )
    working_days_from_strategy_discussion = Number(
        "Working days from strategy discussion to conference", "No strategy discussion recorded"
    )
    is_before_strategy_discussion = Flag("Held before the strategy discussion it is linked to")
    is_transfer_in = Flag("Transferred in from another authority")
    is_plan_made = Flag("A child protection plan was agreed", "No outcome recorded")
    had_family_group_conference = Flag("A family group conference was held before", extra=True)
