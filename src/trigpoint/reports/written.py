"""What people wrote, as the pages of a pack print it."""

from __future__ import annotations

from collections.abc import Mapping

from trigpoint.packs.commentary import Comment, PackCommentary
from trigpoint.reports.page import Commentary

_UNSIGNED = "Not signed"


def written(said: PackCommentary) -> Mapping[str, Commentary]:
    """The commentary of each page by its code; one that is about several says so on each of them."""
    return {code: _printed(comment, code) for comment in said.comments for code in comment.pages}


def _printed(comment: Comment, code: str) -> Commentary:
    others = ", ".join(other for other in dict.fromkeys(comment.pages) if other != code)
    signed = comment.signed or _UNSIGNED
    return Commentary(
        happened=comment.happened,
        why=comment.why,
        actions=comment.actions,
        back_on_target=comment.back_on_target,
        signed=f"{signed}. Also about {others}" if others else signed,
    )
