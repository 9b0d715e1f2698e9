"""Early help given to a family."""

from trigpoint.language import Breakdown, CaseView, Child, Date, Flag, Key, Number


class EarlyHelpIntervention(CaseView, needs=("ssd_early_help_episodes",)):
    """One row per intervention that has ended: episodes of one family's children that overlap or begin on one day.

    It is listed under its first episode and that episode's child. It ends when the last of its episodes does.
    """

    id = Key("First early help episode of the family")
    child = Child()
    started_on = Date("Date the intervention started", "No start date recorded")
    ended_on = Date("Date the intervention ended")
    days = Number("Days from start to end", "No start date recorded")
    ended_before_start = Flag("Ended before it started")
    episodes = Number("Episodes of children of the family")
    is_improved = Flag("Outcomes improved at closure")
    organisation = Breakdown("Organisation")
