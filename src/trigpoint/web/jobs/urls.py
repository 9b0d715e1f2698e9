"""Addresses of jobs."""

from trigpoint.web.jobs import pages
from trigpoint.web.pages import page
from trigpoint.web.people.actions import Action

PAGES = [
    page("jobs/<int:number>/", pages.job, name="job", action=Action.BE_SIGNED_IN),
    page("jobs/<int:number>/state", pages.state, name="job_state", action=Action.BE_SIGNED_IN),
]
