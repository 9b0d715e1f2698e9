"""Addresses of the month: its flow from load to publication, and the words about its figures."""

from trigpoint.web.months.flow_urls import PAGES as FLOW
from trigpoint.web.months.words_urls import PAGES as WORDS

PAGES = [*FLOW, *WORDS]
