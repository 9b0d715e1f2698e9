"""Addresses of administration."""

from trigpoint.web.administration import (
    pack_pages,
    pages,
    people_pages,
    restricted_pages,
    role_pages,
    setting_pages,
)
from trigpoint.web.pages import Nav, page
from trigpoint.web.people.actions import Action

_GRANT, _ADMINISTER, _RESTRICT = Action.GRANT_ROLES, Action.ADMINISTER, Action.RESTRICT_CASE

PAGES = [
    page("help/", pages.guide, name="help", action=Action.SIGN_IN),
    page("accessibility/", pages.accessibility, name="accessibility", action=Action.SIGN_IN),
    page("administration/", pages.administration, name="administration", action=_ADMINISTER),
    page("administration/people/", people_pages.people, name="people", action=_GRANT),
    page("administration/roles/", role_pages.roles, name="roles", action=_GRANT),
    page("administration/people/<int:number>/", people_pages.person, name="person", action=_GRANT),
    page(
        "administration/people/<int:number>/title/",
        people_pages.rename,
        name="person_title",
        action=_GRANT,
        post=_GRANT,
        methods=(),
    ),
    page(
        "administration/people/<int:number>/sessions/",
        people_pages.end_sessions,
        name="person_sessions",
        action=_GRANT,
        post=_GRANT,
        methods=(),
    ),
    page(
        "administration/people/<int:number>/close/", people_pages.close, name="person_close", action=_GRANT, post=_GRANT
    ),
    page("administration/people/<int:number>/roles/new/", role_pages.grant, name="grant", action=_GRANT, post=_GRANT),
    page(
        "administration/people/<int:number>/roles/<int:role>/end/",
        role_pages.end,
        name="grant_end",
        action=_GRANT,
        post=_GRANT,
    ),
    page("administration/teams/", setting_pages.teams, name="team_tree", action=_ADMINISTER, post=_ADMINISTER),
    page("administration/words/", setting_pages.words, name="council_words", action=_ADMINISTER, post=_ADMINISTER),
    page("administration/closed/", setting_pages.closed, name="closure_days", action=_ADMINISTER, post=_ADMINISTER),
    page("administration/calendar/", setting_pages.steps, name="timetable", action=_ADMINISTER, post=_ADMINISTER),
    page("administration/kept/", setting_pages.retention, name="retention", action=_ADMINISTER, post=_ADMINISTER),
    page("administration/packs/", pack_pages.packs, name="packs", action=_ADMINISTER),
    page(
        "administration/packs/new/",
        pack_pages.new_pack,
        name="pack_new",
        action=_ADMINISTER,
        post=_ADMINISTER,
        files=(pack_pages.LARGEST, pack_pages.LARGEST),
    ),
    page("administration/packs/<slug:name>/", pack_pages.pack, name="pack", action=_ADMINISTER, post=_ADMINISTER),
    page(
        "administration/packs/<slug:name>/<slug:version>.toml",
        pack_pages.pack_text,
        name="pack_text",
        action=_ADMINISTER,
    ),
    page("restricted/", restricted_pages.cases, name="restricted", action=_RESTRICT),
    page("restricted/new/", restricted_pages.restrict, name="restrict", action=_RESTRICT, post=_RESTRICT, recent=True),
    page(
        "restricted/<int:number>/",
        restricted_pages.case,
        name="restricted_case",
        action=_RESTRICT,
        post=_RESTRICT,
        recent=True,
    ),
]
NAV = [
    Nav("restricted", "Restricted cases", 85, _RESTRICT),
    Nav("administration", "Administration", 90, _ADMINISTER),
]
