"""Addresses of the team dashboards."""

from trigpoint.web.pages import Nav, page
from trigpoint.web.people.actions import Action
from trigpoint.web.teams import export, pages

PAGES = [
    page("team/", pages.my_team, name="my_team", action=Action.SEE_WORK),
    page(
        "team/list/",
        export.work_list,
        name="work_list",
        action=Action.SEE_WORK,
        post=Action.EXPORT_CHILDREN,
        methods=(),
        recent=True,
    ),
]
NAV = [Nav("my_team", "My team", 70, Action.SEE_WORK)]
