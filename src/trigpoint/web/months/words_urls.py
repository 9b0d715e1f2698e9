"""Addresses of the board, of comments and of sign-off."""

from trigpoint.web.months import action_pages, answer_pages, board_pages, comment_pages, owner_pages
from trigpoint.web.pages import page
from trigpoint.web.people.actions import Action

PAGES = [
    page("month/", board_pages.current, name="month_board", action=Action.SEE_MONTH),
    page(
        "month/lines/<int:number>/",
        comment_pages.comment,
        name="comment",
        action=Action.SEE_MONTH,
        post=Action.COMMENT,
    ),
    page(
        "month/lines/<int:number>/draft/",
        comment_pages.draft,
        name="comment_draft",
        action=Action.COMMENT,
        post=Action.COMMENT,
        methods=(),
    ),
    page(
        "month/comments/<int:number>/answer/",
        answer_pages.answer,
        name="comment_answer",
        action=Action.CHALLENGE,
        post=Action.CHALLENGE,
        methods=(),
    ),
    page(
        "month/lines/<int:number>/waive/",
        answer_pages.waive_figure,
        name="line_waive",
        action=Action.PUBLISH,
        post=Action.PUBLISH,
    ),
    page(
        "month/lines/<int:number>/take-back/",
        answer_pages.take_back,
        name="line_take_back",
        action=Action.APPROVE,
        post=Action.APPROVE,
        methods=(),
    ),
    page("month/actions/", action_pages.register, name="open_actions", action=Action.SEE_MONTH),
    page(
        "month/actions/<int:number>/close/",
        action_pages.close_action,
        name="action_close",
        action=Action.COMMENT,
        post=Action.COMMENT,
    ),
    page(
        "month/owners/",
        owner_pages.measure_owners,
        name="measure_owners",
        action=Action.PUBLISH,
        post=Action.PUBLISH,
    ),
    page("month/<str:period>/", board_pages.month, name="month", action=Action.SEE_MONTH),
    page(
        "month/<str:period>/sign-off/",
        answer_pages.sign_off,
        name="month_sign_off",
        action=Action.APPROVE,
        post=Action.APPROVE,
        methods=(),
    ),
]
