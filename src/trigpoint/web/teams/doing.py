"""How a team is doing: the measures behind the work, beside all teams together."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings

from trigpoint.language.work import Work
from trigpoint.tasks.team_figures import TeamFigure, team_figures


def doing(team: str, kinds: Iterable[Work], snapshot: str) -> list[TeamFigure]:
    """The figures of a team's measures that are prepared for a snapshot, with those of all teams."""
    wanted = list(dict.fromkeys(measure for work in kinds for measure in work.measures))
    return team_figures(settings.ENVIRONMENT.store, team, wanted, snapshot)
