"""Breakdowns that every view about a child shares."""

from trigpoint.language import Breakdown


class PersonBreakdowns:
    """Who the child is; age as on the day of the dated event or state."""

    sex = Breakdown("Sex")
    ethnicity = Breakdown("Ethnicity")
    age_band = Breakdown("Age band")


class TeamBreakdowns:
    """Whose work it is; the service is the team's parent."""

    team = Breakdown("Team")
    service = Breakdown("Service")
