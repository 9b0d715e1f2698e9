"""Actions that were agreed: made when a comment is accepted, carried from month to month until someone closes them."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from trigpoint.web.access.log import log
from trigpoint.web.months.diary import happened
from trigpoint.web.months.models import AgreedAction, Comment, CommentVersion, Line, Month
from trigpoint.web.months.state import NotNowError
from trigpoint.web.months.words import Promise, of_version
from trigpoint.web.pages import RefusedError
from trigpoint.web.people.actions import Action
from trigpoint.web.people.actor import Actor
from trigpoint.web.people.can import refusal

_TAKEN_OUT = "Taken out of the comment"


def agree(comment: Comment, version: CommentVersion) -> None:
    """Make the open actions of a comment those of the version that is accepted.

    An action keeps its record when its owner or day changes. One that the version no longer has is closed as such.
    """
    promises = {one.what.casefold(): one for one in of_version(version).actions}
    line = comment.lines.first()
    for action in comment.actions.filter(closed=None):
        promise = promises.pop(action.what.casefold(), None)
        if promise is not None:
            _renew(action, promise)
        else:
            action.closed, action.closed_by = timezone.now(), version.written_by
            action.outcome = f"{_TAKEN_OUT} in version {version.number}."
            action.save()
    done = {one.what.casefold() for one in comment.actions.all() if not one.outcome.startswith(_TAKEN_OUT)}
    for what, promise in promises.items():
        if promise.day is not None and what not in done:
            AgreedAction.objects.create(
                comment=comment,
                measure=line.measure if line else "",
                variant=line.variant if line else "",
                what=promise.what,
                owner=promise.owner,
                by=promise.day,
                opened_by=version.written_by,
            )


def open_actions(lines: Iterable[Line] = ()) -> QuerySet[AgreedAction]:
    """Actions nobody has closed, soonest first; only those of the measures of some lines where such are given."""
    found = AgreedAction.objects.filter(closed=None).select_related("comment__month")
    wanted = Q()
    for line in lines:
        own = Q(measure=line.measure, variant=line.variant)
        wanted |= own | Q(comment__lines__measure=line.measure, comment__lines__variant=line.variant)
    return found.filter(wanted).distinct() if wanted else found


def close(actor: Actor, action: AgreedAction, outcome: str, month: Month) -> None:
    """Close an action with what came of it, and say so in the diary of a month.

    Raises RefusedError, and NotNowError where it is closed already.
    """
    if why := refusal(actor, Action.COMMENT):
        raise RefusedError(why)
    with transaction.atomic():
        held = AgreedAction.objects.select_for_update().get(pk=action.pk)
        if held.closed is not None:
            raise NotNowError(f"This action is closed already: {held.outcome}")
        held.closed, held.closed_by_id, held.outcome = timezone.now(), actor.account, outcome
        held.save()
        happened(month, actor, f"closed the action “{held.what}”: {outcome}")
        log(actor, "close an action", held.what, detail=outcome)


def _renew(action: AgreedAction, promise: Promise) -> None:
    action.owner, action.by = promise.owner, promise.day or action.by
    action.save(update_fields=["owner", "by"])
