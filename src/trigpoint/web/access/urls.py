"""Addresses of the access log."""

from trigpoint.web.access import pages
from trigpoint.web.pages import Nav, page
from trigpoint.web.people.actions import Action

_SEE = Action.SEE_ACCESS_LOG

PAGES = [
    page("access-log/", pages.access_log, name="access_log", action=_SEE),
    page("access-log/export", pages.export, name="access_export", action=_SEE, recent=True),
    page("access-log/child/", pages.find_child, name="access_find_child", action=_SEE, post=_SEE, methods=()),
    page("access-log/child/<str:mark>/", pages.child, name="access_child", action=_SEE),
    page(
        "access-log/child/<str:mark>/export", pages.child_export, name="access_child_export", action=_SEE, recent=True
    ),
    page("access-log/unusual/", pages.out_of_the_ordinary, name="access_unusual", action=_SEE),
    page("access-log/check/", pages.check, name="access_check", action=_SEE, post=_SEE, methods=()),
]
NAV = [Nav("access_log", "Access log", 80, _SEE)]
