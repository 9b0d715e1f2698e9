"""Addresses of data quality."""

from trigpoint.web.pages import Nav, page
from trigpoint.web.people.actions import Action
from trigpoint.web.quality import doing, pages

_SEE = Action.SEE_FINDINGS
PAGES = [
    page("quality/", pages.quality, name="quality", action=_SEE),
    page("quality/log/", pages.log_of_cleansing, name="quality_log", action=_SEE),
    page("quality/check/", pages.run_check, name="quality_check", action=_SEE, post=Action.ASSIGN_FINDING, methods=()),
    page("quality/wrong/", doing.flags, name="quality_flags", action=_SEE),
    page("quality/wrong/say/", doing.flag, name="quality_flag", action=_SEE, post=Action.FLAG_FINDING, methods=()),
    page(
        "quality/wrong/<int:number>/",
        doing.settle_flag,
        name="quality_settle",
        action=_SEE,
        post=Action.ASSIGN_FINDING,
        methods=(),
    ),
    page("quality/rules/<slug:rule>/", pages.rule, name="quality_rule", action=_SEE),
    page("quality/rules/<slug:rule>/do/", doing.act, name="quality_act", action=_SEE, post=_SEE, methods=()),
]
NAV = [Nav("quality", "Data quality", 60, _SEE)]
