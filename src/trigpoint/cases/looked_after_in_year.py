"""A child who was looked after at any time in the 12 months to a date."""

from trigpoint.cases.person import PersonBreakdowns, TeamBreakdowns
from trigpoint.language import CaseView, Child, Flag, Key

_NO_TYPE = "No type of absence recorded"


class LookedAfterInYear(CaseView, PersonBreakdowns, TeamBreakdowns, state=True, needs=("ssd_cla_episodes",)):
    """One row per child with an episode of being looked after open on some day of the 12 months to the date."""

    id = Key("Child")
    child = Child()
    is_short_term_series = Flag("Only series of short-term placements (legal status V3 or V4)")
    went_missing = Flag("Missing in the 12 months to the date", _NO_TYPE)
    was_away = Flag("Away from placement without authorisation in the 12 months to the date", _NO_TYPE)
    went_missing_or_away = Flag("Missing, or away without authorisation, in the 12 months to the date")
