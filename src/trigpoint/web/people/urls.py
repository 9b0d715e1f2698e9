"""Addresses of signing in, and of one's own account."""

from trigpoint.web.pages import page
from trigpoint.web.people import pages
from trigpoint.web.people.actions import Action

PAGES = [
    page("", pages.home, name="home", action=Action.BE_SIGNED_IN),
    page("sign-in/", pages.sign_in, name="sign_in", action=Action.SIGN_IN, post=Action.SIGN_IN),
    page(
        "sign-out/", pages.sign_out, name="sign_out", action=Action.BE_SIGNED_IN, post=Action.BE_SIGNED_IN, methods=()
    ),
    page("account/", pages.account, name="account", action=Action.BE_SIGNED_IN, post=Action.BE_SIGNED_IN),
]
