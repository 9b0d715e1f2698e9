"""Addresses of the feed. Figures are asked for with a key or by who is signed in: their view tells the two apart."""

from trigpoint.web.feed import pages
from trigpoint.web.pages import Nav, page
from trigpoint.web.people.actions import Action

PAGES = [
    page("feed/", pages.about, name="feed", action=Action.BE_SIGNED_IN),
    page("feed/openapi.json", pages.openapi, name="feed_openapi", action=Action.SIGN_IN),
    page("feed/figures.csv", lambda request: pages.figures(request, "csv"), name="feed_csv", action=Action.SIGN_IN),
    page("feed/figures.json", lambda request: pages.figures(request, "json"), name="feed_json", action=Action.SIGN_IN),
    page(
        "feed/figures.parquet",
        lambda request: pages.figures(request, "parquet"),
        name="feed_parquet",
        action=Action.SIGN_IN,
    ),
    page(
        "feed/keys/",
        pages.make,
        name="feed_make",
        action=Action.ADMINISTER,
        post=Action.ADMINISTER,
        methods=(),
        recent=True,
    ),
    page(
        "feed/keys/<int:number>/end/",
        pages.end,
        name="feed_end",
        action=Action.ADMINISTER,
        post=Action.ADMINISTER,
        methods=(),
    ),
]
NAV = [Nav("feed", "Feed", 85, Action.READ_FEED)]
