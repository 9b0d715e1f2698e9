"""Addresses of target setting."""

from trigpoint.web.pages import Nav, page
from trigpoint.web.people.actions import Action
from trigpoint.web.targets import doing, pages, rows

_SEE, _PROPOSE, _AGREE = Action.SEE_TARGETS, Action.PROPOSE_TARGET, Action.AGREE_TARGET
_PAPER = "targets/<int:paper>/"
PAGES = [
    page("targets/", pages.targets, name="targets", action=_SEE),
    page(
        "targets/begin/",
        doing.begin_paper,
        name="target_begin",
        action=_PROPOSE,
        post=_PROPOSE,
        methods=(),
        files=(doing.LARGEST, doing.LARGEST),
    ),
    page("targets/sets/<str:name>/", pages.target_set, name="target_set", action=_SEE),
    page("targets/sets/<str:name>/<str:measure>/", pages.target_history, name="target_history", action=_SEE),
    page(_PAPER, pages.paper, name="target_paper", action=_SEE),
    page(f"{_PAPER}drawn/", pages.drawn, name="target_paper_drawn", action=_SEE),
    page(f"{_PAPER}drawn/<str:name>", pages.file, name="target_file", action=_SEE),
    page(f"{_PAPER}rows/<int:row>/", rows.row, name="target_row", action=_SEE, post=_PROPOSE),
    page(f"{_PAPER}add/", rows.add, name="target_add", action=_PROPOSE, post=_PROPOSE),
    page(f"{_PAPER}bodies/", doing.bodies, name="target_bodies", action=_PROPOSE, post=_PROPOSE, methods=()),
    page(f"{_PAPER}draw/", doing.draw, name="target_draw", action=_SEE, post=_SEE, methods=()),
    page(f"{_PAPER}forward/", doing.forward, name="target_forward", action=_PROPOSE, post=_PROPOSE, methods=()),
    page(f"{_PAPER}withdraw/", doing.withdraw, name="target_withdraw", action=_PROPOSE, post=_PROPOSE, methods=()),
    page(f"{_PAPER}carry/", doing.carry, name="target_carry", action=_AGREE, post=_AGREE, methods=()),
    page(f"{_PAPER}bodies/<int:body>/", doing.decide, name="target_decide", action=_AGREE, post=_AGREE),
]
NAV = [Nav("targets", "Targets", 40, _SEE)]
