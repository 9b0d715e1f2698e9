"""Addresses of this application."""

from trigpoint.web.months.dates_pages import dates
from trigpoint.web.months.flow_urls import PAGES as FLOW
from trigpoint.web.months.words_urls import PAGES as WORDS
from trigpoint.web.pages import Nav, page
from trigpoint.web.people.actions import Action

PAGES = [
    *FLOW,
    *WORDS,
    page("month/<str:period>/dates/", dates, name="month_dates", action=Action.SEE_MONTH, post=Action.FREEZE),
]
NAV = [Nav("month_board", "This month", 10, Action.SEE_MONTH)]
