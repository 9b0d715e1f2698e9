"""A second person reads a comment: it is accepted, or returned with a reason."""

from __future__ import annotations

from django.db import transaction

from trigpoint.web.access.log import log
from trigpoint.web.months.actions import agree
from trigpoint.web.months.approval import void_stale
from trigpoint.web.months.comments import comment_title
from trigpoint.web.months.diary import happened
from trigpoint.web.months.models import Challenge, Comment
from trigpoint.web.months.state import NotNowError, locked
from trigpoint.web.pages import RefusedError
from trigpoint.web.people.actions import Action
from trigpoint.web.people.actor import Actor
from trigpoint.web.people.can import Thing, refusal


def say(actor: Actor, comment: Comment, version: int, reason: str, *, accepted: bool) -> Challenge:
    """Accept a version of a comment, or return it with a reason.

    Raises:
        RefusedError: the person may not challenge, or wrote some version of it, in whatever role.
        NotNowError: it is not waiting to be challenged, or another version stands by now.
    """
    with transaction.atomic():
        locked(comment.month)
        comment = Comment.objects.select_for_update().get(pk=comment.pk)
        versions = list(comment.versions.all())
        makers = frozenset(one.written_by_id for one in versions)
        if why := refusal(actor, Action.CHALLENGE, Thing(makers=makers)):
            raise RefusedError(why)
        if comment.state != Comment.State.SUBMITTED:
            raise NotNowError(f"This comment is {Comment.State(comment.state).label}: there is nothing to answer.")
        newest = versions[-1]
        if newest.number != version:
            raise NotNowError("The comment was changed since you opened it. Read it again, then answer.")
        said = Challenge.objects.create(
            comment=comment, version=version, accepted=accepted, reason=reason, said_by_id=actor.account
        )
        comment.state = Comment.State.ACCEPTED if accepted else Comment.State.RETURNED
        comment.save(update_fields=["state"])
        if accepted:
            agree(comment, newest)
        void_stale(comment.month, "a comment was accepted", [line.pk for line in comment.lines.all()])
        title = comment_title(comment)
        told = f"accepted the comment on {title}" if accepted else f"returned the comment on {title}: {reason}"
        happened(comment.month, actor, told)
        log(actor, Action.CHALLENGE, str(comment.month), detail=told)
    return said
