"""Addresses of audits."""

from trigpoint.web.audits import case_pages, pages
from trigpoint.web.pages import Nav, page
from trigpoint.web.people.actions import Action

_SEE, _RUN, _AUDIT, _MODERATE = Action.SEE_AUDITS, Action.RUN_AUDITS, Action.AUDIT_CASE, Action.MODERATE_AUDIT
PAGES = [
    page("audits/", pages.audits, name="audits", action=_SEE),
    page("audits/new/", pages.new_round, name="audit_new", action=_RUN, post=_RUN),
    page("audits/<int:number>/", pages.audit_round, name="audit_round", action=_SEE),
    page("audits/<int:number>/give/", pages.give, name="audit_give", action=_RUN, post=_RUN, methods=()),
    page("audits/<int:number>/agree/", pages.agree_round, name="audit_agree", action=_RUN, post=_RUN, methods=()),
    page("audits/cases/<int:number>/", case_pages.audit, name="audit", action=_AUDIT, post=_AUDIT),
    page("audits/cases/<int:number>/keep/", case_pages.keep, name="audit_keep", action=_AUDIT, post=_AUDIT, methods=()),
    page(
        "audits/cases/<int:number>/judge/",
        case_pages.judge,
        name="audit_judge",
        action=_MODERATE,
        post=_MODERATE,
        methods=(),
    ),
    page(
        "audits/cases/<int:number>/promise/",
        case_pages.promise,
        name="audit_promise",
        action=_AUDIT,
        post=_AUDIT,
        methods=(),
    ),
    page(
        "audits/actions/<int:number>/close/", pages.close_action, name="audit_close", action=_RUN, post=_RUN, methods=()
    ),
]
NAV = [Nav("audits", "Audits", 50, _SEE)]
