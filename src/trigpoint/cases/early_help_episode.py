"""An early help episode of one child."""

from trigpoint.cases.person import PersonBreakdowns
from trigpoint.language import Breakdown, CaseView, Child, Date, Flag, Key, Number, Text


class EarlyHelpEpisode(CaseView, PersonBreakdowns, needs=("ssd_early_help_episodes",)):
    """One row per early help episode, open or ended; age as on the day it started, or ended when no start is known."""

    id = Key("Early help episode")
    child = Child()
    started_on = Date("Date the episode started", "No start date recorded")
    ended_on = Date("Date the episode ended")
    end_reason = Text("Reason for the end")
    is_ended_by_step_up = Flag("Ended by a step up to social care", "No reason for the end recorded")
    referred_on = Date("Date of the first referral on or after the end")
    referral_limit_on = Date("28th day after the end", limit=True)
    is_step_down = Flag("Stepped down from social care or a contact")
    stepped_down_from = Text("Stage it was stepped down from")
    days = Number("Days from start to end", "No start date recorded")
    ended_before_start = Flag("Ended before it started")
    organisation = Breakdown("Organisation")
