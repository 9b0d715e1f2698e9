"""Addresses of the published library."""

from trigpoint.web.library import pages
from trigpoint.web.pages import Nav, page
from trigpoint.web.people.actions import Action

PAGES = [
    page("library/", pages.library, name="library", action=Action.SEE_PUBLISHED),
    page("library/<str:release>/", pages.release, name="library_release", action=Action.SEE_PUBLISHED),
    page("library/<str:release>/<path:name>", pages.file, name="library_file", action=Action.SEE_PUBLISHED),
]
NAV = [Nav("library", "Scorecards", 30, Action.SEE_PUBLISHED)]
