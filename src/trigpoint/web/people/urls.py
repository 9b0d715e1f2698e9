"""Addresses of signing in, and of one's own account."""

from trigpoint.web.pages import page
from trigpoint.web.people import oidc, pages
from trigpoint.web.people.actions import Action

PAGES = [
    page("", pages.home, name="home", action=Action.BE_SIGNED_IN),
    page("sign-in/", pages.sign_in, name="sign_in", action=Action.SIGN_IN, post=Action.SIGN_IN),
    page(
        "sign-out/", pages.sign_out, name="sign_out", action=Action.BE_SIGNED_IN, post=Action.BE_SIGNED_IN, methods=()
    ),
    page("account/", pages.account, name="account", action=Action.BE_SIGNED_IN, post=Action.BE_SIGNED_IN),
    page("sign-in/again/", pages.again, name="again", action=Action.BE_SIGNED_IN, post=Action.BE_SIGNED_IN),
    page("sign-in/provider", oidc.begin, name="oidc_begin", action=Action.SIGN_IN, post=Action.SIGN_IN, methods=()),
    page("sign-in/return", oidc.come_back, name="oidc_return", action=Action.SIGN_IN),
    page("sign-out/provider", oidc.end, name="oidc_end", action=Action.SIGN_IN),
]
