"""Addresses of this application."""

from trigpoint.web.months.flow_urls import PAGES as FLOW
from trigpoint.web.months.words_urls import PAGES as WORDS
from trigpoint.web.pages import Nav
from trigpoint.web.people.actions import Action

PAGES = [*FLOW, *WORDS]
NAV = [Nav("month_board", "This month", 10, Action.SEE_MONTH)]
