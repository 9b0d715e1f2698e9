"""Addresses of loading, freezing, calculating and publishing."""

from trigpoint.web.months import (
    accepting,
    calculate_pages,
    freezing,
    loading,
    previews,
    publishing,
    reasonable,
    retracting,
    uploads,
)
from trigpoint.web.pages import page
from trigpoint.web.people.actions import Action

_SEE, _ACCEPT = Action.SEE_MONTH, Action.ACCEPT_LOAD

PAGES = [
    page(
        "month/load/",
        loading.load_list,
        name="month_load",
        action=_ACCEPT,
        post=Action.LOAD_RECORDS,
        files=(uploads.MOST_BYTES, uploads.MOST_TOGETHER),
    ),
    page("month/load/<int:number>/", accepting.load, name="load", action=_ACCEPT, post=_ACCEPT),
    page("month/snapshots/<str:snapshot>/", accepting.snapshot, name="snapshot_check", action=_ACCEPT, post=_ACCEPT),
    page("month/freeze/", freezing.freeze_month, name="month_freeze", action=Action.FREEZE, post=Action.FREEZE),
    page(
        "month/<str:period>/calculate/",
        calculate_pages.calculate,
        name="month_calculate",
        action=_SEE,
        post=Action.CALCULATE,
    ),
    page("month/<str:period>/reasonable/", reasonable.reasonable, name="month_reasonable", action=_SEE),
    page("month/<str:period>/reasonable/<int:number>/", reasonable.line_moved, name="line_moved", action=_SEE),
    page("month/<str:period>/publish/", publishing.publish, name="month_publish", action=_SEE, post=Action.PUBLISH),
    page(
        "month/<str:period>/clear/",
        publishing.clear_warning,
        name="warning_clear",
        action=Action.APPROVE,
        post=Action.APPROVE,
        methods=(),
    ),
    page(
        "month/<str:period>/preview/",
        previews.preview,
        name="month_preview",
        action=Action.SEE_INTERNAL,
        post=Action.SEE_INTERNAL,
        methods=(),
    ),
    page(
        "month/<str:period>/preview/<path:file>", previews.preview_file, name="preview_file", action=Action.SEE_INTERNAL
    ),
    page(
        "month/<str:period>/retract/",
        retracting.retract,
        name="month_retract",
        action=Action.RETRACT,
        post=Action.RETRACT,
        recent=True,
    ),
]
