"""Addresses of administration."""

from trigpoint.web.administration import pages
from trigpoint.web.pages import page
from trigpoint.web.people.actions import Action

PAGES = [
    page("help/", pages.guide, name="help", action=Action.SIGN_IN),
    page("accessibility/", pages.accessibility, name="accessibility", action=Action.SIGN_IN),
]
